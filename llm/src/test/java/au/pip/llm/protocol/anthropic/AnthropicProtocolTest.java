package au.pip.llm.protocol.anthropic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.Role;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicProtocolTest {
    private static final ModelInfo NEW_MODEL = new ModelInfo(
            "claude-new",
            200_000,
            64_000,
            Set.of(Capability.TOOLS, Capability.IMAGES, Capability.DOCUMENTS, Capability.PROMPT_CACHE));
    private static final String START = """
            {"type":"message_start","message":{"id":"msg_1","model":"claude-new-20260101","usage":%s}}""";
    private static final String STOP = "{\"type\":\"message_stop\"}";

    private final AnthropicProtocol protocol = new AnthropicProtocol();

    private static ChatRequest request(ChatOptions options, Message... messages) {
        return new ChatRequest("anthropic", NEW_MODEL, List.of(messages), options);
    }

    private ChatResponse read(String... frames) {
        ChatRequest request = request(ChatOptions.defaults(), Message.user("Hi"));
        ReplyFold fold = new ReplyFold("anthropic", "claude-new", event -> {});
        ReplyReader reader = protocol.reader(request, protocol.renderChat(request), fold);
        for (String frame : frames) {
            byte[] bytes = frame.getBytes(UTF_8);
            reader.read(null, bytes, 0, bytes.length);
        }
        assertThat(reader.whole()).isEqualTo(frames[frames.length - 1].equals(STOP));
        return fold.response(null, Timing.NONE, null);
    }

    @Test
    void takesTheLastOfCumulativeCountsEvenWhenInputGrows() {
        ChatResponse response = read(START.formatted("""
                        {"input_tokens":1128,"cache_read_input_tokens":50,"cache_creation_input_tokens":300,\
                        "cache_creation":{"ephemeral_5m_input_tokens":100,"ephemeral_1h_input_tokens":200},\
                        "output_tokens":2}"""), """
                {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":2411,\
                "cache_read_input_tokens":50,"cache_creation_input_tokens":300,"output_tokens":40,\
                "output_tokens_details":{"thinking_tokens":30}}}""", STOP);

        assertThat(response.usage()).isEqualTo(new Usage(2411, 50, 100, 200, 40, 30));
        assertThat(response.model()).isEqualTo("claude-new-20260101");
    }

    @Test
    void countsCacheWritesWithoutDetailAsFiveMinuteOnes() {
        ChatResponse response = read(
                START.formatted("{\"input_tokens\":3,\"cache_creation_input_tokens\":12304,\"output_tokens\":1}"),
                STOP);

        assertThat(response.usage()).isEqualTo(new Usage(3, 0, 12304, 0, 1, 0));
    }

    @Test
    void readsOverWhatItDoesNotKnow() {
        ChatResponse response = read(
                START.formatted("{}"),
                "{\"type\":\"ping\"}",
                "{\"type\":\"brand_new\",\"delta\":[1,{\"a\":2}],\"message\":7}",
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"server_tool_use\",\"input\":{}}}",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{}\"}}",
                "{\"type\":\"content_block_stop\",\"index\":0}",
                "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
                "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"new_delta\",\"text\":\"no\"}}",
                "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\"yes\"}}",
                "{\"type\":\"content_block_stop\",\"index\":1}",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"new_reason\"}}",
                STOP);

        assertThat(response.text()).isEqualTo("yes");
        assertThat(response.toolCalls()).isEmpty();
        assertThat(response.stopReason()).isEqualTo(StopReason.OTHER);
    }

    @Test
    void losesNothingWhenAnIndexIsUsedTwice() {
        ChatResponse response = read(
                START.formatted("{}"),
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\"}}",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"Hm\"}}",
                "{\"type\":\"content_block_stop\",\"index\":0}",
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hello\"}}",
                "{\"type\":\"content_block_stop\",\"index\":0}",
                STOP);

        assertThat(response.message().parts()).containsExactly(new Part.Thinking("Hm", null), Part.Text.of("Hello"));
    }

    @Test
    void losesNoDeltaWhoseBlockHasNoStartOrHasEnded() {
        String delta =
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"%s\"}}";

        ChatResponse response = read(
                START.formatted("{}"),
                delta.formatted("one "),
                "{\"type\":\"content_block_stop\",\"index\":0}",
                delta.formatted("two"),
                STOP);

        assertThat(response.text()).isEqualTo("one two");
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn,END",
        "max_tokens,MAX_TOKENS",
        "stop_sequence,STOP_SEQUENCE",
        "refusal,REFUSED",
        "model_context_window_exceeded,CONTEXT_FULL",
        "pause_turn,PAUSED"
    })
    void tellsWhyAReplyEnded(String said, StopReason reason) {
        assertThat(read(
                                START.formatted("{}"),
                                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + said + "\"}}",
                                STOP)
                        .stopReason())
                .isEqualTo(reason);
    }

    @Test
    void tellsWhatARefusalIsAboutButNotInTheProvidersWords() {
        ChatResponse response = read(START.formatted("{}"), """
                {"type":"message_delta","delta":{"stop_reason":"refusal","stop_details":{"type":"refusal",\
                "category":"cyber","explanation":"WORDS"}}}""", STOP);

        assertThat(response.stopReason()).isEqualTo(StopReason.REFUSED);
        assertThat(response.warnings())
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.message()).contains("(cyber)").doesNotContain("WORDS"));
    }

    @Test
    void dropsACallThatTheLimitCutBeforeItsArguments() {
        ChatResponse response = read(
                START.formatted("{}"),
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"add\",\"input\":{}}}",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"\"}}",
                "{\"type\":\"content_block_stop\",\"index\":0}",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"max_tokens\"}}",
                STOP);

        assertThat(response.toolCalls()).isEmpty();
        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
    }

    @Test
    void readsOverValuesOfAnotherKind() {
        ChatResponse response = read(
                START.formatted("{\"input_tokens\":-5,\"output_tokens\":-1}"),
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
                "{\"type\":\"content_block_delta\",\"index\":{\"type\":\"message_stop\"},\"request_id\":[{}],\"delta\":{\"type\":\"text_delta\",\"text\":\"x\"}}",
                "{\"type\":\"content_block_stop\",\"index\":0}",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":{\"a\":1}},\"usage\":{\"output_tokens\":3}}",
                STOP);

        assertThat(response.text()).isEqualTo("x");
        assertThat(response.stopReason()).isEqualTo(StopReason.OTHER);
        assertThat(response.usage()).isEqualTo(Usage.of(0, 3));
    }

    @Test
    void takesArgumentsThatComeAtTheStartOfACall() {
        ChatResponse response = read(
                START.formatted("{}"),
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"n\",\"input\":{\"a\":1}}}",
                "{\"type\":\"content_block_stop\",\"index\":0}",
                STOP);

        assertThat(response.toolCalls().getFirst().arguments().toString()).isEqualTo("{\"a\":1}");
    }

    @Test
    void sendsItsOwnThinkingBackUnchangedAndNoOtherOnes() {
        ChatResponse own = read(
                START.formatted("{}"),
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}}",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"Hm\"}}",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"signature_delta\",\"signature\":\"c2ln\"}}",
                "{\"type\":\"content_block_stop\",\"index\":0}",
                "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"redacted_thinking\",\"data\":\"b3BhcXVl\"}}",
                "{\"type\":\"content_block_stop\",\"index\":1}",
                "{\"type\":\"content_block_start\",\"index\":2,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\"}}",
                "{\"type\":\"content_block_delta\",\"index\":2,\"delta\":{\"type\":\"signature_delta\",\"signature\":\"b25seQ\"}}",
                "{\"type\":\"content_block_stop\",\"index\":2}",
                STOP);
        Message foreign = new Message(
                Role.ASSISTANT,
                List.of(
                        new Part.Thinking(
                                "theirs",
                                new ProviderData("other", Json.object().put("signature", "x"))),
                        new Part.Thinking("unsigned", null)));

        Rendered rendered = protocol.renderChat(
                request(ChatOptions.defaults(), Message.user("a"), own.message(), foreign, Message.user("b")));

        assertThat(rendered.body().path("messages").path(1).path("content")).isEqualTo(Json.MAPPER.readTree("""
                                [{"type":"thinking","thinking":"Hm","signature":"c2ln"},
                                 {"type":"redacted_thinking","data":"b3BhcXVl"},
                                 {"type":"thinking","thinking":"","signature":"b25seQ"}]"""));
        assertThat(rendered.body().path("messages")).hasSize(3);
    }

    @Test
    void putsAllResultsOfATurnFirstInOneUserMessage() {
        Rendered rendered = protocol.renderChat(request(
                ChatOptions.defaults(),
                Message.user("a"),
                new Message(
                        Role.ASSISTANT,
                        List.of(
                                new Part.ToolCall("id.1", "t", Json.object(), null),
                                new Part.ToolCall("id.2", "t", Json.object(), null))),
                Message.user("also"),
                Message.system("later rule"),
                Message.toolResults(List.of(new Part.ToolResult("id.1", "t", "r1", false))),
                Message.toolResults(List.of(new Part.ToolResult("id.2", "t", "r2", false)))));

        assertThat(rendered.body().path("messages").path(2).path("content")).isEqualTo(Json.MAPPER.readTree("""
                                [{"type":"tool_result","tool_use_id":"id_1","content":"r1"},
                                 {"type":"tool_result","tool_use_id":"id_2","content":"r2"},
                                 {"type":"text","text":"also"}]"""));
        assertThat(rendered.body()
                        .path("messages")
                        .path(1)
                        .path("content")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo("id_1");
        assertThat(rendered.body().path("system").path(0).path("text").asString())
                .isEqualTo("later rule");
    }

    @Test
    void leavesBlankTextAndEmptyTurnsOut() {
        Rendered rendered = protocol.renderChat(
                request(ChatOptions.defaults(), Message.user("a"), Message.assistant("  "), Message.user("b")));

        assertThat(rendered.body().path("messages")).hasSize(1);
        assertThat(rendered.body().path("messages").path(0).path("content")).hasSize(2);
    }

    @Test
    void warnsOfOptionsThatTheModelDoesNotTake() {
        Rendered rendered = protocol.renderChat(request(
                ChatOptions.defaults().withTemperature(new BigDecimal("0.2")).withMaxOutputTokens(100_000),
                Message.user("a")));

        assertThat(rendered.body().has("temperature")).isFalse();
        assertThat(rendered.body().path("max_tokens").asInt()).isEqualTo(64_000);
        assertThat(rendered.warnings()).extracting(Warning::subject).containsExactly("maxOutputTokens", "temperature");
    }

    @Test
    void alwaysSendsALimit() {
        Rendered known = protocol.renderChat(request(ChatOptions.defaults(), Message.user("a")));
        Rendered unknown = protocol.renderChat(new ChatRequest(
                "anthropic",
                new ModelInfo("claude-next", 0, 0, Set.of()),
                List.of(Message.user("a")),
                ChatOptions.defaults()));

        assertThat(known.body().path("max_tokens").asInt()).isEqualTo(32_000);
        assertThat(unknown.body().path("max_tokens").asInt()).isEqualTo(8192);
    }

    @Test
    void sendsPicturesAndPdfs() {
        Message message = new Message(
                Role.USER,
                List.of(
                        new Part.Image("image/png", "AAAA"),
                        new Part.Document("application/pdf", "bill.pdf", "BBBB"),
                        new Part.Document("text/csv", "x.csv", "CCCC")));

        Rendered rendered = protocol.renderChat(request(ChatOptions.defaults(), message));

        assertThat(rendered.body().path("messages").path(0).path("content")).isEqualTo(Json.MAPPER.readTree("""
                                [{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}},
                                 {"type":"document","title":"bill.pdf",
                                  "source":{"type":"base64","media_type":"application/pdf","data":"BBBB"}}]"""));
        assertThat(rendered.warnings()).extracting(Warning::subject).containsExactly("documents");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "max_tokens: must be positive | max_tokens",
                "messages.3.content.0.type: bad | messages.3.content.0.type",
                "`temperature` is deprecated for this model. | temperature",
                "\"thinking.type.disabled\" is not supported for this model. | thinking.type.disabled",
                "Something else is wrong | -"
            })
    void findsTheFieldThatTheWordsBeginWith(String words, String field) {
        String body = Json.object()
                .set("error", Json.object().put("type", "invalid_request_error").put("message", words))
                .toString();

        assertThat(protocol.parseFailure(400, body.getBytes(UTF_8)).field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid_request_error,prompt is too long: 210000 tokens > 200000 maximum,TOO_LONG",
        "400,invalid_request_error,You have reached your specified workspace API usage limits,MONEY",
        "400,invalid_request_error,max_tokens: wrong,BAD_REQUEST",
        "529,overloaded_error,Overloaded,OVERLOADED",
        "418,brand_new_error,odd,BAD_REQUEST",
        "500,brand_new_error,odd,SERVER"
    })
    void sortsErrorsByTypeThenWordsThenStatus(int status, String type, String words, Failure.Kind kind) {
        String body = "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"},\"request_id\":\"r\"}"
                .formatted(type, words);

        Failure failure = protocol.parseFailure(status, body.getBytes(UTF_8));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.requestId()).isEqualTo("r");
    }
}
