package au.pip.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.books.Organisation;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path temporary;

    @Test
    void exportsToANewFolder() throws Exception {
        Path folder = temporary.resolve("books");
        assertThat(run(
                        "export",
                        "--seed",
                        "3",
                        "--company",
                        "pty-ltd",
                        "--today=2026-11-23",
                        "--out",
                        folder.toString()))
                .isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(Files.readString(folder.resolve("organisation.csv"))).endsWith(",2026-11-23,3,pty-ltd\n");
    }

    @Test
    void saysInOneLineWhatIsWrongAndWritesNothing() throws Exception {
        Files.writeString(Files.createDirectory(temporary.resolve("full")).resolve("x"), "x");
        String out = temporary.resolve("books").toString();
        List<String[]> bad = List.of(
                new String[] {"export", "--seed", "1.5", "--out", out},
                new String[] {"export", "--seed", "99999999999999999999", "--out", out},
                new String[] {"export", "--company", "trust", "--out", out},
                new String[] {"export", "--today", "23/11/2026", "--out", out},
                new String[] {"export", "--today", "2026-02-30", "--out", out},
                new String[] {"export", "--today", "1999-12-31", "--out", out},
                new String[] {"export", "--today", "2100-01-01", "--out", out},
                new String[] {"export"},
                new String[] {"export", "--out"},
                new String[] {"export", "--out", temporary.resolve("full").toString()},
                new String[] {"export", "--out", temporary.resolve("full/x").toString()},
                new String[] {"export", "--out", temporary.resolve("a/b").toString()},
                new String[] {"export", "--out", "bad\0name"},
                new String[] {"export", "--out", out, "--out", out},
                new String[] {"export", "--exit-with-parent", "--out", out},
                new String[] {"serve", "--port", "70000"},
                new String[] {"serve", "--seed", "x"},
                new String[] {"serve", "--companies", "0"},
                new String[] {"serve", "--companies", "6"},
                new String[] {"export", "--companies", "2", "--out", out},
                new String[] {"play"},
                new String[] {});
        for (String[] arguments : bad) {
            err.reset();
            assertThat(run(arguments)).as(String.join(" ", arguments)).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .startsWith("sandbox: ")
                    .hasLineCount(1);
        }
        try (Stream<Path> inside = Files.list(temporary)) {
            assertThat(inside).containsExactly(temporary.resolve("full"));
        }
    }

    @Test
    void makesAsManyOrganisationsAsAskedFor() throws Exception {
        String[] three = {"serve", "--seed", "3", "--company", "pty-ltd", "--companies", "3", "--today", "2026-11-23"};
        List<BooksSpec> specs = Arguments.parse(
                        three, Set.of("--seed", "--company", "--companies", "--today"), Set.of())
                .specs();
        LocalDate today = LocalDate.of(2026, 11, 23);
        assertThat(specs)
                .containsExactly(
                        new BooksSpec(3, Company.PTY_LTD, today),
                        new BooksSpec(3, Company.SOLE_TRADER, today),
                        new BooksSpec(4, Company.PTY_LTD, today));

        List<Organisation> organisations =
                specs.stream().map(spec -> Books.generate(spec).organisation()).toList();
        assertThat(organisations).extracting(Organisation::tenantId).doesNotHaveDuplicates();
        List<String> lines = Greeting.lines("http://127.0.0.1:9", organisations);
        for (int index = 0; index < 3; index++) {
            assertThat(lines.get(index))
                    .contains(
                            "organisation " + organisations.get(index).name(),
                            "tenant " + organisations.get(index).tenantId());
        }
        assertThat(String.join("\n", lines))
                .contains(
                        "XERO_LOGIN_URL=http://127.0.0.1:9",
                        "XERO_CLIENT_ID=sandbox-app\n",
                        "XERO_CLIENT_ID=sandbox-web-app XERO_CLIENT_SECRET=sandbox-web-secret",
                        "XERO_CLIENT_ID=sandbox-custom-app XERO_CLIENT_SECRET=sandbox-custom-secret");
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("serve", "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo("sandbox: port " + taken.getLocalPort()
                            + " is in use: stop what uses it, or name another with --port\n");
        }
    }

    @Test
    void servesUntilItsParentClosesStandardInput() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        "au.pip.sandbox.Main",
                        "serve",
                        "--today",
                        "2026-11-23",
                        "--exit-with-parent")
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine())
                    .matches(
                            "sandbox ready on http://127\\.0\\.0\\.1:\\d+ \\(organisation .+, tenant [0-9a-f-]{36}\\)");
            assertThat(process.isAlive()).isTrue();
            process.outputWriter().close();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private int run(String... arguments) {
        return new Main(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }
}
