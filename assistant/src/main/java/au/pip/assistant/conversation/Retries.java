package au.pip.assistant.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Tries what the store may refuse for a moment: a full disk, a lock. Five times in about ten seconds, then no more. */
final class Retries {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(100), Duration.ofMillis(900), Duration.ofSeconds(3), Duration.ofSeconds(6));

    private Retries() {}

    /**
     * The work's answer; empty when each try failed, which is logged, or when the thread was interrupted between two.
     *
     * @param failing what to log, such as "the run could not be stored"
     * @param work given how many tries went before
     */
    static <T> Optional<T> of(String failing, IntFunction<T> work) {
        for (int tried = 0; ; tried++) {
            try {
                return Optional.of(work.apply(tried));
            } catch (RuntimeException e) {
                System.Logger logger = System.getLogger(Retries.class.getName());
                if (tried == PAUSES.size()) {
                    logger.log(System.Logger.Level.ERROR, failing, e);
                    return Optional.empty();
                }
                logger.log(System.Logger.Level.WARNING, failing + " yet: " + e.getMessage());
                if (!pause(PAUSES.get(tried))) {
                    return Optional.empty();
                }
            }
        }
    }

    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
