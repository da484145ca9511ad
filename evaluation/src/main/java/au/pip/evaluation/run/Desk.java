package au.pip.evaluation.run;

import au.pip.llm.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What an evaluation has around it.
 *
 * @param settings read when a command asks, so that help needs none
 * @param out carries the result only
 * @param err carries progress and what went wrong
 */
public record Desk(Supplier<Settings> settings, PrintStream out, PrintStream err) {
    /** This process's own; settings are those of {@code .env} too. */
    public static Desk ofProcess() {
        return new Desk(() -> Settings.load(Path.of(".env")), System.out, System.err);
    }
}
