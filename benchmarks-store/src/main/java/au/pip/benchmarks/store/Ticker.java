package au.pip.benchmarks.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A virtual thread that wants to run each millisecond, and how long it was kept from it at worst. */
final class Ticker implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(1);
    private static final double NANOS_A_MILLI = 1e6;

    private final AtomicLong worst = new AtomicLong();
    private volatile long last = System.nanoTime();
    private final Thread thread = Thread.ofVirtual().name("ticker").start(this::tick);

    private void tick() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException _) {
                return;
            }
            late();
            last = System.nanoTime();
        }
    }

    private void late() {
        worst.accumulateAndGet(System.nanoTime() - last - TICK.toNanos(), Math::max);
    }

    /** Milliseconds, up to now. */
    double worst() {
        late();
        return worst.get() / NANOS_A_MILLI;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
