package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.Program.Ended;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import au.pip.sandbox.export.BooksExport;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole of Pip with models that speak Anthropic's and Ollama's bytes: programs, HTTP, books, grounding. */
@Tag("slow")
class RealWireTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ASKED = "What am I owed, and what do I owe?";

    @TempDir
    Path folder;

    private final PretendBooks pretend = new PretendBooks();
    private final ByteServer model = ByteServer.start();

    /** The vendor's own bytes. */
    private interface Wire {
        Answer twoTools();

        Answer says(String... chunks);

        Answer breaksAfter(String words);
    }

    private static final class Anthropic implements Wire {
        private static String event(String type, String rest) {
            return "event: %s\ndata: {\"type\":\"%s\"%s}\n\n".formatted(type, type, rest);
        }

        private static Answer.Builder start() {
            return Answer.stream("text/event-stream", "request-id: req_1")
                    .write(
                            event(
                                    "message_start",
                                    ",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-3-5-haiku-20241022\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":1000,\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":0,\"output_tokens\":1}}"))
                    .write(event("ping", ""));
        }

        private static void tool(Answer.Builder answer, int index, String name) {
            answer.write(event(
                            "content_block_start",
                            ",\"index\":%d,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_%d\",\"name\":\"%s\",\"input\":{}}"
                                    .formatted(index, index, name)))
                    .write(event(
                            "content_block_delta",
                            ",\"index\":%d,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\"}"
                                    .formatted(index)))
                    .write(event(
                            "content_block_delta",
                            ",\"index\":%d,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"}\"}"
                                    .formatted(index)))
                    .write(event("content_block_stop", ",\"index\":" + index));
        }

        private static Answer end(Answer.Builder answer, String reason) {
            return answer.write(event(
                            "message_delta",
                            ",\"delta\":{\"stop_reason\":\"%s\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":100}"
                                    .formatted(reason)))
                    .write(event("message_stop", ""))
                    .end();
        }

        private static void text(Answer.Builder answer, String... chunks) {
            answer.write(
                    event("content_block_start", ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
            for (String chunk : chunks) {
                answer.write(event(
                        "content_block_delta",
                        ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":%s}"
                                .formatted(JSON.writeValueAsString(chunk))));
            }
        }

        @Override
        public Answer twoTools() {
            Answer.Builder answer = start();
            tool(answer, 0, "receivables");
            tool(answer, 1, "payables");
            return end(answer, "tool_use");
        }

        @Override
        public Answer says(String... chunks) {
            Answer.Builder answer = start();
            text(answer, chunks);
            answer.write(event("content_block_stop", ",\"index\":0"));
            return end(answer, "end_turn");
        }

        @Override
        public Answer breaksAfter(String words) {
            Answer.Builder answer = start();
            text(answer, words);
            return answer.write(
                            "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n")
                    .end();
        }
    }

    private static final class Ollama implements Wire {
        private static String line(String message, String rest) {
            return "{\"model\":\"llama3.1\",\"created_at\":\"2026-11-23T01:02:03Z\",\"message\":{\"role\":\"assistant\"%s}%s}\n"
                    .formatted(message, rest);
        }

        private static Answer end(Answer.Builder answer) {
            return answer.write(line(
                            ",\"content\":\"\"",
                            ",\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":1000,\"eval_count\":100"))
                    .end();
        }

        @Override
        public Answer twoTools() {
            return end(Answer.stream("application/x-ndjson")
                    .write(line(
                            ",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"receivables\",\"arguments\":{}}},{\"function\":{\"name\":\"payables\",\"arguments\":{}}}]",
                            ",\"done\":false")));
        }

        @Override
        public Answer says(String... chunks) {
            Answer.Builder answer = Answer.stream("application/x-ndjson");
            for (String chunk : chunks) {
                answer.write(line(",\"content\":" + JSON.writeValueAsString(chunk), ",\"done\":false"));
            }
            return end(answer);
        }

        @Override
        public Answer breaksAfter(String words) {
            return Answer.stream("application/x-ndjson")
                    .write(line(",\"content\":" + JSON.writeValueAsString(words), ",\"done\":false"))
                    .write("{\"error\":\"model runner has unexpectedly stopped\"}\n")
                    .end();
        }
    }

    @BeforeEach
    void models() {
        model.on(
                "/api/show",
                Answer.json(
                        200,
                        "{\"capabilities\":[\"completion\",\"tools\"],\"model_info\":{\"llama.context_length\":32768}}"));
        model.on("/api/tags", Answer.json(200, "{\"models\":[{\"name\":\"llama3.1\",\"model\":\"llama3.1\"}]}"));
    }

    @AfterEach
    void close() {
        model.close();
        pretend.close();
    }

    @Test
    void answersThroughAnthropicsProtocol() throws Exception {
        try (Program server = server(
                "anthropic", "LLM_API_KEY", "sk-ant-planted-key", "LLM_DEFAULT_MODEL", "claude-3-5-haiku-20241022")) {
            String address = server.awaitLine("pip ready on (\\S+)");
            JsonNode answer = answersToTheCent(address, "/v1/messages", new Anthropic());
            // Two replies of 1,000 tokens in and 100 out at US$0.80 and 4.00 a million.
            assertThat(new BigDecimal(answer.path("costUsd").asString())).isEqualByComparingTo("0.0024");
            tellsOfFaults(address, "/v1/messages", new Anthropic());
            model.on(
                    "/v1/messages",
                    Answer.json(
                            401,
                            "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"invalid x-api-key\"}}"));
            Ended refused = ask(address);
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.line()).contains("key").doesNotContain("sk-ant-planted-key");
            assertThat(server.errors()).doesNotContain("sk-ant-planted-key");
        }
    }

    @Test
    void answersThroughOllamasProtocol() throws Exception {
        try (Program server = server("ollama", "LLM_DEFAULT_MODEL", "llama3.1")) {
            String address = server.awaitLine("pip ready on (\\S+)");
            JsonNode answer = answersToTheCent(address, "/api/chat", new Ollama());
            assertThat(new BigDecimal(answer.path("costUsd").asString())).isZero();
            tellsOfFaults(address, "/api/chat", new Ollama());
        }
    }

    @Test
    void tellsWhenNothingListens() {
        for (String provider : new String[] {"anthropic", "ollama"}) {
            try (Program server = Program.server(
                    folder,
                    pretend.settings(
                            folder.resolve("nobody-" + provider),
                            "LLM_PROVIDER",
                            provider,
                            "LLM_API_KEY",
                            "some-key",
                            "LLM_DEFAULT_MODEL",
                            "any-model",
                            "LLM_ENDPOINT",
                            "http://127.0.0.1:9"))) {
                Ended ended = ask(server.awaitLine("pip ready on (\\S+)"));
                assertThat(ended.status()).isEqualTo(1);
                assertThat(ended.line()).as(provider).contains("127.0.0.1:9");
                assertThat(ended.err()).doesNotContain("Exception");
            }
        }
    }

    private JsonNode answersToTheCent(String address, String path, Wire wire) throws Exception {
        model.on(path, wire.twoTools(), wire.says("You're owed {F", "1} AUD and you made $1,2", "34.56 up."));
        Ended ended = ask(address);
        assertThat(ended.status()).as(ended.toString()).isZero();
        JsonNode answer = JSON.readTree(ended.out());
        try (Truth truth = new Truth(BooksExport.write(pretend.books, folder.resolve("export")))) {
            LocalDate day = PretendBooks.DAY;
            long owed = truth.ask("receivables", day, day, day);
            long owing = truth.ask("payables", day, day, day);
            BigDecimal first =
                    new BigDecimal(answer.path("figures").get(0).path("value").asString());
            // Two tools run at once: either may have found the first fact, and what is owed to suppliers is not owed to
            // you.
            assertThat(first.movePointRight(2).longValueExact()).isIn(owed, owing);
            assertThat(answer.path("figures").get(0).path("status").asString())
                    .isEqualTo(first.movePointRight(2).longValueExact() == owed ? "verified" : "unverified");
        }
        assertThat(answer.path("figures").get(1).path("text").asString()).isEqualTo("$1,234.56");
        assertThat(answer.path("figures").get(1).path("status").asString()).isEqualTo("unverified");
        assertThat(answer.path("tools").size()).isEqualTo(2);
        assertThat(answer.path("usage").path("output").asLong()).isEqualTo(200);
        assertThat(model.requests(path)).hasSize(2);
        assertThat(model.requests(path).getLast().text())
                .contains("owed to you")
                .contains("owed by you");
        return answer;
    }

    private void tellsOfFaults(String address, String path, Wire wire) {
        model.on(path, wire.breaksAfter("Let me see "));
        Ended broken = ask(address);
        assertThat(broken.status()).isEqualTo(1);
        assertThat(JSON.readTree(broken.out()).path("state").asString()).isEqualTo("failed");
        assertThat(JSON.readTree(broken.out()).path("answer").asString()).startsWith("Let me see");
        assertThat(broken.line()).isNotEmpty();
        assertThat(broken.err()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    private Ended ask(String address) {
        return Program.ask(folder, Map.of(), "--json", "--server", address, ASKED);
    }

    private Program server(String provider, String... more) {
        Map<String, String> settings = pretend.settings(
                folder.resolve("data"),
                "LLM_PROVIDER",
                provider,
                "LLM_ENDPOINT",
                model.address().toString());
        for (int index = 0; index < more.length; index += 2) {
            settings.put(more[index], more[index + 1]);
        }
        return Program.server(folder, settings);
    }
}
