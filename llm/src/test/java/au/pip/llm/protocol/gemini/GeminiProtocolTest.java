package au.pip.llm.protocol.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.Role;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.price.PriceCatalogue;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GeminiProtocolTest {
    private static final String COUNTS = ",\"usageMetadata\":{\"promptTokenCount\":5,\"candidatesTokenCount\":3}";

    private final GeminiProtocol protocol = new GeminiProtocol();
    private final List<ChatEvent> events = new ArrayList<>();

    private static ChatRequest request(Message... messages) {
        ModelInfo model = Objects.requireNonNull(PriceCatalogue.standard().model("google", "gemini-3.8-flash"));
        return new ChatRequest("google", model, List.of(messages), ChatOptions.defaults());
    }

    private ReplyFold fold(String... chunks) {
        ReplyFold fold = new ReplyFold("google", "gemini-3.8-flash", events::add);
        ChatRequest request = request(Message.user("Hi"));
        ReplyReader reader = protocol.reader(request, protocol.renderChat(request), fold);
        for (String chunk : chunks) {
            assertThat(reader.whole()).isFalse();
            byte[] bytes = chunk.getBytes(UTF_8);
            reader.read(null, bytes, 0, bytes.length);
        }
        assertThat(reader.end()).isTrue();
        return fold;
    }

    private ChatResponse read(String... chunks) {
        return fold(chunks).response(null, Timing.NONE, null);
    }

    private static String chunk(String parts) {
        return "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[%s]}}]%s,\"modelVersion\":\"gemini-3.8-flash\"}"
                .formatted(parts, COUNTS);
    }

    private static String last(String parts, String reason) {
        return "{\"candidates\":[{\"content\":{\"parts\":[%s]},\"finishReason\":\"%s\"}]%s}"
                .formatted(parts, reason, COUNTS);
    }

    private JsonNode sentBack(ChatResponse response) {
        return protocol.renderChat(request(Message.user("a"), response.message(), Message.user("b")))
                .body()
                .path("contents")
                .path(1)
                .path("parts");
    }

    private static JsonNode json(String text) {
        return Json.MAPPER.readTree(text);
    }

    @Test
    void sendsBackEachPartAsItCame() {
        ChatResponse response = read(
                chunk("{\"text\":\"Hm\",\"thought\":true}"),
                chunk("{\"text\":\"Let \"}"),
                chunk("{\"text\":\"me.\"}"),
                chunk(
                        "{\"functionCall\":{\"id\":\"i1\",\"name\":\"f\",\"args\":{\"a\":1.50}},\"thoughtSignature\":\"czE=\"},"
                                + "{\"functionCall\":{\"id\":\"i2\",\"name\":\"f\",\"args\":{}}}"),
                last("{\"text\":\"\",\"thoughtSignature\":\"czI=\"}", "STOP"));

        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        assertThat(sentBack(response)).isEqualTo(json("""
                        [{"text":"Hm","thought":true},
                         {"text":"Let me."},
                         {"functionCall":{"id":"i1","name":"f","args":{"a":1.50}},"thoughtSignature":"czE="},
                         {"functionCall":{"id":"i2","name":"f","args":{}}},
                         {"text":"","thoughtSignature":"czI="}]"""));
    }

    @Test
    void keepsASignedPartApartFromItsNeighbours() {
        ChatResponse response = read(
                chunk("{\"text\":\"One\",\"thoughtSignature\":\"czE=\"}"),
                chunk("{\"text\":\" two\"}"),
                chunk("{\"text\":\" three\"}"),
                last("{\"text\":\" four\",\"thoughtSignature\":\"czI=\"}", "STOP"));

        assertThat(response.text()).isEqualTo("One two three four");
        assertThat(sentBack(response)).isEqualTo(json("""
                        [{"text":"One","thoughtSignature":"czE="},{"text":" two three"},
                         {"text":" four","thoughtSignature":"czI="}]"""));
    }

    @Test
    void sendsTheIdsOfItsOwnCallsBackAndNoOthers() {
        Message own = new Message(
                Role.ASSISTANT,
                List.of(new Part.ToolCall(
                        "i1",
                        "f",
                        Json.object(),
                        new ProviderData("google", Json.object().put("id", "i1").put("thoughtSignature", "czE=")))));
        Message foreign = new Message(
                Role.ASSISTANT,
                List.of(new Part.ToolCall(
                        "toolu_1",
                        "f",
                        Json.object(),
                        new ProviderData("elsewhere", Json.object().put("thoughtSignature", "theirs")))));

        JsonNode contents = protocol.renderChat(request(
                        Message.user("a"),
                        own,
                        Message.toolResults(List.of(new Part.ToolResult("i1", "f", "1", false))),
                        foreign,
                        Message.toolResults(List.of(new Part.ToolResult("toolu_1", "f", "2", false)))))
                .body()
                .path("contents");

        assertThat(contents.path(2).path("parts").path(0).path("functionResponse"))
                .isEqualTo(json("{\"id\":\"i1\",\"name\":\"f\",\"response\":{\"output\":\"1\"}}"));
        assertThat(contents.path(3).path("parts").path(0)).isEqualTo(json("""
                        {"functionCall":{"name":"f","args":{}},"thoughtSignature":"skip_thought_signature_validator"}"""));
        assertThat(contents.path(4).path("parts").path(0).path("functionResponse"))
                .isEqualTo(json("{\"name\":\"f\",\"response\":{\"output\":\"2\"}}"));
    }

    @Test
    void keepsResultsApartFromWhatThePersonSays() {
        JsonNode contents = protocol.renderChat(request(
                        Message.user("a"),
                        new Message(Role.ASSISTANT, List.of(new Part.ToolCall("c", "f", Json.object(), null))),
                        Message.user("also"),
                        Message.toolResults(List.of(new Part.ToolResult("c", "f", "1", false))),
                        Message.assistant(""),
                        Message.user("and"),
                        Message.system("later rule")))
                .body()
                .path("contents");

        assertThat(contents).hasSize(4);
        assertThat(contents.path(2).path("parts")).hasSize(1);
        assertThat(contents.path(3)).isEqualTo(json("""
                        {"role":"user","parts":[{"text":"also"},{"text":"and"}]}"""));
    }

    @Test
    void beginsAndEndsWithTheUser() {
        Rendered rendered = protocol.renderChat(request(
                new Message(Role.ASSISTANT, List.of(new Part.ToolCall("a", "t", Json.object(), null))),
                Message.toolResults(List.of(new Part.ToolResult("a", "t", "r", false))),
                Message.assistant("b")));

        List<String> roles = new ArrayList<>();
        rendered.body().get("contents").forEach(content -> roles.add(Json.text(content, "role")));
        assertThat(roles).containsExactly("user", "model", "user", "model", "user");
        assertThat(rendered.body().path("contents").path(0).path("parts").toString())
                .isEqualTo("[{\"text\":\"(no message)\"}]");
        assertThat(rendered.body().path("contents").path(4).path("parts").toString())
                .isEqualTo("[{\"text\":\"Go on.\"}]");
        assertThat(rendered.warnings()).extracting(Warning::subject).containsExactly("messages");
    }

    @Test
    void sendsTheIdOfARenamedCallWithItsResultToo() {
        ProviderData own = new ProviderData("google", Json.object().put("id", "same"));
        Message calls = new Message(
                Role.ASSISTANT,
                List.of(
                        new Part.ToolCall("same", "t", Json.object(), own),
                        new Part.ToolCall("call_renamed", "t", Json.object(), own)));
        Message results = Message.toolResults(List.of(
                new Part.ToolResult("same", "t", "r1", false), new Part.ToolResult("call_renamed", "t", "r2", false)));

        JsonNode contents = protocol.renderChat(
                        request(Message.user("a"), calls, results, Message.user("b"), calls, results))
                .body()
                .get("contents");

        assertThat(contents.findValues("functionResponse"))
                .hasSize(4)
                .allSatisfy(response -> assertThat(Json.text(response, "id")).isEqualTo("same"));
    }

    @Test
    void leavesOutThinkingOfOthers() {
        Message message = new Message(
                Role.ASSISTANT,
                List.of(
                        new Part.Thinking("theirs", new ProviderData("elsewhere", Json.object())),
                        new Part.Thinking("nobody's", null),
                        new Part.Text("", new ProviderData("elsewhere", Json.object())),
                        Part.Text.of("kept")));

        assertThat(protocol.renderChat(request(Message.user("a"), message))
                        .body()
                        .path("contents")
                        .path(1)
                        .path("parts"))
                .isEqualTo(json("[{\"text\":\"kept\"}]"));
    }

    @Test
    void makesIdsForCallsThatHaveNone() {
        ChatResponse response = read(
                chunk("{\"functionCall\":{\"name\":\"f\",\"args\":{\"a\":1}}}"),
                chunk("{\"functionCall\":{\"name\":\"f\"}},{\"functionCall\":{\"name\":\"g\",\"args\":null}}"),
                last("", "STOP"));

        assertThat(response.toolCalls())
                .extracting(call -> call.toolName() + call.arguments())
                .containsExactly("f{\"a\":1}", "f{}", "g{}");
        assertThat(response.toolCalls())
                .extracting(Part.ToolCall::callId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("call_"));
        assertThat(sentBack(response).path(1)).isEqualTo(json("{\"functionCall\":{\"name\":\"f\",\"args\":{}}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "STOP,END",
        "MAX_TOKENS,MAX_TOKENS",
        "SAFETY,REFUSED",
        "RECITATION,REFUSED",
        "BLOCKLIST,REFUSED",
        "PROHIBITED_CONTENT,REFUSED",
        "SPII,REFUSED",
        "IMAGE_SAFETY,REFUSED",
        "MALFORMED_FUNCTION_CALL,OTHER",
        "UNEXPECTED_TOOL_CALL,OTHER",
        "LANGUAGE,OTHER",
        "BRAND_NEW,OTHER"
    })
    void tellsWhyAReplyEnded(String said, StopReason reason) {
        assertThat(read(last("{\"text\":\"x\"}", said)).stopReason()).isEqualTo(reason);
    }

    @Test
    void takesABlockedPromptForARefusal() {
        ChatResponse response = read(
                "{\"promptFeedback\":{\"blockReason\":\"BRAND_NEW\",\"safetyRatings\":[]},\"usageMetadata\":{\"promptTokenCount\":9}}");

        assertThat(response.stopReason()).isEqualTo(StopReason.REFUSED);
        assertThat(response.message().parts()).isEmpty();
        assertThat(response.usage()).isEqualTo(Usage.of(9, 0));
    }

    @Test
    void takesTheLastCountsAndNeverAddsThem() {
        ChatResponse response = read(
                chunk("{\"text\":\"a\"}"),
                chunk("{\"text\":\"b\"}"),
                "{\"candidates\":[{\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":90,"
                        + "\"cachedContentTokenCount\":40,\"toolUsePromptTokenCount\":7,\"candidatesTokenCount\":30,"
                        + "\"thoughtsTokenCount\":190,\"promptTokensDetails\":[{\"tokenCount\":1}],\"brandNew\":{}}}");

        assertThat(response.usage()).isEqualTo(new Usage(57, 40, 0, 0, 220, 190));
        assertThat(events).filteredOn(ChatEvent.UsageReported.class::isInstance).hasSize(2);
    }

    @Test
    void readsOnAfterTheReasonUntilTheCountsHaveCome() {
        ChatResponse response = read(
                chunk("{\"text\":\"a\"}"),
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"b\"}]},\"finishReason\":\"MAX_TOKENS\"}]}",
                chunk("{\"text\":\"\",\"thoughtSignature\":\"czE=\"}"));

        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
        assertThat(sentBack(response))
                .isEqualTo(json("[{\"text\":\"ab\"},{\"text\":\"\",\"thoughtSignature\":\"czE=\"}]"));
    }

    @Test
    void isWholeAtTheEndOfAnAnswerThatCountsNothing() {
        assertThat(read("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"b\"}]},\"finishReason\":\"STOP\"}]}")
                        .stopReason())
                .isEqualTo(StopReason.END);
    }

    @Test
    void doesNotBelieveAStopBeforeTheText() {
        ChatResponse response = read(last("", "STOP"), last("", "STOP"), last("{\"text\":\"Hi\"}", "STOP"));

        assertThat(response.text()).isEqualTo("Hi");
        assertThat(read(last("", "STOP")).stopReason()).isEqualTo(StopReason.END);
    }

    @Test
    void readsOnWhereEveryChunkSaysStop() {
        ChatResponse response = read(
                last("{\"text\":\"a\"}", "STOP"),
                last("{\"text\":\"b\"}", "STOP"),
                last("{\"text\":\"c\"}", "MAX_TOKENS"));

        assertThat(response.text()).isEqualTo("abc");
        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
    }

    @Test
    void countsNothingBelowNought() {
        assertThat(
                        read("{\"candidates\":[{\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":-5,\"candidatesTokenCount\":-1}}")
                                .usage())
                .isEqualTo(Usage.NONE);
    }

    @Test
    void isNotWholeWithoutAReason() {
        ChatRequest request = request(Message.user("Hi"));
        ReplyReader reader = protocol.reader(
                request, protocol.renderChat(request), new ReplyFold("google", "gemini-3.8-flash", event -> {}));
        byte[] bytes = last("{\"text\":\"Hi\"}", "FINISH_REASON_UNSPECIFIED").getBytes(UTF_8);

        reader.read(null, bytes, 0, bytes.length);

        assertThat(reader.end()).isFalse();
    }

    @Test
    void readsOverWhatItDoesNotKnow() {
        ChatResponse response = read(
                "{}",
                "7",
                "{\"brandNew\":[{}]}",
                "{\"candidates\":null}",
                "{\"candidates\":[]}",
                "{\"candidates\":[{\"content\":{\"parts\":null}}],\"usageMetadata\":null}",
                chunk("7,{\"text\":null},{\"executableCode\":{\"code\":\"x\"}},{\"text\":\"yes\"}"),
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"!\"}]}},{\"content\":{\"parts\":[{\"text\":\"no\"}]}}]}",
                "{\"usageMetadata\":{\"trafficType\":\"ON_DEMAND\"}}",
                "{\"candidates\":[{\"finishReason\":\"STOP\",\"groundingMetadata\":{}}]}");

        assertThat(response.text()).isEqualTo("yes!");
        assertThat(response.usage()).isEqualTo(Usage.of(5, 3));
    }

    @Test
    void namesTheModelAndTheReply() {
        read("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"x\"}]},\"finishReason\":\"STOP\"}]" + COUNTS
                + ",\"modelVersion\":\"gemini-3.8-flash-002\",\"responseId\":\"r7\"}");

        assertThat(events.getFirst()).isEqualTo(new ChatEvent.Started("r7", "gemini-3.8-flash-002"));
    }
}
