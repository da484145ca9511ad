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
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is sent to whom. */
class ChatCompletionsRequestTest {
    private static final ToolSpec TOOL =
            new ToolSpec("today", "Today's date", Json.object().put("type", "object"));
    private static final ModelInfo UNKNOWN = new ModelInfo("any", 0, 0, Set.of());
    private static final List<Message> HELLO = List.of(Message.system("Be brief."), Message.user("Hello"));

    private static Rendered render(ChatDialect dialect, ModelInfo model, ChatOptions options, List<Message> messages) {
        return new ChatCompletionsProtocol(dialect).renderChat(new ChatRequest("here", model, messages, options));
    }

    private static JsonNode messages(ChatDialect dialect, Message... messages) {
        return render(dialect, UNKNOWN, ChatOptions.defaults(), List.of(messages))
                .body()
                .path("messages");
    }

    private static ModelInfo thinker(String id) {
        return new ModelInfo(id, 0, 0, EnumSet.complementOf(EnumSet.of(Capability.TEMPERATURE)));
    }

    // litellm #13381, LibreChat #10737
    @Test
    void sendsAThinkingModelOfOpenAiOnlyWhatItTakes() {
        ChatOptions options = ChatOptions.defaults()
                .withMaxOutputTokens(100)
                .withTemperature(BigDecimal.ONE)
                .withStopSequences(List.of("STOP"))
                .withEffort(Effort.HIGH)
                .withPromptCache(PromptCache.ONE_HOUR);

        Rendered rendered = render(ChatDialect.OPENAI, thinker("gpt-5.4"), options, HELLO);

        assertThat(rendered.path()).isEqualTo("/v1/chat/completions");
        assertThat(rendered.body()).isEqualTo(Json.MAPPER.readTree("""
                {"model":"gpt-5.4","stream":true,"stream_options":{"include_usage":true},"store":false,
                 "max_completion_tokens":100,"reasoning_effort":"high",
                 "messages":[{"role":"developer","content":"Be brief."},{"role":"user","content":"Hello"}]}"""));
        assertThat(rendered.warnings())
                .extracting(Warning::subject)
                .containsExactly("temperature", "stopSequences", "promptCache");
    }

    @Test
    void sendsACompatibleServerThePlainestForm() {
        ChatOptions options = ChatOptions.defaults().withMaxOutputTokens(100).withStopSequences(List.of("STOP"));

        assertThat(render(ChatDialect.COMPATIBLE, UNKNOWN, options, HELLO).body())
                .isEqualTo(Json.MAPPER.readTree("""
                {"model":"any","stream":true,"stream_options":{"include_usage":true},"max_tokens":100,"stop":["STOP"],
                 "messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello"}]}"""));
        assertThat(render(ChatDialect.MISTRAL, UNKNOWN, options, HELLO).body().has("stream_options"))
                .isFalse();
    }

    @Test
    void leavesOutWhatAModelIsKnownToLack() {
        ModelInfo plain = new ModelInfo("plain", 0, 50, Set.of(Capability.TEMPERATURE));
        ChatOptions options = ChatOptions.defaults()
                .withTools(List.of(TOOL))
                .withEffort(Effort.LOW)
                .withMaxOutputTokens(100)
                .withOutputSchema(new OutputSchema("answer", Json.object().put("type", "object")));
        List<Message> shown = List.of(new Message(
                Role.USER,
                List.of(
                        new Part.Image("image/png", "aW1n"),
                        new Part.Document("application/pdf", "bill.pdf", "cGRm"),
                        Part.Text.of("What is it?"))));

        Rendered rendered = render(ChatDialect.COMPATIBLE, plain, options, shown);

        assertThat(rendered.body()).isEqualTo(Json.MAPPER.readTree("""
                {"model":"plain","stream":true,"stream_options":{"include_usage":true},"max_tokens":50,
                 "messages":[{"role":"user","content":"What is it?"}]}"""));
        assertThat(rendered.warnings())
                .extracting(Warning::subject)
                .containsExactlyInAnyOrder("maxOutputTokens", "tools", "effort", "outputSchema", "images", "documents");
    }

