package au.pip.benchmarks.measure;

/**
 * How much is done for each measure. The shapes of the replies never vary, so a quick run differs in its spread only.
 *
 * @param warmUpCalls calls before anything warm is measured; on a slow core the compiler is hardest at work for
 *     the first 1,600 or so, and its processor time counts as the contender's; it is not done after them
 * @param calls measured calls
 * @param longCalls calls of long replies
 * @param pacedCalls calls of paced replies
 * @param cancels cancelled calls
 * @param leakStreams streams of the leak check
 */
public record Workload(int warmUpCalls, int calls, int longCalls, int pacedCalls, int cancels, int leakStreams) {
    public static final Workload FULL = new Workload(2000, 600, 250, 40, 100, 5000);
    public static final Workload QUICK = new Workload(120, 80, 6, 15, 20, 900);

    static final int CHUNKS = 200;
    static final int LONG_CHUNKS = 2000;
    static final int PACED_CHUNKS = 2;
    static final int PACE_MILLIS = 20;
    static final int SPLIT_CALLS = 3;

    /** What the very first call is answered. */
    public static final int COLD_CHUNKS = 20;
}
