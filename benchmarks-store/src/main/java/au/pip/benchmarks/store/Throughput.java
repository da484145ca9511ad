package au.pip.benchmarks.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * How often virtual threads get something done, together.
 *
 * @param perSecond work done a second, by all of them
 * @param frozen the longest that a ticking virtual thread beside them was kept from its tick, in milliseconds
 */
record Throughput(double perSecond, double frozen) {
    private static final double NANOS_A_SECOND = 1e9;

    /** @param work one piece of it, given the thread's number */
    static Throughput of(int threads, Duration time, IntConsumer work) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicLong end = new AtomicLong();
            List<Future<Long>> counts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                counts.add(executor.submit(() -> {
                    start.await();
                    return count(end.get(), number, work);
                }));
            }
            try (Ticker ticker = new Ticker()) {
                long begun = System.nanoTime();
                end.set(begun + time.toNanos());
                start.countDown();
                long done = 0;
                for (Future<Long> count : counts) {
                    done += get(count);
                }
                return new Throughput(done / ((System.nanoTime() - begun) / NANOS_A_SECOND), ticker.worst());
            }
        }
    }

    /** A virtual thread that never waits would keep its carrier to itself, so each makes way for the others. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static long count(long end, int thread, IntConsumer work) {
        long done = 0;
        while (System.nanoTime() < end) {
            work.accept(thread);
            done++;
            Thread.yield();
        }
        return done;
    }

    private static long get(Future<Long> count) throws InterruptedException {
        try {
            return count.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the work failed", failed.getCause());
        }
    }
}