    @Test
    void sendsOnlyPdfDocuments() {
        Rendered rendered = render(
                ChatDialect.OPENAI,
                UNKNOWN,
                ChatOptions.defaults(),
                List.of(new Message(Role.USER, List.of(new Part.Document("text/csv", "bank.csv", "eA==")))));

        assertThat(rendered.body().path("messages")).isEmpty();
        assertThat(rendered.warnings()).extracting(Warning::subject).containsExactly("documents");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'object','properties':{'a':{'type':'string'}},'required':['a'],'additionalProperties':false}|true",
                "{'type':'object','properties':{'a':{'type':'string'}},'required':['a']}|false",
                "{'type':'object','properties':{'a':{'type':'string'}},'additionalProperties':false}|false",
                "{'type':'object','properties':{'a':{'type':'array','items':{'type':'object','properties':{'b':{}},'additionalProperties':false}}},'required':['a'],'additionalProperties':false}|false",
                "{'type':'object','properties':{'a':{'anyOf':[{'type':'object'},{'type':'null'}]}},'required':['a'],'additionalProperties':false}|false",
                "{'type':'object','properties':{'a':{'$ref':'#/$defs/x'}},'required':['a'],'additionalProperties':false,'$defs':{'x':{'type':'object','additionalProperties':true}}}|false",
                "{'type':'object','properties':{'properties':{'type':['string','null']}},'required':['properties'],'additionalProperties':false}|true"
            })
    void isStrictOnlyWithASchemaThatAllowsIt(String schema, boolean strict) {
        OutputSchema output = new OutputSchema("answer", (ObjectNode) Json.MAPPER.readTree(schema.replace('\'', '"')));

        JsonNode format = render(
                        ChatDialect.OPENAI, UNKNOWN, ChatOptions.defaults().withOutputSchema(output), HELLO)
                .body()
                .path("response_format")
                .path("json_schema");

        assertThat(format.path("strict").booleanValue()).isEqualTo(strict);
        assertThat(format.path("schema")).isEqualTo(output.schema());
    }

    @Test
    void givesAToolWithoutArgumentsTheEmptyPropertiesThatOpenAiWants() {
        JsonNode tool = render(
                        ChatDialect.OPENAI, UNKNOWN, ChatOptions.defaults().withTools(List.of(TOOL)), HELLO)
                .body()
                .path("tools")
                .path(0)
                .path("function")
                .path("parameters");

        assertThat(tool).isEqualTo(Json.MAPPER.readTree("{\"type\":\"object\",\"properties\":{}}"));
        assertThat(TOOL.inputSchema().has("properties")).isFalse();
    }

    @Test
    void putsResultsBeforeWhatElseIsInATurn() {
        JsonNode sent = messages(
                ChatDialect.COMPATIBLE,
                new Message(Role.ASSISTANT, List.of(new Part.ToolCall("a", "add", Json.object(), null))),
                new Message(Role.USER, List.of(Part.Text.of("Go on."), new Part.ToolResult("a", "add", "3", false))),
                new Message(Role.ASSISTANT, List.of(new Part.Thinking("Hm", null))));

        assertThat(sent).hasSize(3);
        assertThat(sent.path(1))
                .isEqualTo(Json.MAPPER.readTree("{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":\"3\"}"));
        assertThat(sent.path(2)).isEqualTo(Json.MAPPER.readTree("{\"role\":\"user\",\"content\":\"Go on.\"}"));
    }

    // avante.nvim #2695: "Unexpected role 'user' after role 'tool'"
    @ParameterizedTest
    @CsvSource({
        "mistral,any,true",
        "compatible,mistralai/Devstral-Small-2,true",
        "compatible,qwen3,false",
        "openai,gpt-6-luna,false"
    })
    void letsTheAssistantSpeakBetweenAResultAndAQuestionWhereItMust(String server, String model, boolean speaks) {
        ChatDialect dialect = switch (server) {
            case "mistral" -> ChatDialect.MISTRAL;
            case "openai" -> ChatDialect.OPENAI;
            default -> ChatDialect.COMPATIBLE;
        };
        List<Message> stopped = List.of(
                Message.user("Add"),
                new Message(
                        Role.ASSISTANT,
                        List.of(
                                new Part.ToolCall("a", "add", Json.object(), null),
                                new Part.ToolCall("b", "add", Json.object(), null))),
                Message.user("Never mind."));

        JsonNode sent = render(dialect, new ModelInfo(model, 0, 0, Set.of()), ChatOptions.defaults(), stopped)
                .body()
                .path("messages");

        List<String> roles = sent.values().stream()
                .map(turn -> turn.path("role").asString(""))
                .toList();
        assertThat(roles)
                .isEqualTo(
                        speaks
                                ? List.of("user", "assistant", "tool", "tool", "assistant", "user")
                                : List.of("user", "assistant", "tool", "tool", "user"));
        assertThat(sent.path(4).path("content").asString("")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reasoning_content", "reasoning"})
    void sendsTheThinkingOfATurnWithCallsBackInItsField(String field) {
        Message own = replyOf(
                ChatDialect.COMPATIBLE,
                "{\"%s\":\"First \"}".formatted(field),
                "{\"%s\":\"look.\"}".formatted(field),
                "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{}\"}}]}");

        assertThat(messages(ChatDialect.COMPATIBLE, own).path(0)).isEqualTo(Json.MAPPER.readTree("""
                {"role":"assistant","content":null,"%s":"First look.","tool_calls":[{"id":"a","type":"function",
                  "function":{"name":"add","arguments":"{}"}}]}""".formatted(field)));
        assertThat(messages(ChatDialect.XAI, own).path(0).has(field)).isFalse();
        assertThat(messages(ChatDialect.MISTRAL, own).path(0).has(field)).isFalse();
        ModelInfo thoughtless = new ModelInfo("m", 0, 0, Set.of(Capability.TOOLS));
        assertThat(render(ChatDialect.COMPATIBLE, thoughtless, ChatOptions.defaults(), List.of(own))
                        .body()
                        .path("messages")
                        .path(0)
                        .has(field))
                .isFalse();
    }

    @Test
    void doesNotSendTheThinkingOfATurnWithoutCallsBack() {
        Message own = replyOf(ChatDialect.COMPATIBLE, "{\"reasoning\":\"Hm\"}", "{\"content\":\"Four\"}");

        assertThat(messages(ChatDialect.COMPATIBLE, own))
                .isEqualTo(Json.MAPPER.readTree("[{\"role\":\"assistant\",\"content\":\"Four\"}]"));
    }

    /** Gemini behind OpenRouter and Claude behind it refuse calls without them, and refuse them in pieces. */
    @Test
    void putsReasoningDetailsTogetherAndSendsThemBack() {
        Message own = replyOf(
                ChatDialect.COMPATIBLE,
                "{\"reasoning\":\"Let\",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"Let\",\"index\":0}]}",
                "{\"reasoning\":\" me\",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\" me\",\"signature\":null,\"index\":0}]}",
                "{\"reasoning_details\":[{\"type\":\"reasoning.text\",\"signature\":\"c2ln\",\"index\":0}]}",
                "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{}\"}}],\"reasoning_details\":[{\"type\":\"reasoning.encrypted\",\"data\":\"ZGF0YQ==\",\"id\":\"a\",\"index\":0}]}");

        assertThat(messages(ChatDialect.COMPATIBLE, own).path(0)).isEqualTo(Json.MAPPER.readTree("""
                {"role":"assistant","content":null,"reasoning_details":[
                  {"type":"reasoning.text","text":"Let me","index":0,"signature":"c2ln"},
                  {"type":"reasoning.encrypted","data":"ZGF0YQ==","id":"a","index":0}],
                  "tool_calls":[{"id":"a","type":"function","function":{"name":"add","arguments":"{}"}}]}"""));
    }

    @Test
    void keepsReasoningDetailsThatNobodyCanRead() {
        Message own = replyOf(
                ChatDialect.COMPATIBLE,
                "{\"reasoning_details\":[{\"type\":\"reasoning.encrypted\",\"data\":\"eA==\"}]}",
                "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{}\"}}]}");

        assertThat(own.parts().getFirst()).isInstanceOf(Part.Thinking.class);
        assertThat(messages(ChatDialect.COMPATIBLE, own).path(0).path("reasoning_details"))
                .hasSize(1);
    }

    // langchain4j #4097: Gemini's own copy of this API has its signatures at the call
    @Test
    void sendsWhatAServerAttachedToACallBack() {
        String extra = "{\"google\":{\"thought_signature\":\"c2ln\"}}";
        Message own = replyOf(
                ChatDialect.COMPATIBLE,
                "{\"tool_calls\":[{\"id\":\"a\",\"extra_content\":%s,\"function\":{\"name\":\"add\",\"arguments\":\"{}\"}}]}"
                        .formatted(extra));

        JsonNode call =
                messages(ChatDialect.COMPATIBLE, own).path(0).path("tool_calls").path(0);

        assertThat(call.path("extra_content")).isEqualTo(Json.MAPPER.readTree(extra));
    }

    @Test
    void sendsNothingOfAnotherProvidersOwn() {
        Message foreign = new Message(
                Role.ASSISTANT,
                List.of(
                        new Part.Thinking(
                                "Hm", new ProviderData("there", Json.object().put("field", "reasoning"))),
                        new Part.ToolCall(
                                "toolu_" + "x".repeat(60),
                                "add",
                                Json.object(),
                                new ProviderData("there", Json.object().set("extra_content", Json.object())))));
        Message result =
                Message.toolResults(List.of(new Part.ToolResult("toolu_" + "x".repeat(60), "add", "3", false)));

        JsonNode sent = messages(ChatDialect.OPENAI, foreign, result);

        String id = sent.path(0).path("tool_calls").path(0).path("id").stringValue();
        assertThat(id).matches("[a-z0-9]{9}");
        assertThat(sent).isEqualTo(Json.MAPPER.readTree("""
                [{"role":"assistant","content":null,"tool_calls":[{"id":"%1$s","type":"function",
                  "function":{"name":"add","arguments":"{}"}}]},
                 {"role":"tool","tool_call_id":"%1$s","content":"3"}]""".formatted(id)));
        assertThat(messages(ChatDialect.DEEPSEEK, foreign).path(0).path("reasoning_content"))
                .isEqualTo(Json.MAPPER.readTree("\"\""));
    }

    private static Message replyOf(ChatDialect dialect, String... deltas) {
        ReplyFold fold = new ReplyFold("here", "any", event -> {});
        ChatCompletionsReader reader = new ChatCompletionsReader("here", dialect, List.of(), fold);
        for (String delta : deltas) {
            byte[] bytes = "{\"choices\":[{\"index\":0,\"delta\":%s}]}"
                    .formatted(delta)
                    .getBytes(UTF_8);
            reader.read(null, bytes, 0, bytes.length);
        }
        byte[] done = "[DONE]".getBytes(UTF_8);
        reader.read(null, done, 0, done.length);
        return fold.response(null, Timing.NONE, null).message();
    }
}
