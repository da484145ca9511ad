package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StopTest {
    private static final String TEXT = "id: 1\nevent: text\ndata: {\"text\":\"You are\\n\"}\n\n";
    private static final String STOPPED =
            "id: 2\nevent: tool-finished\ndata: {\"tool\":{\"callId\":\"t1\",\"name\":\"invoices\",\"arguments\":\"{}\","
                    + "\"failed\":true,\"summary\":\"Stopped before it was done.\",\"millis\":1}}\n\n"
                    + "id: 3\nevent: finished\ndata: {\"state\":\"stopped\",\"error\":null}\n\n";

    @Test
    void stopsTheRunAtCtrlC() throws IOException, InterruptedException {
        assumeTrue(hearsInterrupts(), "this process ignores the interrupt signal, and so would its child");
        CountDownLatch stop = new CountDownLatch(1);
        try (PretendServer server = PretendServer.ofOneRun()
                .on("GET /api/runs/r1/events", PretendServer.eventsAfter(TEXT, stop, STOPPED))
                .on("POST /api/runs/r1/stop", exchange -> {
                    PretendServer.json(202, "{}").give(exchange);
                    stop.countDown();
                })) {
            Process ask = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "au.pip.cli.Main",
                            "ask",
                            "--server",
                            server.url(),
                            "hi")
                    .start();
            try (BufferedReader out = ask.inputReader(UTF_8);
                    BufferedReader err = ask.errorReader(UTF_8)) {
                assertThat(out.readLine()).isEqualTo("You are");
                new ProcessBuilder("kill", "-INT", Long.toString(ask.pid()))
                        .start()
                        .waitFor();
                assertThat(ask.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(ask.exitValue()).isEqualTo(130);
                List<String> lines = err.lines().toList();
                assertThat(lines.getLast()).isEqualTo("pip: stopped.");
                assertThat(lines).noneMatch(line -> line.contains("did not work"));
                assertThat(server.routes()).contains("POST /api/runs/r1/stop");
            } finally {
                ask.destroyForcibly();
            }
        }
    }

    @Test
    void stopsARunThatIsNamedAfterThePress() {
        try (PretendServer server = new PretendServer().on("POST /api/runs/r1/stop", PretendServer.json(202, "{}"));
                PipClient client = new PipClient(server.uri())) {
            StopKey key = new StopKey(client, Thread.currentThread());
            key.press();
            assertThat(server.routes()).isEmpty();
            key.arm("r1");
            assertThat(server.routes()).containsExactly("POST /api/runs/r1/stop");
        }
    }

    @Test
    void leavesWithoutWaitingAtTheSecondPress() {
        try (PretendServer server = new PretendServer().on("POST /api/runs/r1/stop", PretendServer.json(202, "{}"));
                PipClient client = new PipClient(server.uri())) {
            StopKey key = new StopKey(client, Thread.currentThread());
            key.arm("r1");
            key.press();
            assertThat(Thread.interrupted()).isFalse();
            key.press();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.routes()).hasSize(1);
        }
    }

    /** A shell starts a job in the background deaf to Ctrl-C, and its children inherit that. */
    private static boolean hearsInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.notExists(status)
                || Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .allMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) == 0);
    }
}
