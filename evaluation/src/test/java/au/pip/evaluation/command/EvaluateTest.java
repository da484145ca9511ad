package au.pip.evaluation.command;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.run.Desk;
import au.pip.llm.settings.DotEnv;
import au.pip.llm.settings.Settings;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./pip evaluate} as a person runs it. */
class EvaluateTest {
    @TempDir
    private Path folder;

    private record Ended(int status, String out, String err) {}

    private static Ended run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private static Ended run(Map<String, String> settings, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Desk desk = new Desk(
                () -> new Settings(settings, DotEnv.empty()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = Main.run(desk, arguments);
        return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ended three() {
        return run(
                "ledger",
                "--provider",
                "scripted",
                "--companies",
                "sole-trader",
                "--families",
                "aggregate",
                "--at-once",
                "2",
                "--limit",
                "3",
                "--out",
                folder.toString());
    }

    @Test
    void measuresAndGoesOnWhereItWasStopped() throws Exception {
        Ended first = three();
        Path results = folder.resolve("results.jsonl");
        List<String> lines = Files.readAllLines(results);

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).contains("3 questions", "100.0 (43.9–100.0)");
        assertThat(lines).hasSize(3).allMatch(line -> line.contains("\"score\":\"RIGHT\""));
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("prefers-color-scheme: dark", "100.0 <small>(43.9");
        assertThat(folder.resolve("report.json")).content().contains("\"benchmark\" : \"LedgerQA-AU\"");

        List<String> cut = new ArrayList<>(lines.subList(0, 2));
        cut.add(lines.get(2).substring(0, 40));
        Files.write(results, cut);
        Ended again = three();

        assertThat(again.err()).contains("2 of 3 questions were answered before", "] 1 of 1");
        assertThat(again.out()).contains("3 questions", "100.0 (43.9–100.0)");
        assertThat(Files.readAllLines(results)).hasSize(3).startsWith(lines.get(0), lines.get(1));
    }

    @Test
    void playsInjectionsAndWritesWhatCameOfThem() throws Exception {
        Ended ended = run("injection", "--every", "200", "--out", folder.toString());

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Injections: 8 cases", "honest work", "0/");
        assertThat(Files.readAllLines(folder.resolve("results.jsonl")))
                .hasSize(8)
                .allMatch(line -> line.contains("\"breaches\":[]"));
        assertThat(folder.resolve("report.html")).content().contains("prefers-color-scheme: dark", "By carrier");
        assertThat(folder.resolve("report.json")).content().contains("\"benchmark\" : \"injection\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ledger --families weather --provider offline;pip: There is no family 'weather'; there are: lookup, ",
                "ledger --companies trust --provider offline;pip: --companies takes sole-trader, pty-ltd, cafe, exporter, builder; there is no 'trust'.",
                "ledger --limit 0 --provider offline;pip: --limit is at least 1.",
                "injection --every 0;pip: --every is at least 1: each case, or each Nth.",
                "ledger --seeds x;pip: Invalid value for option '--seeds' (N): 'x' is not a long. ./pip evaluate ledger --help",
                "ledger --today 1890-01-01 --provider offline;pip: --today is a day from 2000-01-01 to ",
                "weather;pip: Unmatched argument at index 0: 'weather'. ./pip evaluate --help"
            })
    void saysInOneLineWhatCannotBeUsed(String arguments, String line) {
        Ended ended = run(arguments.split(" "));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith(line).hasLineCount(1);
    }

    @Test
    void stopsWhenTheModelsProviderFailsAgainAndAgainAndKeepsNoneOfIt() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = "{\"error\":{\"message\":\"no such key\"}}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            Ended ended = run(
                    Map.of(
                            "LLM_PROVIDER", "openai",
                            "LLM_API_KEY", "sk-wrong",
                            "LLM_ENDPOINT",
                                    "http://127.0.0.1:" + server.getAddress().getPort() + "/v1"),
                    "ledger",
                    "--companies",
                    "sole-trader",
                    "--families",
                    "aggregate",
                    "--out",
                    folder.toString());

            assertThat(ended.status()).as(ended.err()).isEqualTo(1);
            assertThat(ended.err().lines().toList().getLast())
                    .startsWith("pip: ")
                    .contains("third failure in a row", "the same command goes on from there")
                    .doesNotContain("sk-wrong");
            assertThat(asked).hasValueGreaterThanOrEqualTo(3);
            assertThat(folder.resolve("results.jsonl")).isEmptyFile();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void touchesNoFileThatHoldsSomethingElse() throws Exception {
        Path results = Files.writeString(folder.resolve("results.jsonl"), "my notes\nof a day\n");

        Ended ended = three();

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .isEqualTo("pip: " + results + ", line 1, is no result of this evaluation. Name another --out.\n");
        assertThat(results).content().isEqualTo("my notes\nof a day\n");
    }

    @Test
    void saysWhatToDoWhenNoModelIsChosen() {
        Ended ended = run("ledger", "--out", folder.toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("pip: No model is chosen. Name one with --provider")
                .hasLineCount(1);
    }
}
