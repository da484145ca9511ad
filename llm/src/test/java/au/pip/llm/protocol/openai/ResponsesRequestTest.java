package au.pip.llm.protocol.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatOptions;
import au.pip.llm.Effort;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.OutputSchema;
import au.pip.llm.Part;
import au.pip.llm.PromptCache;
import au.pip.llm.ProviderData;
import au.pip.llm.Role;
import au.pip.llm.Timing;
import au.pip.llm.ToolChoice;
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What is asked of a server of the Responses API. */
class ResponsesRequestTest {
    private static final ModelInfo THINKER =
            new ModelInfo("gpt-think", 400_000, 1000, Set.of(Capability.TOOLS, Capability.THINKING, Capability.EFFORT));
    private static final ModelInfo PLAIN = new ModelInfo("gpt-plain", 128_000, 0, Set.of(Capability.TEMPERATURE));
    private static final ModelInfo UNLISTED = new ModelInfo("gpt-next", 0, 0, Set.of());
    private static final ObjectNode CLOSED = schema("""
            {"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}""");

    private final ResponsesProtocol protocol = new ResponsesProtocol(ResponsesDialect.OPENAI);

    private static ObjectNode schema(String json) {
        return (ObjectNode) Json.MAPPER.readTree(json);
    }

    private Rendered render(ModelInfo model, ChatOptions options, Message... messages) {
        return protocol.renderChat(new ChatRequest("openai", model, List.of(messages), options));
    }

    private JsonNode input(ModelInfo model, Message... messages) {
        return render(model, ChatOptions.defaults(), messages).body().path("input");
    }

    private Message reply(String... frames) {
        ChatRequest request = new ChatRequest("openai", THINKER, List.of(Message.user("a")), ChatOptions.defaults());
        ReplyFold fold = new ReplyFold("openai", "gpt-think", event -> {});
        ReplyReader reader = protocol.reader(request, protocol.renderChat(request), fold);
        for (String frame : frames) {
            byte[] bytes = frame.getBytes(UTF_8);
            reader.read(null, bytes, 0, bytes.length);
        }
        return fold.response(null, Timing.NONE, null).message();
    }

    private static String done(int index, String item) {
        return "{\"type\":\"response.output_item.done\",\"output_index\":%d,\"item\":%s}".formatted(index, item);
    }

    private static final String THOUGHT = """
            {"id":"rs_1","type":"reasoning","status":"completed","encrypted_content":"c2VjcmV0",\
            "summary":[{"type":"summary_text","text":"Two accounts"}]}""";

    private Message turnWithThinkingAndTwoCalls() {
        return reply(
                "{\"type\":\"response.created\",\"response\":{\"id\":\"r\",\"model\":\"gpt-think\"}}",
                done(0, THOUGHT),
                done(
                        1,
                        "{\"id\":\"fc_1\",\"type\":\"function_call\",\"call_id\":\"call_1\",\"name\":\"get\",\"arguments\":\"{\\\"a\\\":1}\"}"),
                done(
                        2,
                        "{\"id\":\"fc_2\",\"type\":\"function_call\",\"call_id\":\"call_2\",\"name\":\"get\",\"arguments\":\"{\\\"a\\\":2}\"}"),
                "{\"type\":\"response.completed\",\"response\":{\"status\":\"completed\"}}");
    }

    @Test
    void sendsThinkingBackRightBeforeTheCallsItLedTo() {
        JsonNode input = input(
                THINKER,
                Message.user("a"),
                turnWithThinkingAndTwoCalls(),
                Message.toolResults(List.of(
                        new Part.ToolResult("call_1", "get", "r1", false),
                        new Part.ToolResult("call_2", "get", "r2", true))),
                Message.user("b"));

        assertThat(input).isEqualTo(Json.MAPPER.readTree("""
                [{"role":"user","content":[{"type":"input_text","text":"a"}]},
                 {"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"Two accounts"}],
                  "encrypted_content":"c2VjcmV0"},
                 {"type":"function_call","call_id":"call_1","name":"get","arguments":"{\\"a\\":1}"},
                 {"type":"function_call","call_id":"call_2","name":"get","arguments":"{\\"a\\":2}"},
                 {"type":"function_call_output","call_id":"call_1","output":"r1"},
                 {"type":"function_call_output","call_id":"call_2","output":"Error: r2"},
                 {"role":"user","content":[{"type":"input_text","text":"b"}]}]"""));
    }

