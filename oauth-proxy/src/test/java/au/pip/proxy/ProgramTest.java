package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program itself, in a process of its own with little memory and short time limits. */
class ProgramTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "PROXY_PORT", "0",
            "PROXY_PUBLIC_URL", "https://connect.example.org",
            "PROXY_TRUSTED", "127.0.0.1",
            "XERO_CLIENT_ID", "an-app",
            "XERO_CLIENT_SECRET", "the-secret-of-the-app");

    @TempDir
    Path folder;

    private Process program(Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dsun.net.httpserver.maxReqTime=1",
                "-Dsun.net.httpserver.idleInterval=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "au.pip.proxy.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static URI ready(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(out.readLine());
        assertThat(line)
                .matches("proxy ready on http://127\\.0\\.0\\.1:\\d+ for https://connect\\.example\\.org"
                        + " \\(redirect URI of the app: https://connect\\.example\\.org/oauth/callback\\)");
        return URI.create(line.replaceFirst("^proxy ready on (\\S+) .*", "$1"));
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    @Test
    void endsWhenItIsToldTo() throws Exception {
        Process process = program(SETTINGS);
        ready(process);

        end(process);

        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(errors()).isEmpty();
    }

    /** The memory of 24 MiB is not used up by 4,000 beginnings as long as they get, from as many networks. */
    @Test
    void doesNotGrowUnderAFlood() throws Exception {
        Process process = program(SETTINGS);
        URI address = ready(process);
        HttpClient client = HttpClient.newHttpClient();
        String link = address + "/oauth/authorize?"
                + Words.text(Map.of(
                        "return_to",
                        "https://books.example/" + "a".repeat(900) + "/xero/callback",
                        "scope",
                        "openid offline_access accounting.settings.read",
                        "state",
                        "s".repeat(512),
                        "code_challenge",
                        "c".repeat(43),
                        "code_challenge_method",
                        "S256"));
        for (int i = 0; i < 4000; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(link))
                    .header("X-Forwarded-For", "203.0." + i / 200 + "." + i % 200)
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }

        assertThat(client.send(
                                HttpRequest.newBuilder(address.resolve("/health"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        end(process);
        assertThat(errors().lines()).hasSize(4001).doesNotContain("OutOfMemory");
        assertThat(errors()).doesNotContain("sss").doesNotContain("203.0.").doesNotContain("aaa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /health HTTP/1.1\r\nHost: x\r\nSlow: ",
                "POST /oauth/refresh HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 100\r\n\r\nrefresh_"
            })
    void dropsWhoSendsTooSlowly(String beginning) throws Exception {
        Process process = program(SETTINGS);
        URI address = ready(process);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } finally {
            end(process);
        }
    }

    @Test
    void dropsWhoSendsEndlessHeaders() throws Exception {
        Process process = program(SETTINGS);
        URI address = ready(process);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(20_000);
            String request = "GET /health HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isNotEqualTo("HTTP/1.1 200");
        } catch (IOException reset) {
            // Closed without an answer: as good.
        } finally {
            end(process);
        }
    }

    @Test
    void saysWhichSettingIsMissing() throws Exception {
        Process process = program(Map.of("PROXY_PUBLIC_URL", "https://connect.example.org"));

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(errors()).startsWith("proxy: XERO_CLIENT_ID is not set").hasLineCount(1);
    }

    @Test
    void doesNotCountEverybodyAsOne() throws Exception {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("PROXY_TRUSTED", "");
        Process process = program(settings);

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(errors()).startsWith("proxy: PROXY_TRUSTED is not set").hasLineCount(1);
    }

    @Test
    void explainsItself() throws Exception {
        Process process = program(Map.of(), "--help");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("Usage: ./pip proxy\n")
                .contains("PROXY_PUBLIC_URL", "PROXY_TRUSTED");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
