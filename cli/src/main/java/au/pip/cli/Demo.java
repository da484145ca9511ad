package au.pip.cli;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server over pretend books, both started for one command and ended with it, however it ends. */
final class Demo implements AutoCloseable {
    private static final Pattern SANDBOX_READY =
            Pattern.compile("^sandbox ready on (http://\\S+) \\(organisation (.*), tenant ([0-9a-fA-F-]{36})\\)$");
    private static final Pattern SERVER_READY = Pattern.compile("^pip ready on (http://\\S+)$");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final String SERVER_LOG = "server.log";
    private static final String SANDBOX_TOKEN = "sandbox-token";

    private final Thread atExit = new Thread(this::end, "end-demo");
    private final DemoFolder folder;
    /** The day of both programs: the books and the server must not disagree around midnight. */
    private final LocalDate today;

    private final List<Child> children = new ArrayList<>();
    private String organisation = "";
    private URI server = URI.create("http://127.0.0.1");

    private Demo(DemoFolder folder, LocalDate today) {
        this.folder = folder;
        this.today = today;
    }

    /** @throws CliException when one of the programs does not start; nothing stays behind then */
    static Demo start(BooksChoice choice, Surroundings surroundings) {
        Path home = home(surroundings);
        Demo demo = new Demo(
                DemoFolder.claim(choice, surroundings),
                Objects.requireNonNullElseGet(choice.today(), () -> LocalDate.now(SYDNEY)));
        Runtime.getRuntime().addShutdownHook(demo.atExit);
        try {
            surroundings.progress("Making a set of books…");
            Matcher books = demo.startSandbox(home, choice);
            surroundings.progress("Starting Pip…");
            demo.startServer(home, books, surroundings);
            return demo;
        } catch (CliException e) {
            demo.close();
            throw e;
        }
    }

    URI server() {
        return server;
    }

    /** What a person can do when its server has ended before its time. */
    String whenGone() {
        return "The demo's server has ended; " + folder.path().resolve(SERVER_LOG)
                + " tells why. Leave, and start again.";
    }

    /** Whose pretend books they are. */
    String organisation() {
        return organisation;
    }

    /** The last day that is in the books. */
    LocalDate today() {
        return today;
    }

    private Matcher startSandbox(Path home, BooksChoice choice) {
        List<String> command = java(home, "sandbox", "au.pip.sandbox.Main");
        command.addAll(List.of("serve", "--port", "0"));
        command.addAll(choice.arguments());
        if (choice.today() == null) {
            command.addAll(List.of("--today", today.toString()));
        }
        command.add("--exit-with-parent");
        Child sandbox = start("the sandbox", command, Map.of(), "sandbox.log");
        Matcher ready = sandbox.awaitReady(SANDBOX_READY, PATIENCE);
        organisation = Printable.of(ready.group(2));
        return ready;
    }

    private void startServer(Path home, Matcher books, Surroundings surroundings) {
        List<String> command = java(home, "server", "au.pip.server.PipServer");
        command.add("--exit-with-parent");
        Map<String, @Nullable String> environment = new HashMap<>();
        environment.put("PIP_DEMO", "1");
        environment.put("PIP_PORT", "0");
        environment.put("PIP_DATA_DIR", folder.path().toString());
        environment.put("PIP_TODAY", today.toString());
        environment.put("XERO_OAUTH_MODE", "sandbox");
        environment.put("XERO_API_URL", books.group(1));
        environment.put("XERO_ACCESS_TOKEN", SANDBOX_TOKEN);
        environment.put("XERO_TENANT_ID", books.group(3));
        environment.put("XERO_WRITES", "drafts");
        Child program = start("the server", command, environment, SERVER_LOG);
        server = URI.create(program.awaitReady(SERVER_READY, PATIENCE).group(1));
        program.notices().forEach(surroundings::progress);
    }

    private Child start(String name, List<String> command, Map<String, @Nullable String> environment, String log) {
        synchronized (children) {
            Child child = Child.start(name, command, environment, folder.path().resolve(log));
            children.add(child);
            return child;
        }
    }

    private static List<String> java(Path home, String module, String mainClass) {
        Path classes = home.resolve(module).resolve("target").resolve("classes");
        if (!Files.isDirectory(classes)) {
            throw new CliException(
                    CliException.NO_SERVER,
                    "the program '" + module + "' is not built (no " + classes
                            + "). Start through ./pip, which builds it.");
        }
        String libraries = home.resolve(module).resolve("target").resolve("lib") + File.separator + "*";
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classes + File.pathSeparator + libraries,
                mainClass));
    }

    private static Path home(Surroundings surroundings) {
        String home = surroundings.variable("PIP_HOME");
        if (home == null) {
            throw new CliException(
                    CliException.NO_SERVER, "PIP_HOME is not set, so the demo's programs cannot be found. Use ./pip.");
        }
        return Path.of(home).toAbsolutePath();
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The exit is under way, and the hook has the same to do.
        }
    }

    /** The server first, so that it can still finish what it reads. */
    private void end() {
        synchronized (children) {
            children.reversed().forEach(Child::close);
            children.clear();
        }
        folder.close();
    }
}
