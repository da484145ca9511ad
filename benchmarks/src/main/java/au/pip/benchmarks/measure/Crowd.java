package au.pip.benchmarks.measure;

import au.pip.benchmarks.contender.Contender;
import au.pip.benchmarks.server.Plan;
import au.pip.benchmarks.server.ServerControl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Many streams open at once, each called on a virtual thread of its own, all silent after their text. A library's cancel
 * may itself wait for more bytes, so in the end the server drops what is left.
 */
final class Crowd {
    private static final int CHUNKS = 10;
    private static final long OPENING_SECONDS = 20;
    private static final long LEAVING_SECONDS = 3;
    private static final long SETTLING_MILLIS = 300;
    private static final double BYTES_A_KILOBYTE = 1024;

    /**
     * What they take while open.
     *
     * @param open streams that got their first text in time and that the server still holds; the rest of the figures
     *     count for nothing when they are fewer than asked for
     */
    record Load(int open, double heapKilobytes, double residentKilobytes, int threads) {}

    private final Contender contender;
    private final ServerControl server;

    Crowd(Contender contender, ServerControl server) {
        this.contender = contender;
        this.server = server;
    }

    /** Opens them, weighs them, cancels them and waits until they are gone. */
    Load weigh(int streams) throws IOException, InterruptedException {
        server.play(Plan.whole(CHUNKS).ending(Plan.Ending.HOLD));
        long heapBefore = Gauge.liveHeapBytes();
        long residentBefore = Gauge.residentKilobytes();
        Queue<Runnable> cancels = new ConcurrentLinkedQueue<>();
        CountDownLatch opened = new CountDownLatch(streams);
        List<Thread> threads = new ArrayList<>(streams);
        for (int stream = 0; stream < streams; stream++) {
            threads.add(Thread.ofVirtual().start(() -> hold(cancels, opened)));
        }
        opened.await(OPENING_SECONDS, TimeUnit.SECONDS);
        Thread.sleep(SETTLING_MILLIS);
        int threadsOpen = Gauge.threads();
        double heap = (Gauge.liveHeapBytes() - heapBefore) / BYTES_A_KILOBYTE / streams;
        double resident = (double) (Gauge.residentKilobytes() - residentBefore) / streams;
        int held = server.state().openSockets();
        cancels.forEach(cancel -> threads.add(Thread.ofVirtual().start(cancel)));
        awaitEnd(threads, System.nanoTime() + TimeUnit.SECONDS.toNanos(LEAVING_SECONDS));
        server.play(Plan.whole(CHUNKS));
        awaitEnd(threads, System.nanoTime() + TimeUnit.SECONDS.toNanos(LEAVING_SECONDS));
        return new Load(Math.min(held, streams - Math.toIntExact(opened.getCount())), heap, resident, threadsOpen);
    }

    private void hold(Queue<Runnable> cancels, CountDownLatch opened) {
        try {
            contender.stream(cancel -> {
                cancels.add(cancel);
                opened.countDown();
            });
        } catch (Exception cancelled) {
            // Libraries differ in what they do after a cancellation.
        }
    }

    private static void awaitEnd(List<Thread> threads, long deadline) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
    }
}
