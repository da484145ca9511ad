package au.pip.llm.cassette;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.AuthConfig;
import au.pip.llm.LlmException;
import au.pip.llm.ProviderConfig;
import au.pip.llm.cassette.Replay.Cut;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import au.pip.llm.json.Json;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Recording against a local server whose bytes are known. */
class RecorderTest {
    private static final String SHOW =
            "{\"capabilities\":[\"completion\",\"tools\"],\"model_info\":{\"general.architecture\":\"l\",\"l.context_length\":4096}}";
    private static final List<String> LINES = List.of(
            "{\"model\":\"m\",\"message\":{\"content\":\"Grüß\"},\"done\":false}\n",
            "{\"model\":\"m\",\"message\":{\"content\":\" dich\"},\"done\":false}\n",
            "{\"model\":\"m\",\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":40,\"eval_count\":2}\n");

    private final ByteServer server = ByteServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private ProviderConfig ollama(String path) {
        return ProviderConfig.of("ollama", AuthConfig.none())
                .withDefaultModel("m")
                .withEndpoint(URI.create(server.address() + path));
    }

    private Cassette record(Scenario scenario) throws Exception {
        return new Recorder(ollama(""), Clock.systemUTC()).record(scenario, "about it");
    }

    private void answer(Answer... chats) {
        server.on("/api/show", Answer.json(200, SHOW)).on("/api/chat", chats);
    }

    private static Answer hello() {
        return Answer.stream("application/x-ndjson").writeAll(LINES).end();
    }

    @Test
    void keepsWhatWasSentAndAnsweredPieceByPiece() throws Exception {
        answer(hello());

        Cassette cassette = record(Scenario.PLAIN);

        assertThat(cassette.exchanges())
                .extracting(exchange -> exchange.request().path())
                .containsExactly("/api/show", "/api/chat");
        Cassette.Exchange chat = cassette.exchanges().get(1);
        assertThat(chat.request().method()).isEqualTo("POST");
        assertThat(chat.request().headers()).containsOnlyKeys("content-type");
        assertThat(chat.request().body())
                .isEqualTo(Json.MAPPER.readTree(
                        server.requests("/api/chat").getFirst().body()));
        assertThat(chat.answer().status()).isEqualTo(200);
        assertThat(chat.answer().headers()).containsOnlyKeys("content-type");
        assertThat(chat.answer().pieces()).extracting(Cassette.Piece::text).isEqualTo(LINES);
        JsonNode reading = cassette.readings().getFirst();
        assertThat(reading.path("parts").path(0).path("text").asString()).isEqualTo("Grüß dich");
        assertThat(reading.path("usage").path("output").asLong()).isEqualTo(2);
        assertThat(reading.path("usd").asString()).isEqualTo("0");
        assertThat(Cassette.parse(cassette.write())).isEqualTo(cassette);
    }

