package au.pip.store.dynamodb;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to try again, with longer and longer pauses of random length. An interrupt is kept for later. */
final class Patience {
    private static final long SHORTEST = Duration.ofMillis(4).toNanos();
    private static final long LONGEST = Duration.ofMillis(400).toNanos();

    private final long deadline;
    private long pause = SHORTEST;

    Patience(Duration most) {
        this.deadline = System.nanoTime() + most.toNanos();
    }

    /** At least a millisecond, also when it is over. */
    Duration left() {
        return Duration.ofMillis(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }

    boolean isOver() {
        return System.nanoTime() - deadline > 0;
    }

    void pause() {
        long until = System.nanoTime() + ThreadLocalRandom.current().nextLong(pause / 4, pause);
        pause = Math.min(2 * pause, LONGEST);
        boolean interrupted = false;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            try {
                Thread.sleep(Duration.ofNanos(left));
            } catch (InterruptedException early) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
