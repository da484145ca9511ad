package au.pip.evaluation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A built program of Pip's, run as people run it: as a process of its own. */
final class Program implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What a program that has ended left. */
    record Ended(int status, String out, String err) {
        /** The one line for a person. */
        String line() {
            return err.lines()
                    .filter(line -> line.startsWith("pip: "))
                    .reduce((_, last) -> last)
                    .orElse("");
        }
    }

    static Program start(
            Path folder, String module, String main, Map<String, String> environment, String... arguments) {
        return start(folder, List.of(), module, main, environment, arguments);
    }

    /** @param prefix a command that starts the program, such as one that mounts a disk first */
    private static Program start(
            Path folder,
            List<String> prefix,
            String module,
            String main,
            Map<String, String> environment,
            String... arguments) {
        Path built = ROOT.resolve(module).resolve("target");
        // This module is packaged only after its tests.
        String classes = module.equals("evaluation")
                ? System.getProperty("java.class.path")
                : built.resolve("classes") + ":" + built.resolve("lib") + "/*";
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                classes,
                main));
        command.addAll(List.of(arguments));
        return start(folder, command, environment);
    }

    private static Program start(Path folder, List<String> command, Map<String, String> environment) {
        try {
            Files.createDirectories(folder);
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            List.of(
                            "LLM_PROVIDER",
                            "LLM_API_KEY",
                            "ANTHROPIC_API_KEY",
                            "OPENAI_API_KEY",
                            "GEMINI_API_KEY",
                            "XAI_API_KEY",
                            "DATABASE_PROVIDER",
                            "DATABASE_URL",
                            "DATABASE_TABLE_NAME",
                            "DATABASE_ENDPOINT",
                            "DATABASE_CREATE_TABLE",
                            "PIP_TODAY")
                    .forEach(builder.environment()::remove);
            builder.environment().put("PIP_HOME", ROOT.toString());
            builder.environment().putAll(environment);
            return new Program(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher itself, for what it answers without building anything. */
    static Ended launcher(Path folder, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", ROOT.resolve("pip").toString()));
        command.addAll(List.of(arguments));
        try (Program program = start(folder, command, Map.of())) {
            program.closeInput();
            return program.awaitEnd();
        }
    }

    /**
     * {@code ./pip} with these arguments at a terminal of 80 columns without colour, which {@code script} makes.
     *
     * @throws org.opentest4j.TestAbortedException where this machine has no such program
     */
    static Program inTerminal(Path folder, Map<String, String> environment, String... arguments) {
        assumeTrue(
                Stream.of("/usr/bin/script", "/bin/script").anyMatch(each -> Files.isExecutable(Path.of(each))),
                "no program script (util-linux), which makes a terminal");
        Path built = ROOT.resolve("cli").resolve("target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                built.resolve("classes") + ":" + built.resolve("lib") + "/*",
                "au.pip.cli.Main"));
        command.addAll(List.of(arguments));
        String quoted = command.stream()
                .map(each -> "'" + each.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        Map<String, String> all = new HashMap<>(Map.of("TERM", "dumb", "COLUMNS", "80", "NO_COLOR", "1"));
        all.putAll(environment);
        return start(folder, List.of("script", "-qefc", quoted, "/dev/null"), all);
    }

    static Program server(Path folder, Map<String, String> environment) {
        return start(folder, "server", "au.pip.server.PipServer", environment, "--exit-with-parent");
    }

    static Ended ask(Path folder, Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of("ask"));
        all.addAll(List.of(arguments));
        try (Program program = start(folder, "cli", "au.pip.cli.Main", environment, all.toArray(String[]::new))) {
            program.closeInput();
            return program.awaitEnd();
        }
    }

    /** {@code ./pip db}. */
    static Program startDb(Path folder, Map<String, String> environment, String... arguments) {
        return start(folder, "server", "au.pip.server.db.Main", environment, arguments);
    }

    static Ended db(Path folder, Map<String, String> environment, String... arguments) {
        try (Program program = startDb(folder, environment, arguments)) {
            program.closeInput();
            return program.awaitEnd();
        }
    }

    /** {@code ./pip db} with a disk of 64 kilobytes in a folder; then prints how many files are on it. */
    static Ended dbOnSmallDisk(Path folder, Path disk, Map<String, String> environment, String... arguments) {
        String script = "mount -t tmpfs -o size=64k tmpfs " + disk + " || exit 99; \"$@\"; status=$?; ls -A " + disk
                + " | wc -l; exit $status";
        List<String> prefix = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh");
        try (Program program = start(folder, prefix, "server", "au.pip.server.db.Main", environment, arguments)) {
            program.closeInput();
            return program.awaitEnd();
        }
    }

    /** The first group of the pattern, once a line of standard output matches it. */
    String awaitLine(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Matcher matcher = wanted.matcher(read(out));
            if (matcher.find()) {
                return matcher.group(1);
            }
            if (!process.isAlive()) {
                break;
            }
            pause();
        }
        throw new AssertionError("no line like " + pattern + " came; standard error: " + read(err));
    }

    Ended awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the program did not end; standard error: " + read(err));
            }
            return new Ended(process.exitValue(), read(out), read(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Given to its standard input at once. */
    void type(String text) {
        try {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has printed so far, without what moves a terminal's cursor. */
    String printed() {
        return read(out).replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "").replace("\r", "");
    }

    /** What it has printed after the first so many characters, once the text is among it. */
    String awaitPrinted(int from, String text) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (printed().indexOf(text, from) >= 0) {
                break;
            }
            pause();
        }
        String later = printed().substring(Math.min(from, printed().length()));
        if (!later.contains(text)) {
            throw new AssertionError(text + " was not printed: " + later + "\n" + read(err));
        }
        return later;
    }

    void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As {@code kill} does: it may end in its own way. */
    Ended terminate() {
        process.destroy();
        return awaitEnd();
    }

    /** @param name such as {@code STOP} */
    void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("kill -" + name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String errors() {
        return read(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
