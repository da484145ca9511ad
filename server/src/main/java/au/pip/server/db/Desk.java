package au.pip.server.db;

import au.pip.assistant.care.Progress;
import au.pip.llm.settings.Settings;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What a command has around it.
 *
 * @param settings read when a command asks, so that help needs none
 * @param out carries the result only
 * @param err carries progress and what went wrong
 */
record Desk(Supplier<Settings> settings, InputStream in, PrintStream out, PrintStream err, Progress progress) {
    /** This process's own. */
    static Desk ofProcess(Interruption interruption) {
        return new Desk(
                Desk::load, System.in, System.out, System.err, new ProgressLines(System.err, interruption::asked));
    }

    private static Settings load() {
        Settings settings = Settings.load(Path.of(".env"));
        settings.warnings().forEach(warning -> System.err.println("pip: " + warning));
        return settings;
    }

    void say(String line) {
        err.println(line);
    }

    void result(String line) {
        out.println(line);
    }
}
