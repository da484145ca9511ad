package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildTest {
    private static final Pattern READY = Pattern.compile("^ready (\\d+)$");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Child start(String script, String... pairs) {
        Map<String, String> environment = pairs.length == 0 ? Map.of() : Map.of(pairs[0], pairs[1]);
        return Child.start(
                "the thing", List.of("/bin/sh", "-c", script), Map.copyOf(environment), folder.resolve("thing.log"));
    }

    @Test
    void waitsForTheReadyLineAndEndsTheProgramOnClose() {
        try (Child child = start("echo starting; echo ready $$; exec sleep 60")) {
            ProcessHandle handle = handle(child);
            assertThat(handle.isAlive()).isTrue();
            child.close();
            assertThat(handle.isAlive()).isFalse();
        }
    }

    @Test
    void keepsCtrlCFromTheProgram() throws IOException, InterruptedException {
        try (Child child = start("echo ready $$; exec sleep 60")) {
            ProcessHandle handle = handle(child);
            new ProcessBuilder("kill", "-INT", Long.toString(handle.pid()))
                    .start()
                    .waitFor();
            assertThat(handle.onExit()
                            .thenApply(ended -> true)
                            .completeOnTimeout(false, 300, TimeUnit.MILLISECONDS)
                            .join())
                    .isFalse();
        }
    }

    @Test
    void tellsTheProgramsLastClearLineWhenItEnds() {
        try (Child child = start("echo 'pip: the port is taken.' >&2; echo '    at a.B.c(B.java:1)' >&2; exit 1")) {
            assertThatThrownBy(() -> child.awaitReady(READY, PATIENCE))
                    .isInstanceOfSatisfying(
                            CliException.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                    .hasMessage("the thing did not start: the port is taken.");
        }
        try (Child child = start("echo 'Exception: boom' >&2; echo '    at a.B.c(B.java:1)' >&2; exit 1")) {
            assertThatThrownBy(() -> child.awaitReady(READY, PATIENCE))
                    .hasMessage(
                            "the thing did not start: Exception: boom (its log: " + folder.resolve("thing.log") + ")");
        }
    }

    @Test
    void givesUpOnASilentProgram() {
        try (Child child = start("exec sleep 60")) {
            assertThatThrownBy(() -> child.awaitReady(READY, Duration.ofMillis(200)))
                    .isInstanceOf(CliException.class)
                    .hasMessageStartingWith("the thing was not ready");
        }
    }

    @Test
    void setsItsEnvironmentAndKeepsItsLog() throws IOException {
        try (Child child = start("echo \"it is $COLOUR\" >&2; echo ready $$; cat", "COLOUR", "blue")) {
            child.awaitReady(READY, PATIENCE);
            assertThat(Files.readString(folder.resolve("thing.log"), UTF_8)).isEqualTo("it is blue\n");
        }
    }

    private static ProcessHandle handle(Child child) {
        long pid = Long.parseLong(child.awaitReady(READY, PATIENCE).group(1));
        return ProcessHandle.of(pid).orElseThrow();
    }
}
