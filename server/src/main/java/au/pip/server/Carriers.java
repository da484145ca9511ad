package au.pip.server;

/**
 * Carrier threads for virtual threads. One that is inside SQLite, waiting for the disk or another process, keeps its
 * carrier; with only as many carriers as processors a few such would stop everything else. So there are more of them by
 * as many as can be in there at once.
 */
public final class Carriers {
    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

    /** Of one SQLite database: four readers and a writer. */
    private static final int INSIDE_SQLITE = 5;

    private Carriers() {}

    /** To be called before the first virtual thread of the process; an own choice of that property stays. */
    public static void provide() {
        if (System.getProperty(PARALLELISM) == null) {
            System.setProperty(
                    PARALLELISM, Integer.toString(Runtime.getRuntime().availableProcessors() + INSIDE_SQLITE));
        }
    }
}
