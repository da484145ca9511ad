package au.pip.llm.cassette;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys planted in every place of a server's answers, and looked for in the files that were written. */
class SecretsTest {
    private static final String KEY = "sk-live/7Yq+Zp3-WkR9_tT4";
    private static final String EMAIL = "jane.citizen@example.com.au";
    private static final String ORGANISATION = "org-Qm7Zk2Lr9Xw4";

    private final ByteServer server = ByteServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private Recorder recorder(String key) {
        return new Recorder(
                ProviderConfig.of("anthropic", AuthConfig.apiKey(key))
                        .withDefaultModel("claude-haiku-4-5")
                        .withEndpoint(server.address()),
                Clock.systemUTC());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String escaped(String text) {
        StringBuilder all = new StringBuilder();
        text.chars().forEach(letter -> all.append("\\u%04x".formatted(letter)));
        return all.toString();
    }

    /** All forms in which the key is planted. */
    private static List<String> forms() {
        return List.of(
                KEY,
                KEY.replace("/", "\\/"),
                escaped(KEY),
                KEY.replace("/", "%2F").replace("+", "%2b"),
                base64(KEY),
                base64("Bearer " + KEY),
                base64("ab" + KEY + "cd"),
                Base64.getUrlEncoder().encodeToString(("user:" + KEY).getBytes(UTF_8)),
                HexFormat.of().formatHex(KEY.getBytes(UTF_8)),
                KEY.substring(0, 16) + "…",
                KEY.substring(KEY.length() - 12),
                "sk-li" + "*".repeat(20) + "_tT4");
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private static String delta(String text) {
        return event(
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text
                        + "\"}}");
    }

    private static String reply(String... deltas) {
        return event(
                        "message_start",
                        "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"model\":\"claude-haiku-4-5\",\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}}")
                + event(
                        "content_block_start",
                        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}")
                + String.join("", deltas)
                + event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
                + event(
                        "message_delta",
                        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":5}}")
                + event("message_stop", "{\"type\":\"message_stop\"}");
    }

    private static String[] headers() {
        return new String[] {
            "request-id: req_011CXyZ987654",
            "set-cookie: session=" + KEY,
            "anthropic-organization-id: " + ORGANISATION,
            "openai-project: proj_Ab12Cd34Ef",
            "x-echo: " + KEY,
            "retry-after: " + KEY
        };
    }

    private static void assertClean(String written) {
        forms().forEach(form -> assertThat(written).doesNotContain(form));
        assertThat(written)
                .doesNotContain(EMAIL, "jane", ORGANISATION, "proj_Ab12Cd34Ef", "req_011CXyZ987654", "session=")
                .doesNotContain("7Yq+Zp3-Wk", "_tT4");
    }

    private static String written(Cassette cassette, Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("cassette.json"), cassette.write());
        return Files.readString(file, ISO_8859_1);
    }

    @Test
    void writesNoSecretOfASuccess(@TempDir Path folder) throws Exception {
        String text = String.join(" ", forms()) + "\\n" + EMAIL + " \\u00e9" + EMAIL + " " + ORGANISATION
                + " req_011CXyZ987654 of /home/jane/models";
        server.on(
                "/v1/messages",
                Answer.stream("text/event-stream", headers())
                        .write(reply(delta(text)))
                        .end());

        Cassette cassette = recorder(KEY).record(Scenario.PLAIN, "");

        String written = written(cassette, folder);
        assertClean(written);
        assertThat(cassette.exchanges().getFirst().request().headers())
                .containsEntry("x-api-key", "[key]")
                .containsKey("anthropic-version");
        assertThat(cassette.exchanges().getFirst().answer().headers())
                .containsOnlyKeys("content-type", "request-id", "retry-after")
                .containsEntry("request-id", "[request-1]")
                .containsEntry("retry-after", "[key]");
        assertThat(cassette.readings().getFirst().path("requestId").asString()).isEqualTo("[request-1]");
        assertThat(cassette.readings()
                        .getFirst()
                        .path("parts")
                        .path(0)
                        .path("text")
                        .asString())
                .contains("[key]", "\n[email] é[email] [organisation] [request-1] of [home]/models");
        for (Cut cut : Cut.values()) {
            assertThat(Replay.of(cassette, cut).readings()).isEqualTo(cassette.readings());
        }
    }

    @Test
    void writesNoSecretOfAnError(@TempDir Path folder) throws Exception {
        String words = "no model for " + KEY + " of " + EMAIL + " in " + ORGANISATION
                + ", organization (5f0c1a52-0000-4abc-8def-1234567890ab)";
        server.on(
                "/v1/messages",
                Answer.json(
                        404,
                        Json.object()
                                .put("type", "error")
                                .put("request_id", "req_9Zz8Yy7Xx")
                                .set(
                                        "error",
                                        Json.object()
                                                .put("type", "not_found_error")
                                                .put("message", words))
                                .toString(),
                        headers()));

        Cassette cassette = recorder(KEY).record(Scenario.ERROR, "");

        String written = written(cassette, folder);
        assertClean(written);
        assertThat(written).doesNotContain("req_9Zz8Yy7Xx", "5f0c1a52");
        assertThat(cassette.readings().getFirst().path("failure").asString()).isEqualTo("ModelNotFound");
        assertThat(Replay.of(cassette, Cut.AS_RECORDED)).isEqualTo(cassette);
    }

    /** Each place at which two deliveries may share the key. */
    @Test
    void writesNoSecretThatTwoDeliveriesShare(@TempDir Path folder) throws Exception {
        byte[] body = reply(delta("It is " + KEY + " of " + EMAIL + " there")).getBytes(UTF_8);
        String text = new String(body, UTF_8);
        int start = text.indexOf(KEY) - 1;
        int end = text.indexOf(EMAIL) + EMAIL.length() + 1;
        server.on(
                "/v1/messages",
                IntStream.range(start, end)
                        .mapToObj(at -> Answer.stream("text/event-stream")
                                .write(text.substring(0, at))
                                .write(text.substring(at, Math.min(at + 3, text.length())))
                                .write(text.substring(Math.min(at + 3, text.length())))
                                .end())
                        .toArray(Answer[]::new));

        for (int at = start; at < end; at++) {
            Cassette cassette = recorder(KEY).record(Scenario.PLAIN, "");
            assertClean(written(cassette, folder));
            assertThat(cassette.readings()
                            .getFirst()
                            .path("parts")
                            .path(0)
                            .path("text")
                            .asString())
                    .isEqualTo("It is [key] of [email] there");
            StringBuilder whole = new StringBuilder();
            cassette.exchanges().getFirst().answer().pieces().forEach(piece -> whole.append(piece.text()));
            assertClean(whole.toString());
        }
    }

    @Test
    void recordsNothingWhenASecretIsSpreadOverFrames() {
        server.on(
                "/v1/messages",
                Answer.stream("text/event-stream")
                        .write(reply(delta("It is " + KEY.substring(0, 5)), delta(KEY.substring(5))))
                        .end());

        assertThatThrownBy(() -> recorder(KEY).record(Scenario.PLAIN, ""))
                .isInstanceOf(Recorder.NotRecorded.class)
                .hasMessageContaining("cut into pieces")
                .hasMessageNotContaining("7Yq");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPTY", "ollama", "1234567"})
    void recordsNothingWithAKeyThatCouldBeAWord(String key) {
        assertThatThrownBy(() -> recorder(key).record(Scenario.PLAIN, ""))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageContaining("LLM_AUTH_METHOD=none")
                .hasMessageNotContaining(key);
        assertThat(server.requests("/v1/messages")).isEmpty();
    }

    @Test
    void givesTheSameThingTheSamePlaceholder() {
        Scrubber scrubber = new Scrubber(ProviderConfig.of("anthropic", AuthConfig.apiKey(KEY)));

        assertThat(scrubber.text("{\"request_id\":\"req_aaaaaaaa\"}")).isEqualTo("{\"request_id\":\"[request-1]\"}");
        assertThat(scrubber.text("{\"request_id\":\"req_bbbbbbbb\", \"again\":\"req_aaaaaaaa\"}"))
                .isEqualTo("{\"request_id\":\"[request-2]\", \"again\":\"[request-1]\"}");
        assertThat(scrubber.text("call_8000000000000001, call_9000000000000001, call_8000000000000001"))
                .isEqualTo("[made-call-1], [made-call-2], [made-call-1]");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        Scrubber scrubber = new Scrubber(ProviderConfig.of("anthropic", AuthConfig.apiKey(KEY)));
        String text = "**Bold** text*** at 10:30 \\n of Grüße, call_1, toolu_01AbC, a@b, sk-short, /api/home 😀 \\\\";

        assertThat(scrubber.text(text)).isEqualTo(text);
    }

    @Test
    void takesTheEndpointsNameOut() {
        Scrubber scrubber = new Scrubber(ProviderConfig.of("anthropic", AuthConfig.none())
                .withEndpoint(java.net.URI.create("https://models.citizen.example/v1")));

        assertThat(scrubber.text("no model at models.citizen.example")).isEqualTo("no model at [host]");
    }
}
