package au.pip.llm.protocol.anthropic;

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
import au.pip.llm.ToolChoice;
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.price.PriceCatalogue;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AnthropicRequestTest {
    private static final ToolSpec TOOL = new ToolSpec("t", "d", Json.object().put("type", "object"));
    private static final ChatOptions WITH_TOOL = ChatOptions.defaults().withTools(List.of(TOOL));

    private static Rendered render(String model, ChatOptions options, Message... messages) {
        ModelInfo info = model.equals("unlisted")
                ? new ModelInfo(model, 0, 0, Set.of())
                : Objects.requireNonNull(PriceCatalogue.standard().model("anthropic", model));
        List<Message> conversation = messages.length == 0 ? List.of(Message.user("Hi")) : List.of(messages);
        return new AnthropicProtocol().renderChat(new ChatRequest("anthropic", info, conversation, options));
    }

    private static List<String> subjects(Rendered rendered) {
        return rendered.warnings().stream().map(Warning::subject).toList();
    }

    /** Models by how they think: always, by themselves, by themselves if they are told to, by a budget, not at all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "claude-opus-5-5   | NONE   | {\"type\":\"adaptive\",\"display\":\"summarized\"} | low",
                "claude-opus-5-5   | HIGH   | {\"type\":\"adaptive\",\"display\":\"summarized\"} | high",
                "claude-haiku-5-5  | NONE   | {\"type\":\"disabled\"} | -",
                "claude-haiku-5-5  | MEDIUM | {\"type\":\"adaptive\",\"display\":\"summarized\"} | medium",
                "claude-sonnet-4-6 | LOW    | {\"type\":\"adaptive\",\"display\":\"summarized\"} | low",
                "claude-haiku-4-5-20251001 | LOW  | {\"type\":\"enabled\",\"budget_tokens\":2048} | -",
                "claude-haiku-4-5-20251001 | HIGH | {\"type\":\"enabled\",\"budget_tokens\":16000} | -",
                "claude-haiku-4-5-20251001 | NONE | {\"type\":\"disabled\"} | -",
                "claude-3-5-haiku-20241022 | NONE | - | -",
                "unlisted          | LOW    | {\"type\":\"adaptive\",\"display\":\"summarized\"} | low",
                "unlisted          | NONE   | {\"type\":\"disabled\"} | -",
            })
    void asksEachModelToThinkInItsOwnWay(String model, Effort effort, String thinking, String level) {
        Rendered rendered = render(model, ChatOptions.defaults().withEffort(effort));

        JsonNode sent = rendered.body().get("thinking");
        assertThat(sent == null ? null : sent.toString()).isEqualTo(thinking);
        assertThat(Json.text(rendered.body().get("output_config"), "effort")).isEqualTo(level);
        assertThat(rendered.warnings()).isEmpty();
    }

    @Test
    void leavesThinkingToTheModelWhereNoEffortIsAsked() {
        Rendered rendered = render("claude-haiku-5-5", ChatOptions.defaults());

        assertThat(rendered.body().has("thinking")).isFalse();
        assertThat(rendered.body().has("output_config")).isFalse();
    }

    @Test
    void warnsWhereAnEffortCannotBeMade() {
        assertThat(subjects(render(
                        "claude-3-5-haiku-20241022", ChatOptions.defaults().withEffort(Effort.LOW))))
                .containsExactly("effort");
        Rendered narrow = render(
                "claude-haiku-4-5-20251001",
                ChatOptions.defaults().withEffort(Effort.HIGH).withMaxOutputTokens(2000));
        assertThat(narrow.body().has("thinking")).isFalse();
        assertThat(subjects(narrow)).containsExactly("effort");
    }

    @Test
    void sendsNoTemperatureToAModelThatThinks() {
        ChatOptions warm = ChatOptions.defaults().withTemperature(new BigDecimal("0.2"));

        assertThat(render("claude-sonnet-4-6", warm).body().get("temperature").toString())
                .isEqualTo("0.2");
        Rendered thinking = render("claude-sonnet-4-6", warm.withEffort(Effort.LOW));
        assertThat(thinking.body().has("temperature")).isFalse();
        assertThat(subjects(thinking)).containsExactly("temperature");
        assertThat(render("unlisted", warm).body().has("temperature")).isTrue();
        assertThat(subjects(render("claude-opus-5", warm))).containsExactly("temperature");
    }

    @Test
    void requiresACallOnlyOfAModelThatDoesNotThinkMeanwhile() {
        ChatOptions required = WITH_TOOL.withToolChoice(ToolChoice.REQUIRED);

        Rendered always = render("claude-sonnet-5-5", required);
        assertThat(always.body().has("tool_choice")).isFalse();
        assertThat(subjects(always)).containsExactly("toolChoice");

        Rendered adaptive = render("claude-haiku-5-5", required.withEffort(Effort.HIGH));
        assertThat(adaptive.body().get("tool_choice").toString()).isEqualTo("{\"type\":\"any\"}");
        assertThat(adaptive.body().get("thinking").toString()).isEqualTo("{\"type\":\"disabled\"}");
        assertThat(adaptive.body().path("output_config").path("effort").asString())
                .isEqualTo("high");

        Rendered budgeted = render("claude-haiku-4-5-20251001", required.withEffort(Effort.HIGH));
        assertThat(budgeted.body().has("thinking")).isFalse();
        assertThat(subjects(budgeted)).containsExactly("effort");

        Rendered unlisted = render("unlisted", required);
        assertThat(unlisted.body().has("thinking")).isFalse();
        assertThat(unlisted.body().get("tool_choice").toString()).isEqualTo("{\"type\":\"any\"}");
    }

    @Test
    void forbidsCallsWithoutForgettingTheTools() {
        Rendered rendered = render("claude-haiku-5-5", WITH_TOOL.withToolChoice(ToolChoice.NONE));

        assertThat(rendered.body().get("tools")).hasSize(1);
        assertThat(rendered.body().get("tool_choice").toString()).isEqualTo("{\"type\":\"none\"}");
    }

    @Test
    void namesTheToolsOfAConversationEvenWhereNoneAreGiven() {
        Rendered rendered = render(
                "claude-haiku-5-5",
                ChatOptions.defaults(),
                Message.user("a"),
                new Message(Role.ASSISTANT, List.of(new Part.ToolCall("c1", "old_tool", Json.object(), null))),
                Message.toolResults(List.of(new Part.ToolResult("c1", "old_tool", "r", false))));

        assertThat(rendered.body().path("tools").path(0).path("name").asString())
                .isEqualTo("old_tool");
        assertThat(rendered.body().get("tool_choice").toString()).isEqualTo("{\"type\":\"none\"}");
    }

    @Test
    void asksForASchemaBesideTheEffort() {
        ObjectNode schema = Json.object().put("type", "object").put("additionalProperties", false);
        ChatOptions options =
                ChatOptions.defaults().withEffort(Effort.LOW).withOutputSchema(new OutputSchema("answer", schema));

        assertThat(render("claude-haiku-5-5", options).body().get("output_config"))
                .isEqualTo(Json.MAPPER.readTree("""
                        {"effort":"low","format":{"type":"json_schema","schema":{"type":"object","additionalProperties":false}}}"""));
        assertThat(subjects(render("claude-sonnet-4-20250514", options))).containsExactly("outputSchema");
    }

    @Test
    void makesASchemaOneThatIsTakenAndTellsHow() throws Exception {
        ObjectNode given = (ObjectNode) Json.MAPPER.readTree("""
                {"type":"object","additionalProperties":true,"required":["minimum"],"properties":{
                  "minimum":{"type":["integer","null"],"minimum":1,"maximum":9},
                  "lines":{"type":"array","minItems":2,"maxItems":3,"items":{
                    "type":"object","properties":{"name":{"type":"string","minLength":1}},"required":["name"]}},
                  "one":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/any"}}},
                 "$defs":{"any":{"anyOf":[{"type":"object"},{"type":"null"}]}}}""");
        ObjectNode before = given.deepCopy();

        Rendered rendered =
                render("claude-haiku-5-5", ChatOptions.defaults().withOutputSchema(new OutputSchema("answer", given)));

        assertThat(rendered.body().path("output_config").path("format").path("schema"))
                .isEqualTo(Json.MAPPER.readTree("""
                        {"type":"object","additionalProperties":false,"required":["minimum"],"properties":{
                          "minimum":{"type":["integer","null"]},
                          "lines":{"type":"array","items":{"type":"object","additionalProperties":false,
                            "properties":{"name":{"type":"string"}},"required":["name"]}},
                          "one":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/any"}}},
                         "$defs":{"any":{"anyOf":[{"type":"object","additionalProperties":false},{"type":"null"}]}}}"""));
        assertThat(given).isEqualTo(before);
        assertThat(rendered.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .contains("additionalProperties, maxItems, maximum, minItems, minLength, minimum"));
    }

    @Test
    void givesNoBudgetInALoopThatBeganWithoutThinking() {
        ChatOptions thinking = ChatOptions.defaults().withEffort(Effort.HIGH);
        Part signed = new Part.Thinking(
                "Hm", new ProviderData("anthropic", Json.object().put("signature", "s")));
        Message result = Message.toolResults(List.of(new Part.ToolResult("c", "t", "r", false)));
        Message bare = new Message(Role.ASSISTANT, List.of(new Part.ToolCall("c", "t", Json.object(), null)));
        Message thought =
                new Message(Role.ASSISTANT, List.of(signed, new Part.ToolCall("c", "t", Json.object(), null)));
        Message ask = Message.user("a");
        String model = "claude-haiku-4-5-20251001";

        Rendered foreign = render(model, thinking, ask, bare, result);
        assertThat(foreign.body().has("thinking")).isFalse();
        assertThat(subjects(foreign)).containsExactly("effort");
        assertThat(render(model, thinking, ask, bare, result, ask).body().has("thinking"))
                .isFalse();

        assertThat(render(model, thinking, ask, thought, result).body().has("thinking"))
                .isTrue();
        assertThat(render(model, thinking, ask, thought, result, bare, result)
                        .body()
                        .has("thinking"))
                .as("the model thinks at the beginning of a loop only")
                .isTrue();
        assertThat(render(model, thinking, ask, bare, result, Message.assistant("b"), ask)
                        .body()
                        .has("thinking"))
                .isTrue();
    }

    @Test
    void cachesWhatHoldsForAllAndHowFarTheConversationHasCome() {
        Rendered rendered = render(
                "claude-haiku-5-5",
                WITH_TOOL.withPromptCache(PromptCache.ONE_HOUR),
                Message.system("one"),
                Message.system("two"),
                Message.user("a"),
                Message.assistant("b"),
                new Message(Role.USER, List.of(Part.Text.of("c"), Part.Text.of("d"))));

        List<String> marked = new ArrayList<>();
        collectMarked(rendered.body(), marked);
        assertThat(marked).containsExactly("t", "two", "d");
        assertThat(rendered.body().path("system").path(1).path("cache_control").toString())
                .isEqualTo("{\"type\":\"ephemeral\",\"ttl\":\"1h\"}");
    }

    private static void collectMarked(JsonNode node, List<String> marked) {
        if (node.has("cache_control")) {
            String text = Json.text(node, "text");
            marked.add(text == null ? node.path("name").asString() : text);
        }
        node.forEach(child -> collectMarked(child, marked));
    }

    @Test
    void beginsAndEndsWithTheUser() {
        Rendered rendered = render(
                "claude-haiku-5-5",
                ChatOptions.defaults(),
                Message.assistant("Welcome"),
                Message.user("a"),
                Message.assistant("b"));

        assertThat(rendered.body().get("messages")).isEqualTo(Json.MAPPER.readTree("""
                [{"role":"user","content":[{"type":"text","text":"(no message)"}]},
                 {"role":"assistant","content":[{"type":"text","text":"Welcome"}]},
                 {"role":"user","content":[{"type":"text","text":"a"}]},
                 {"role":"assistant","content":[{"type":"text","text":"b"}]},
                 {"role":"user","content":[{"type":"text","text":"Go on."}]}]"""));
        assertThat(subjects(rendered)).containsExactly("messages");
    }

    @Test
    void sendsOnlyPicturesOfAFormThatIsTaken() {
        Message shown = new Message(
                Role.USER,
                List.of(
                        new Part.Image("image/webp", "AAAA"),
                        new Part.Image("image/tiff", "BBBB"),
                        Part.Text.of("see")));

        Rendered rendered = render("claude-haiku-5-5", ChatOptions.defaults(), shown);

        assertThat(rendered.body().path("messages").path(0).path("content")).hasSize(2);
        assertThat(subjects(rendered)).containsExactly("images");
    }

    @Test
    void leavesOutWhatAModelIsKnownNotToTake() {
        ModelInfo plain = new ModelInfo("claude-plain", 0, 0, Set.of(Capability.TEMPERATURE));
        Message shown = new Message(
                Role.USER,
                List.of(
                        new Part.Image("image/png", "AAAA"),
                        new Part.Document("application/pdf", "bill.pdf", "BBBB"),
                        Part.Text.of("see")));

        Rendered rendered = new AnthropicProtocol()
                .renderChat(new ChatRequest(
                        "anthropic", plain, List.of(shown), WITH_TOOL.withPromptCache(PromptCache.FIVE_MINUTES)));

        assertThat(rendered.body().has("tools")).isFalse();
        assertThat(rendered.body().path("messages").path(0).path("content")).hasSize(1);
        assertThat(subjects(rendered)).containsExactlyInAnyOrder("tools", "images", "documents", "promptCache");
    }
}
