package au.pip.benchmarks.measure;

import au.pip.benchmarks.contender.Contender;
import au.pip.benchmarks.server.Plan;
import au.pip.benchmarks.server.ServerControl;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How long the server keeps working for somebody who has cancelled while it was silent. The cancel has a thread of its
 * own, as a library's may itself wait for more bytes.
 */
final class Cancelling {
    private static final int CHUNKS = 10;
    private static final long PATIENCE_SECONDS = 3;
    private static final long READING_MILLIS = 3;
    private static final double NANOS_A_MILLI = 1e6;

    private final Contender contender;
    private final ServerControl server;
    private final Findings findings;

    Cancelling(Contender contender, ServerControl server, Findings findings) {
        this.contender = contender;
        this.server = server;
        this.findings = findings;
    }

    void measure(int calls) throws Exception {
        server.play(Plan.whole(CHUNKS).ending(Plan.Ending.HOLD));
        double[] millis = new double[calls];
        for (int made = 0; made < calls; made++) {
            long cancelled = startAndCancel();
            long seen = closeNumber(made);
            if (seen == 0) {
                findings.note("a silent stream was still open at the server %d s after its cancel"
                        .formatted(PATIENCE_SECONDS));
                return;
            }
            millis[made] = (seen - cancelled) / NANOS_A_MILLI;
        }
        findings.found(Metric.CANCEL_P50, Statistics.percentile(millis, 50));
        findings.found(Metric.CANCEL_P99, Statistics.percentile(millis, 99));
    }

    /** @return when it was cancelled */
    private long startAndCancel() throws Exception {
        CompletableFuture<Runnable> cancel = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                contender.stream(cancel::complete);
            } catch (Exception failed) {
                cancel.completeExceptionally(failed);
            }
        });
        Runnable handle = cancel.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Thread.sleep(READING_MILLIS);
        CompletableFuture<Long> cancelled = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            cancelled.complete(System.nanoTime());
            handle.run();
        });
        return cancelled.get();
    }

    /** @return when the server saw it; 0 when it does not in time */
    private long closeNumber(int index) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            List<Long> closes = server.state().closes();
            if (closes.size() > index) {
                return closes.get(index);
            }
            Thread.sleep(1);
        }
        return 0;
    }
}
