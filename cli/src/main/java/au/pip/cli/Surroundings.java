package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command has around it.
 *
 * @param out carries the answer only
 * @param err carries progress and what went wrong
 * @param folder the one that the command was started in, where {@code .env} may be
 * @param inputIsTerminal whether a person types
 * @param outputIsTerminal whether a person reads {@code out}
 */
record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path folder,
        boolean inputIsTerminal,
        boolean outputIsTerminal) {
    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 20;

    /** This process's own. */
    static Surroundings ofProcess() {
        int terminals = shell(
                        "t=0; [ -t 0 ] && t=1; [ -t 1 ] && t=$((t + 2)); exit $t", ProcessBuilder.Redirect.INHERIT)
                .exitCode();
        return new Surroundings(
                System.in,
                System.out,
                System.err,
                System.getenv(),
                Path.of(""),
                (terminals & 1) != 0,
                (terminals & 2) != 0);
    }

    /** An environment variable, null when it is not set or empty. */
    @Nullable
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /**
     * An environment variable or, when it is not set or empty, the setting of that name in {@code .env}, as the server
     * reads it; null when there is neither.
     *
     * @throws CliException of bad usage when that file cannot be read
     */
    @Nullable
    String setting(String name) {
        String value = variable(name);
        return value == null ? DotEnvLine.last(folder.resolve(".env"), name) : value;
    }

    /** The columns of a line now: {@code COLUMNS}, or the terminal's; a pipe gets each line whole. */
    int width() {
        String columns = variable("COLUMNS");
        if (columns == null && outputIsTerminal) {
            String[] size = shell("stty size </dev/tty", ProcessBuilder.Redirect.PIPE)
                    .output()
                    .strip()
                    .split(" ");
            columns = size[size.length - 1];
        }
        if (columns != null && columns.matches("[1-9]\\d{0,4}")) {
            return Math.max(LEAST_WIDTH, Integer.parseInt(columns));
        }
        return outputIsTerminal ? USUAL_WIDTH : LineWrap.NONE;
    }

    Paint paint() {
        boolean colour = outputIsTerminal && variable("NO_COLOR") == null && !"dumb".equals(environment.get("TERM"));
        return colour ? Paint.COLOUR : Paint.PLAIN;
    }

    /** One quiet line of progress. */
    void progress(String line) {
        err.println(line);
        err.flush();
    }

    private record Shell(int exitCode, String output) {}

    private static Shell shell(String script, ProcessBuilder.Redirect output) {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", script)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(output)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Shell(process.waitFor(), printed);
        } catch (IOException e) {
            return new Shell(0, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Shell(0, "");
        }
    }
}