    @Test
    void sendsThinkingOnlyToWhoCanReadIt() {
        List<Message> history = List.of(
                turnWithThinkingAndTwoCalls(),
                Message.toolResults(List.of(
                        new Part.ToolResult("call_1", "get", "r1", false),
                        new Part.ToolResult("call_2", "get", "r2", false))));

        assertThat(thoughts("openai", THINKER, history)).isEqualTo(1);
        assertThat(thoughts("openai", UNLISTED, history)).isEqualTo(1);
        assertThat(thoughts("openai", PLAIN, history)).isZero();
        assertThat(thoughts("grok", THINKER, history)).isZero();
    }

    private long thoughts(String provider, ModelInfo model, List<Message> history) {
        ChatRequest request = new ChatRequest(provider, model, history, ChatOptions.defaults());
        return protocol.renderChat(request).body().path("input").values().stream()
                .filter(item -> item.path("type").asString("").equals("reasoning"))
                .count();
    }

    /** With {@code store:false} the provider cannot find it by its id, and answers 404. */
    @Test
    void leavesThinkingOutThatHasNoEncryptedContent() {
        Part.Thinking bare = new Part.Thinking(
                "Hm",
                new ProviderData(
                        "openai",
                        Json.object().put("type", "reasoning").put("id", "rs_1").putNull("encrypted_content")));

        assertThat(input(
                        THINKER,
                        new Message(Role.ASSISTANT, List.of(bare, Part.Text.of("x"))),
                        new Message(Role.ASSISTANT, List.of(new Part.Thinking("Hm", null), Part.Text.of("y")))))
                .isEqualTo(Json.MAPPER.readTree(
                        "[{\"role\":\"assistant\",\"content\":\"x\"},{\"role\":\"assistant\",\"content\":\"y\"}]"));
    }

    @Test
    void leavesThinkingOutThatNothingFollows() {
        Part.Thinking own = new Part.Thinking("", new ProviderData("openai", schema(THOUGHT)));

        assertThat(input(
                        THINKER,
                        Message.user("a"),
                        new Message(Role.ASSISTANT, List.of(own, Part.Text.of(" "))),
                        Message.user("b")))
                .extracting(item -> item.path("role").asString(""))
                .containsExactly("user", "user");
    }

    @Test
    void sendsThePhaseOfAMessageBack() {
        Message turn = new Message(
                Role.ASSISTANT,
                List.of(new Part.Text(
                        "Let me look.", new ProviderData("openai", Json.object().put("phase", "commentary")))));

        assertThat(input(THINKER, turn).path(0).path("phase").asString("")).isEqualTo("commentary");
        assertThat(protocol.renderChat(new ChatRequest("grok", THINKER, List.of(turn), ChatOptions.defaults()))
                        .body()
                        .path("input")
                        .path(0)
                        .has("phase"))
                .isFalse();
    }

    @Test
    void sendsBrokenArgumentsAsTheyWere() {
        Message turn = new Message(
                Role.ASSISTANT, List.of(new Part.ToolCall("id.1", "get", StringNode.valueOf("{\"acc"), null)));

        assertThat(input(THINKER, turn).path(0).path("arguments").asString()).isEqualTo("{\"acc");
        assertThat(input(THINKER, turn).path(0).path("call_id").asString()).isEqualTo("id_1");
    }

    @Test
    void leavesSystemMessagesWhereTheyStand() {
        assertThat(input(THINKER, Message.system("one"), Message.user("a"), Message.system("two"), Message.system(" ")))
                .extracting(item -> item.path("role").asString(""))
                .containsExactly("system", "user", "system");
    }

