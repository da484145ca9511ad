package au.pip.server.db;

import au.pip.assistant.care.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Progress as plain lines, one every few seconds, so that a short work shows none and a log stays short. */
final class ProgressLines implements Progress {
    private static final long PAUSE = Duration.ofSeconds(3).toNanos();

    private final PrintStream err;
    private final BooleanSupplier stopped;
    private long told = System.nanoTime();

    /** @param stopped whether to break off */
    ProgressLines(PrintStream err, BooleanSupplier stopped) {
        this.err = err;
        this.stopped = stopped;
    }

    @Override
    public void at(String step, long rows) {
        if (stopped.getAsBoolean()) {
            throw new StoppedException();
        }
        long now = System.nanoTime();
        if (now - told > PAUSE) {
            told = now;
            err.println("  " + step + (rows == 0 ? "…" : ": %,d rows".formatted(rows)));
        }
    }
}
