package au.pip.benchmarks.measure;

import au.pip.benchmarks.server.Plan;

/** One caller, one call at a time, after a warm-up. */
final class WarmCalls {
    private static final double NANOS_A_MICRO = 1e3;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double BYTES_A_KILOBYTE = 1024;

    private final Caller caller;
    private final Workload workload;
    private final Findings findings;

    WarmCalls(Caller caller, Workload workload, Findings findings) {
        this.caller = caller;
        this.workload = workload;
        this.findings = findings;
    }

    void measure() throws Exception {
        Plan usual = Plan.whole(Workload.CHUNKS);
        caller.play(usual.splitAnywhere());
        caller.call(Workload.SPLIT_CALLS);
        caller.play(usual);
        caller.call(workload.warmUpCalls());
        measureCalls();
        measureLongReplies();
        measurePaced();
    }

    private void measureCalls() throws Exception {
        long cpu = Gauge.cpuNanos();
        long allocated = Gauge.allocatedBytes();
        findings.found(Metric.FIRST_TEXT, medianFirstText(workload.calls()));
        double calls = workload.calls();
        findings.found(Metric.CPU, (Gauge.cpuNanos() - cpu) / calls / NANOS_A_MILLI);
        findings.found(Metric.ALLOCATION, (Gauge.allocatedBytes() - allocated) / calls / BYTES_A_KILOBYTE);
    }

    private void measureLongReplies() throws Exception {
        caller.play(Plan.whole(Workload.LONG_CHUNKS));
        caller.call(2);
        long start = System.nanoTime();
        caller.call(workload.longCalls());
        double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
        findings.found(Metric.CHUNKS, (double) workload.longCalls() * Workload.LONG_CHUNKS / seconds);
    }

    private void measurePaced() throws Exception {
        caller.play(Plan.whole(Workload.PACED_CHUNKS).paced(Workload.PACE_MILLIS));
        findings.found(Metric.FIRST_TEXT_PACED, medianFirstText(workload.pacedCalls()));
    }

    private double medianFirstText(int calls) throws Exception {
        double[] micros = new double[calls];
        for (int made = 0; made < calls; made++) {
            micros[made] = caller.call() / NANOS_A_MICRO;
        }
        return Statistics.median(micros);
    }
}