    @Test
    void asksForEncryptedThinkingOnlyWhereAModelThinks() {
        assertThat(render(THINKER, ChatOptions.defaults()).body().path("include"))
                .isEqualTo(Json.MAPPER.readTree("[\"reasoning.encrypted_content\"]"));
        assertThat(render(PLAIN, ChatOptions.defaults()).body().has("include")).isFalse();
        assertThat(render(UNLISTED, ChatOptions.defaults()).body().has("include"))
                .isFalse();
    }

    private static ChatOptions everything() {
        return new ChatOptions(
                null,
                List.of(new ToolSpec("get", "Gets", CLOSED)),
                ToolChoice.NONE,
                new OutputSchema("answer", CLOSED),
                2000,
                new BigDecimal("0.2"),
                Effort.HIGH,
                List.of("STOP"),
                PromptCache.FIVE_MINUTES,
                null);
    }

    private static final Message SHOWN = new Message(
            Role.USER,
            List.of(new Part.Image("image/png", "AAAA"), new Part.Document("text/csv", "100%d.csv", "CCCC")));

    @Test
    void sendsAllThatIsAskedOfAModelItDoesNotKnow() {
        Rendered rendered = render(UNLISTED, everything(), SHOWN);

        assertThat(rendered.path()).isEqualTo("/v1/responses");
        assertThat(rendered.body().toString()).isEqualTo("""
                {"model":"gpt-next","stream":true,"store":false,"max_output_tokens":2000,"temperature":0.2,\
                "reasoning":{"effort":"high"},\
                "text":{"format":{"type":"json_schema","name":"answer","strict":true,"schema":%s}},\
                "tools":[{"type":"function","name":"get","description":"Gets","strict":true,"parameters":%s}],\
                "tool_choice":"none",\
                "input":[{"role":"user","content":[\
                {"type":"input_image","detail":"auto","image_url":"data:image/png;base64,AAAA"},\
                {"type":"input_file","filename":"100%%d.csv","file_data":"data:text/csv;base64,CCCC"}]}]}""".formatted(CLOSED, CLOSED));
        assertThat(rendered.warnings()).extracting(Warning::subject).containsExactly("stopSequences");
    }

    @Test
    void warnsOfAllThatAModelDoesNotTake() {
        ModelInfo modest = new ModelInfo("gpt-modest", 0, 1000, Set.of(Capability.PROMPT_CACHE));

        Rendered rendered = render(modest, everything().withPromptCache(PromptCache.ONE_HOUR), SHOWN);

        assertThat(rendered.body().toString()).isEqualTo("""
                {"model":"gpt-modest","stream":true,"store":false,"max_output_tokens":1000,"input":[]}""");
        assertThat(rendered.warnings())
                .extracting(Warning::subject)
                .containsExactly(
                        "maxOutputTokens",
                        "temperature",
                        "effort",
                        "outputSchema",
                        "tools",
                        "images",
                        "documents",
                        "stopSequences",
                        "promptCache");
        assertThat(rendered.warnings())
                .extracting(Warning::message)
                .contains("100%d.csv was left out: gpt-modest cannot be sent documents.");
    }

