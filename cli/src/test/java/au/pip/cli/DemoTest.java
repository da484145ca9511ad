package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts two small programs that stand where the sandbox and the server do. */
@Timeout(120)
class DemoTest {
    private static final String TENANT = "01234567-89ab-cdef-0123-456789abcdef";

    @TempDir
    Path home;

    @TempDir
    Path data;

    private final Terminalless terminal = new Terminalless();

    @BeforeEach
    void surround() {
        terminal.with("PIP_HOME", home.toString()).with("PIP_DATA_DIR", data.toString());
    }

    @Test
    void startsTheServerOverTheBooksAndEndsBothOnClose() throws IOException {
        program(
                "sandbox",
                "Main",
                "sandbox ready on http://127.0.0.1:9 (organisation Bright (& Sons), tenant " + TENANT + ")");
        program("server", "PipServer", "pip ready on http://127.0.0.1:10");
        ProcessHandle sandbox;
        ProcessHandle server;
        try (Demo demo = Demo.start(books("7", "2026-11-23"), terminal.surroundings())) {
            assertThat(demo.organisation()).isEqualTo("Bright (& Sons)");
            assertThat(demo.server()).hasToString("http://127.0.0.1:10");
            assertThat(told("sandbox", "arguments"))
                    .isEqualTo("serve --port 0 --seed 7 --company pty-ltd --today 2026-11-23 --exit-with-parent");
            assertThat(told("server", "arguments")).isEqualTo("--exit-with-parent");
            assertThat(Map.of(
                            "PIP_DEMO", "1",
                            "PIP_PORT", "0",
                            "PIP_TODAY", "2026-11-23",
                            "PIP_DATA_DIR",
                                    data.resolve("demo/pty-ltd-seed7-2026-11-23")
                                            .toString(),
                            "XERO_OAUTH_MODE", "sandbox",
                            "XERO_API_URL", "http://127.0.0.1:9",
                            "XERO_ACCESS_TOKEN", "sandbox-token",
                            "XERO_TENANT_ID", TENANT))
                    .allSatisfy(
                            (name, value) -> assertThat(told("server", name)).isEqualTo(value));
            sandbox = ProcessHandle.of(Long.parseLong(told("sandbox", "pid"))).orElseThrow();
            server = ProcessHandle.of(Long.parseLong(told("server", "pid"))).orElseThrow();
            assertThat(sandbox.isAlive() && server.isAlive()).isTrue();
        }
        assertThat(sandbox.isAlive() || server.isAlive()).isFalse();
        assertThat(terminal.err()).isEqualTo("Making a set of books…\nStarting Pip…\n");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void tellsWhyTheServerDidNotStartAndLeavesNothingRunning() throws IOException {
        program("sandbox", "Main", "sandbox ready on http://127.0.0.1:9 (organisation A, tenant " + TENANT + ")");
        program("server", "PipServer", null);
        assertThat(terminal.run("demo")).isEqualTo(3);
        assertThat(terminal.err()).endsWith("pip: the server did not start: the settings are wrong.\n");
        long sandbox = Long.parseLong(told("sandbox", "pid"));
        assertThat(ProcessHandle.of(sandbox).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void saysThatAProgramIsNotBuilt() {
        assertThat(terminal.run("demo")).isEqualTo(3);
        assertThat(terminal.err())
                .contains("pip: the program 'sandbox' is not built")
                .contains("Start through ./pip");
    }

    @Test
    void givesASecondDemoOfTheSameBooksAFolderBesideTheFirst() {
        try (DemoFolder first = DemoFolder.claim(books("7", null), terminal.surroundings());
                DemoFolder second = DemoFolder.claim(books("7", null), terminal.surroundings())) {
            assertThat(first.path()).isEqualTo(data.resolve("demo/pty-ltd-seed7"));
            assertThat(second.path()).isEqualTo(data.resolve("demo/pty-ltd-seed7-beside2"));
        }
        try (DemoFolder again = DemoFolder.claim(books("7", null), terminal.surroundings())) {
            assertThat(again.path()).isEqualTo(data.resolve("demo/pty-ltd-seed7"));
        }
    }

    @Test
    void saysThatItsFolderCannotBeWritten() throws IOException {
        Files.writeString(data.resolve("demo"), "in the way");
        assertThatThrownBy(() -> DemoFolder.claim(books("1", null), terminal.surroundings()))
                .isInstanceOfSatisfying(
                        CliException.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                .hasMessageStartingWith("cannot write in " + data.resolve("demo"));
    }

    private static BooksChoice books(String seed, String today) {
        BooksOptions options = new BooksOptions();
        options.seed = seed;
        options.company = "pty-ltd";
        options.today = today;
        return options.choice();
    }

    /** Makes a program that notes what it was given, says the line and lives until its standard input closes. */
    private void program(String module, String name, String ready) throws IOException {
        String end = ready == null
                ? "System.err.println(\"pip: the settings are wrong.\"); System.exit(1);"
                : "System.out.println(\"" + ready + "\"); while (System.in.read() >= 0) {}";
        String source = """
                package au.pip.%s;
                public class %s {
                    public static void main(String[] arguments) throws Exception {
                        var told = new java.util.Properties();
                        told.putAll(System.getenv());
                        told.put("arguments", String.join(" ", arguments));
                        told.put("pid", Long.toString(ProcessHandle.current().pid()));
                        try (var out = java.nio.file.Files.newOutputStream(java.nio.file.Path.of(%s))) {
                            told.store(out, null);
                        }
                        %s
                    }
                }
                """.formatted(module, name, quoted(home.resolve(module + ".properties")), end);
        Path classes =
                Files.createDirectories(home.resolve(module).resolve("target").resolve("classes"));
        Path file = Files.writeString(home.resolve(name + ".java"), source, UTF_8);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), file.toString());
        assertThat(result).isZero();
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\") + '"';
    }

    private String told(String module, String name) {
        Properties told = new Properties();
        try (var in = Files.newInputStream(home.resolve(module + ".properties"))) {
            told.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return told.getProperty(name);
    }
}