    @Test
    void keepsBytesThatCutACharacterAsTheyCame() throws Exception {
        byte[] line = LINES.getFirst().getBytes(UTF_8);
        int inTheMiddle = new String(line, UTF_8).indexOf("ü") + 1;
        answer(Answer.stream("application/x-ndjson")
                .write(Arrays.copyOf(line, inTheMiddle))
                .write(Arrays.copyOfRange(line, inTheMiddle, line.length))
                .write(LINES.getLast())
                .end());

        Cassette cassette = record(Scenario.PLAIN);

        List<Cassette.Piece> pieces = cassette.exchanges().get(1).answer().pieces();
        assertThat(pieces).extracting(Cassette.Piece::encoded).containsExactly(true, true, false);
        assertThat(pieces.getFirst().bytes()).isEqualTo(Arrays.copyOf(line, inTheMiddle));
        assertThat(Replay.of(cassette, Cut.EACH_BYTE).readings()).isEqualTo(cassette.readings());
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "TOOLS", "REFUSAL", "LONG"})
    void isReplayedAsItWasRecorded(Scenario scenario) throws Exception {
        String calls =
                "{\"model\":\"m\",\"message\":{\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"get_weather\",\"arguments\":{\"city\":\"Paris\"}}},"
                        + "{\"function\":{\"name\":\"get_weather\",\"arguments\":{\"city\":\"Rome\"}}}]},\"done\":false}\n";
        Answer first = scenario == Scenario.TOOLS
                ? Answer.stream("application/x-ndjson")
                        .write(calls)
                        .write(LINES.getLast())
                        .end()
                : hello();
        answer(first, hello());

        Cassette cassette = record(scenario);

        assertThat(cassette.readings()).hasSize(scenario == Scenario.TOOLS ? 2 : 1);
        for (Cut cut : Cut.values()) {
            assertThat(Replay.of(cassette, cut).readings()).isEqualTo(cassette.readings());
        }
        assertThat(Replay.of(cassette, Cut.AS_RECORDED)).isEqualTo(cassette);
    }

    @Test
    void noticesAnotherReadingAndAnotherRequest() throws Exception {
        answer(hello());
        Cassette cassette = record(Scenario.PLAIN);
        String file = cassette.write();

        Cassette misread = Cassette.parse(file.replace("Grüß dich", "Servus"));
        Cassette askedOtherwise = Cassette.parse(file.replace("\"num_predict\"", "\"max_tokens\""));

        assertThat(Replay.of(misread, Cut.AS_RECORDED).readings()).isNotEqualTo(misread.readings());
        assertThat(Replay.of(askedOtherwise, Cut.AS_RECORDED).exchanges()).isNotEqualTo(askedOtherwise.exchanges());
    }

    @Test
    void showsAModelThatCallsNoToolTwoCallsAsItsOwn() throws Exception {
        answer(hello(), hello());

        record(Scenario.TOOLS);

        assertThat(server.requests("/api/chat").get(1).text()).contains("Paris", "Rome", "18 degrees, sunny");
    }

    @Test
    void keepsTheErrorForAMissingModel() throws Exception {
        server.on("/api/show", Answer.json(404, "{\"error\":\"model 'no-such-model' not found\"}"))
                .on("/api/chat", Answer.json(404, "{\"error\":\"model 'no-such-model' not found\"}"));

        Cassette cassette = record(Scenario.ERROR);

        assertThat(cassette.readings().getFirst().path("failure").asString()).isEqualTo("ModelNotFound");
        assertThat(cassette.exchanges().getLast().answer().status()).isEqualTo(404);
        assertThat(Replay.of(cassette, Cut.AS_RECORDED)).isEqualTo(cassette);
    }

    @Test
    void recordsNoErrorWhereThereIsNone() {
        answer(hello());

        assertThatThrownBy(() -> record(Scenario.ERROR))
                .isInstanceOf(Recorder.NotRecorded.class)
                .hasMessageContaining("no-such-model");
    }

    @Test
    void triesARequestOnceAndPassesItsFailureOn() {
        answer(Answer.json(503, "{\"error\":\"busy\"}"));

        assertThatThrownBy(() -> record(Scenario.PLAIN)).isInstanceOf(LlmException.class);
        assertThat(server.requests("/api/chat")).hasSize(1);
    }

    @Test
    void leavesTheGatewaysOwnPathOut() throws Exception {
        server.on("/team-7/llm/api/show", Answer.json(200, SHOW)).on("/team-7/llm/api/chat", hello());

        for (String path : List.of("/team-7/llm", "/team-7/llm/", "/team-7/llm/api", "/team-7/llm/v1/")) {
            Cassette cassette = new Recorder(ollama(path), Clock.systemUTC()).record(Scenario.PLAIN, "");
            assertThat(cassette.exchanges())
                    .extracting(exchange -> exchange.request().path())
                    .containsExactly("/api/show", "/api/chat");
            assertThat(cassette.write()).doesNotContain("team-7");
        }
    }

    @Test
    void tellsWhatAScenarioCostsAtMost() {
        Recorder anthropic = new Recorder(
                ProviderConfig.of("anthropic", AuthConfig.apiKey("a-key-for-nothing"))
                        .withDefaultModel("claude-haiku-4-5"),
                Clock.systemUTC());

        assertThat(anthropic.mostFor(Scenario.PLAIN)).isPositive();
        assertThat(anthropic.mostFor(Scenario.TOOLS)).isGreaterThan(anthropic.mostFor(Scenario.PLAIN));
        assertThat(new Recorder(ollama(""), Clock.systemUTC()).mostFor(Scenario.TOOLS))
                .isZero();
    }
}
