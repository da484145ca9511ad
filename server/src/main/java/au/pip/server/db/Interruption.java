package au.pip.server.db;

import java.time.Duration;

/**
 * Ctrl-C, or a kill that can be heard: the thread that works gets a while to clear up and to say how things stand before
 * the process ends.
 */
final class Interruption {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private volatile boolean asked;
    private volatile boolean done;

    /** Listens for the rest of the process; the calling thread is the one that works. */
    static Interruption listen() {
        Interruption interruption = new Interruption();
        Thread working = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("interruption").unstarted(() -> {
                    interruption.asked = true;
                    try {
                        if (!interruption.done) {
                            working.join(GRACE);
                        }
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                }));
        return interruption;
    }

    boolean asked() {
        return asked;
    }

    /** Says that the work is over, so that the process may end at once. */
    void done() {
        done = true;
    }
}
