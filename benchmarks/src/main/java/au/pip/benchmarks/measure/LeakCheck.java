package au.pip.benchmarks.measure;

import au.pip.benchmarks.contender.Contender;
import au.pip.benchmarks.server.Plan;
import au.pip.benchmarks.server.ServerControl;
import au.pip.benchmarks.wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Streams of which a third end well, a third are cancelled in the middle and a third are cut by the server, many at a
 * time: afterwards no socket and no memory may be left behind. Run with a short idle time of the connection pool.
 */
final class LeakCheck {
    private static final int CHUNKS = 40;
    private static final int AT_ONCE = 50;
    private static final int KINDS = 3;
    private static final int WARM_UP_WAVES = 4;
    private static final long IDLE_SECONDS = 15;

    private final Contender contender;
    private final ServerControl server;
    private final Findings findings;

    LeakCheck(Contender contender, ServerControl server, Findings findings) {
        this.contender = contender;
        this.server = server;
        this.findings = findings;
    }

    void measure(int streams) throws Exception {
        for (int wave = 0; wave < WARM_UP_WAVES; wave++) {
            playWave();
        }
        awaitIdle();
        double before = Gauge.liveHeapBytes();
        for (int played = 0; played < streams; played += KINDS * AT_ONCE) {
            playWave();
        }
        findings.found(Metric.SOCKETS_LEFT, awaitIdle());
        findings.found(Metric.HEAP_LEFT, Gauge.liveHeapBytes() / before);
    }

    private void playWave() throws Exception {
        Plan whole = Plan.whole(CHUNKS);
        Reply expected = whole.script().reply();
        playAtOnce(whole, () -> {
            String difference = contender.stream(cancel -> {}).differenceFrom(expected);
            if (!difference.isEmpty()) {
                throw new WrongReply(difference);
            }
            return true;
        });
        playAtOnce(whole.ending(Plan.Ending.HOLD), () -> {
            try {
                contender.stream(Runnable::run);
            } catch (Exception cancelled) {
                // Libraries differ in what they do after a cancellation.
            }
            return true;
        });
        playAtOnce(whole.ending(Plan.Ending.CUT), this::isToldOfCut);
    }

    private boolean isToldOfCut() {
        try {
            contender.stream(cancel -> {});
            return false;
        } catch (Exception cut) {
            return true;
        }
    }

    private void playAtOnce(Plan plan, Callable<Boolean> call) throws Exception {
        server.play(plan);
        List<Future<Boolean>> calls = new ArrayList<>(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int started = 0; started < AT_ONCE; started++) {
                calls.add(threads.submit(call));
            }
        }
        for (Future<Boolean> made : calls) {
            if (!outcome(made)) {
                throw new WrongReply("a cut stream was taken for a whole reply");
            }
        }
    }

    private static boolean outcome(Future<Boolean> made) throws Exception {
        try {
            return made.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** Waits until the pool has given up its connections; answers how many are left. */
    private int awaitIdle() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
        int open = server.state().openSockets();
        while (open > 0 && System.nanoTime() < deadline) {
            Thread.sleep(100);
            open = server.state().openSockets();
        }
        return open;
    }
}