    @Test
    void sendsNoBytesOfDocumentsWhereTheyWouldHaveToBeUploaded() {
        Rendered rendered = new ResponsesProtocol(ResponsesDialect.XAI)
                .renderChat(new ChatRequest("grok", UNLISTED, List.of(SHOWN), ChatOptions.defaults()));

        assertThat(rendered.body().path("input").path(0).path("content")).hasSize(1);
        assertThat(rendered.warnings()).extracting(Warning::subject).containsExactly("documents");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'object'}|{'type':'object','properties':{}}|false",
                "{'type':'object','additionalProperties':false}|{'type':'object','additionalProperties':false,'properties':{}}|true"
            })
    void givesAToolWithoutArgumentsTheEmptyPropertiesThatOpenAiWants(String given, String sent, boolean strict) {
        ToolSpec today = new ToolSpec("today", "Today's date", schema(given.replace('\'', '"')));

        JsonNode tool = render(UNLISTED, ChatOptions.defaults().withTools(List.of(today)))
                .body()
                .path("tools")
                .path(0);

        assertThat(tool.path("parameters")).isEqualTo(schema(sent.replace('\'', '"')));
        assertThat(tool.path("strict").booleanValue()).isEqualTo(strict);
    }

    @Test
    void raisesALimitThatTheApiWouldReject() {
        Rendered rendered = render(THINKER, ChatOptions.defaults().withMaxOutputTokens(5), Message.user("a"));

        assertThat(rendered.body().path("max_output_tokens").asInt()).isEqualTo(16);
        assertThat(rendered.warnings())
                .extracting(Warning::message)
                .containsExactly("gpt-think gives at least 16 tokens, not 5.");
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-6-luna,NONE,none",
        "gpt-5-mini,NONE,minimal",
        "gpt-5-mini-2025-08-07,NONE,minimal",
        "o3-2025-04-16,NONE,low",
        "o3,NONE,low",
        "gpt-6-luna,LOW,low",
        "gpt-6-luna,MEDIUM,medium",
        "o3,HIGH,high"
    })
    void asksForAsMuchEffortAsAModelCan(String model, Effort effort, String word) {
        ModelInfo info = new ModelInfo(model, 0, 0, Set.of(Capability.EFFORT));

        assertThat(render(info, ChatOptions.defaults().withEffort(effort))
                        .body()
                        .path("reasoning")
                        .path("effort")
                        .asString())
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"grok-4.3,none", "grok-4.6,low"})
    void knowsThatFewOfXaisModelsCanDoWithoutThinking(String model, String word) {
        assertThat(ResponsesDialect.XAI.word(Effort.NONE, model)).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"a\"],\"additionalProperties\":false}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"items\":@}},\"required\":[\"a\"],\"additionalProperties\":false}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"anyOf\":[@,{\"type\":\"null\"}]}},\"required\":[\"a\"],\"additionalProperties\":false}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/a\"}},\"required\":[\"a\"],\"additionalProperties\":false,\"$defs\":{\"a\":@}}"
            })
    void isStrictWhereASchemaAllowsIt(String json) {
        assertThat(StrictSchema.fits(schema(json.replace("@", CLOSED.toString()))))
                .isTrue();
    }

    static Stream<String> loose() {
        String open = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]}";
        String optional =
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"additionalProperties\":false}";
        String around =
                "{\"type\":\"object\",\"properties\":{\"a\":%s},\"required\":[\"a\"],\"additionalProperties\":false}";
        return Stream.of(
                "{\"type\":\"object\"}",
                open,
                optional,
                around.formatted(open),
                around.formatted("{\"type\":\"array\",\"items\":" + optional + "}"),
                around.formatted("{\"anyOf\":[{\"type\":\"null\"}," + open + "]}"),
                around.formatted("{\"allOf\":[{\"type\":\"string\"}]}"),
                around.formatted("{\"type\":[\"object\",\"null\"]}"),
                around.formatted("{}"),
                around.formatted("{\"description\":\"any\"}"),
                around.formatted("{\"type\":\"array\"}"),
                around.formatted("{\"type\":[\"array\",\"null\"]}"),
                around.formatted("{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"uniqueItems\":true}"),
                around.formatted(
                        "{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"contains\":{\"type\":\"string\"}}"),
                "{\"anyOf\":[" + CLOSED + "]}",
                "{\"type\":\"array\",\"items\":" + CLOSED + "}");
    }

    @ParameterizedTest
    @MethodSource("loose")
    void isNotStrictWhereASchemaForbidsIt(String json) {
        assertThat(StrictSchema.fits(schema(json))).isFalse();
    }
}
