package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program that lives as long as this one. Its standard input stays open and empty: a child told to exit with its parent
 * ends when that closes, even when we are killed. Ctrl-C in the terminal is ours alone and does not reach it.
 */
final class Child implements AutoCloseable {
    /** A shell that ignores the interrupt signal, which the program inherits, and becomes the program. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\"");

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * @param name for messages, such as "the server"
     * @param environment set over our own; a null value unsets
     * @param log takes its standard error, anew
     */
    static Child start(String name, List<String> command, Map<String, @Nullable String> environment, Path log) {
        List<String> whole = new ArrayList<>(DEAF_TO_CTRL_C);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).redirectError(log.toFile());
        environment.forEach((variable, value) -> {
            if (value == null) {
                builder.environment().remove(variable);
            } else {
                builder.environment().put(variable, value);
            }
        });
        try {
            return new Child(name, builder.start(), log);
        } catch (IOException e) {
            throw new CliException(
                    CliException.NO_SERVER, "could not start " + name + ": " + Printable.of(e.toString()), e);
        }
    }

    /**
     * Waits for the line that says the program is ready; the rest of its output is passed over.
     *
     * @throws CliException when it ends or stays silent instead, with what its log says
     */
    Matcher awaitReady(Pattern line, Duration patience) {
        CompletableFuture<Matcher> ready = new CompletableFuture<>();
        Thread.startVirtualThread(() -> read(line, ready));
        try {
            return ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new CliException(CliException.NO_SERVER, name + " did not start: " + lastWords(), e);
        } catch (TimeoutException e) {
            throw new CliException(
                    CliException.NO_SERVER,
                    name + " was not ready after " + patience.toSeconds() + " seconds. Its log is " + log + ".",
                    e);
        } catch (InterruptedException e) {
            throw new CliException(CliException.INTERRUPTED, "interrupted.", e);
        }
    }

    private void read(Pattern line, CompletableFuture<Matcher> ready) {
        try (BufferedReader output = process.inputReader(UTF_8)) {
            String printed;
            while ((printed = output.readLine()) != null) {
                Matcher matcher = line.matcher(printed);
                if (matcher.find()) {
                    ready.complete(matcher);
                }
            }
            process.waitFor();
            ready.completeExceptionally(new IOException("it ended"));
        } catch (IOException | InterruptedException e) {
            ready.completeExceptionally(e);
        }
    }

    /** What it has told people so far on its standard error: the lines that begin with {@code pip: }. */
    List<String> notices() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("pip: "))
                    .map(Printable::of)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The last line of its log that says something to a person, without a stack trace. */
    private String lastWords() {
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(log), UTF_8)
                    .lines()
                    .map(each -> Printable.of(each).strip())
                    .filter(each -> !each.isEmpty() && !each.startsWith("at "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String line : lines.reversed()) {
            Matcher told = Pattern.compile("^(?:pip|sandbox): (.+)").matcher(line);
            if (told.find()) {
                return told.group(1);
            }
        }
        return (lines.isEmpty() ? "it said nothing" : lines.getLast()) + " (its log: " + log + ")";
    }

    /** Ends it, gently first. A second call does nothing. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
