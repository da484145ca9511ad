package au.pip.benchmarks.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A virtual thread that wants to run each millisecond, and how long it was kept from it at worst. */
final class Ticker implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(1);
    private static final double NANOS_A_MILLI = 1e6;

    private final AtomicLong worst = new AtomicLong();
    private final Thread thread = Thread.ofVirtual().name("ticker").start(this::tick);

    private void tick() {
        long last = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException _) {
                return;
            }
            long now = System.nanoTime();
            long late = now - last - TICK.toNanos();
            worst.accumulateAndGet(late, Math::max);
            last = now;
        }
    }

    /** Milliseconds. */
    double worst() {
        return worst.get() / NANOS_A_MILLI;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
