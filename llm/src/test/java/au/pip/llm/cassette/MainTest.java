package au.pip.llm.cassette;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./pip llm} as a person sees it. */
class MainTest {
    private static final String KEY = "a-key-that-nobody-may-see";
    private static final String DONE =
            "{\"model\":\"m\",\"message\":{\"content\":\"Hi\"},\"done\":true,\"prompt_eval_count\":40,\"eval_count\":2}\n";

    @TempDir
    Path folder;

    private final ByteServer server = ByteServer.start();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void prepare() {
        environment.put("PIP_HOME", folder.toString());
        environment.put("OLLAMA_HOST", server.address().toString());
        server.on("/api/show", Answer.json(200, "{\"capabilities\":[\"completion\"]}"))
                .on(
                        "/api/chat",
                        Answer.stream("application/x-ndjson").write(DONE).end());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        PrintStream output = new PrintStream(out, true, UTF_8);
        PrintStream errors = new PrintStream(err, true, UTF_8);
        return new Main(Map.copyOf(environment), folder, output, errors).run(args);
    }

    @Test
    void writesACassetteAndNamesIt() throws Exception {
        assertThat(run("record", "--provider", "ollama", "--model", "m", "--scenario", "plain", "--about", "A test"))
                .isZero();

        Path file = folder.resolve("llm/src/test/resources/cassettes/ollama/plain.json");
        assertThat(out.toString(UTF_8)).isEqualTo(file + "\n");
        assertThat(err.toString(UTF_8)).isEqualTo("""
                Recording 1 scenario with m of ollama: it is free.
                  plain     END, 40 tokens in, 2 out, $0
                """);
        assertThat(Cassette.parse(Files.readString(file)).about()).isEqualTo("A test");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void overwritesOnlyWhenTold() throws Exception {
        String[] command = {
            "record",
            "--provider=ollama",
            "--scenario=plain",
            "--out",
            folder.resolve("mine").toString()
        };
        assertThat(run(command)).isZero();
        int asked = server.requests("/api/chat").size();

        assertThat(run(command)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("plain.json is there: overwrite it with --force");
        assertThat(server.requests("/api/chat")).hasSize(asked);

        assertThat(run("record", "--force", "--provider=ollama", "--scenario=plain", "--out", command[4]))
                .isZero();
    }

    @Test
    void leavesOutWhatTheModelDoesNotTakeAndGoesOn() {
        assertThat(run("record", "--provider", "ollama", "--scenario", "all")).isZero();

        assertThat(err.toString(UTF_8)).contains("tools     left out: ", "error     left out: the server answered");
        assertThat(out.toString(UTF_8)).contains("plain.json", "long.json").doesNotContain("error.json");
    }

    @Test
    void sendsNoKeyToAnotherProviderThanItIsFor() {
        environment.put("LLM_PROVIDER", "anthropic");
        environment.put("LLM_API_KEY", KEY);
        environment.put("LLM_ENDPOINT", "http://127.0.0.1:1");

        assertThat(run("record", "--provider", "ollama", "--scenario", "plain")).isZero();

        assertThat(server.requests("/api/chat")).hasSize(1);
        assertThat(server.requests("/api/chat").getFirst().headers()).doesNotContainKey("authorization");
    }

    @Test
    void stopsWithOneLineWhenNobodyAnswers() {
        server.close();

        assertThat(run("record", "--provider", "ollama")).isEqualTo(1);
        assertThat(err.toString(UTF_8).lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("llm: Ollama cannot be reached");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|no verb given",
                "dance|there is no verb 'dance'",
                "record|no provider is chosen: name one",
                "record --provider nobody|There is no provider 'nobody'",
                "record --provider anthropic|No key for anthropic",
                "record --provider ollama --scenario dance|--scenario is all or one of: plain, tools",
                "record --provider ollama --api chit|has no API 'chit'",
                "record --provider ollama --endpoint ftp://here|cannot be used",
                "record --provider ollama --speed 1|there is no option '--speed'",
                "record --provider|--provider needs a value",
                "record --provider ollama --provider ollama|given twice"
            })
    void saysWhatIsWrongInOneLine(String command, String cause) {
        assertThat(run(command.isEmpty() ? new String[0] : command.split(" "))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains(cause).startsWith("llm: ").hasLineCount(1);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void explainsItselfAtEightyColumns() {
        assertThat(run("--help")).isZero();
        assertThat(run("record", "--help")).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("Usage: ./pip llm record --provider NAME")
                .endsWith("commit it.\n");
        assertThat(out.toString(UTF_8).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
}
