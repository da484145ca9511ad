package au.pip.evaluation.run;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a long run is, on standard error: one line that is written over on a terminal, a line at every tenth part
 * elsewhere. It uses no colour.
 */
public final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintStream err;
    private final boolean terminal;
    private final int all;
    private final long start = System.nanoTime();
    private int done;

    public ProgressBar(PrintStream err, boolean terminal, int all) {
        this.err = err;
        this.terminal = terminal;
        this.all = all;
    }

    /** On this process's standard error. */
    public static ProgressBar of(PrintStream err, int all) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new ProgressBar(err, terminal, all);
    }

    /** @param note such as how many were right so far */
    public synchronized void step(String note) {
        done++;
        if (terminal) {
            err.print("\r" + line(note) + "\u001B[K");
        } else if (done == all || done * 10 / all != (done - 1) * 10 / all) {
            err.println(line(note));
        }
        err.flush();
    }

    /** Ends the line that was written over. */
    public synchronized void end() {
        if (terminal && done > 0) {
            err.println();
        }
    }

    private String line(String note) {
        int filled = all == 0 ? WIDTH : done * WIDTH / all;
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d%s  %s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                done,
                all,
                remaining(),
                note);
    }

    private String remaining() {
        if (done < 3 || done == all) {
            return "";
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000 * (all - done) / done;
        return seconds < 90 ? ", " + seconds + " s left" : ", " + (seconds + 30) / 60 + " min left";
    }
}
