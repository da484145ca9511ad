package au.pip.benchmarks.measure;

import au.pip.benchmarks.contender.Contender;
import au.pip.benchmarks.server.ServerControl;
import java.io.IOException;
import java.net.URI;

/**
 * Measures one contender in this JVM, which nothing has warmed before its first call. Arguments: {@link Assignment}'s.
 */
public final class Worker {
    private static final int SMALL_CROWD = 200;
    private static final int CROWD = 1000;
    private static final int LARGE_CROWD = 5000;
    private static final double NANOS_A_MILLI = 1e6;

    private final Assignment assignment;
    private final Contender contender;
    private final Findings findings = new Findings(System.out);

    private Worker(Assignment assignment, Contender contender) {
        this.assignment = assignment;
        this.contender = contender;
    }

    public static void main(String[] arguments) {
        Assignment assignment = Assignment.parse(arguments);
        try {
            URI server = URI.create("http://127.0.0.1:" + assignment.port());
            new Worker(assignment, assignment.entrant().create(server)).work();
        } catch (Exception failed) {
            failed.printStackTrace();
            new Findings(System.out).wrong(String.valueOf(failed.getMessage()));
        }
        // Some clients keep threads for minutes.
        System.exit(0);
    }

    private void work() throws Exception {
        callCold();
        try (ServerControl server = new ServerControl(assignment.controlPort())) {
            if (assignment.endurance()) {
                endure(server);
            } else {
                measure(server);
            }
        }
    }

    private void callCold() throws Exception {
        long[] firstText = new long[1];
        contender.stream(cancel -> firstText[0] = System.nanoTime());
        if (!assignment.endurance()) {
            findings.found(Metric.COLD, (firstText[0] - assignment.startedNanos()) / NANOS_A_MILLI);
        }
    }

    private void measure(ServerControl server) throws Exception {
        new WarmCalls(new Caller(contender, server), assignment.workload(), findings).measure();
        Crowd crowd = new Crowd(contender, server);
        Crowd.Load few = weigh(crowd, SMALL_CROWD);
        if (few.open() == SMALL_CROWD) {
            findings.found(Metric.THREADS_200, few.threads());
            Crowd.Load many = weigh(crowd, CROWD);
            if (many.open() == CROWD) {
                findings.found(Metric.THREADS_1000, many.threads());
                findings.found(Metric.HEAP, many.heapKilobytes());
                findings.found(Metric.RESIDENT, many.residentKilobytes());
            }
        }
        new Cancelling(contender, server, findings)
                .measure(assignment.workload().cancels());
    }

    private void endure(ServerControl server) throws Exception {
        Crowd.Load load = weigh(new Crowd(contender, server), LARGE_CROWD);
        if (load.open() == LARGE_CROWD) {
            findings.found(Metric.THREADS_5000, load.threads());
            findings.found(Metric.HEAP_5000, load.heapKilobytes());
        }
        new LeakCheck(contender, server, findings).measure(assignment.workload().leakStreams());
    }

    private Crowd.Load weigh(Crowd crowd, int streams) throws IOException, InterruptedException {
        Crowd.Load load = crowd.weigh(streams);
        if (load.open() < streams) {
            findings.note("only %d of %d streams were open at once".formatted(load.open(), streams));
        }
        return load;
    }
}
