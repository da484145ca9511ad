package au.pip.llm.protocol.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatOptions;
import au.pip.llm.Effort;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.OutputSchema;
import au.pip.llm.Part;
import au.pip.llm.Role;
import au.pip.llm.ToolChoice;
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.price.PriceCatalogue;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class GeminiOptionsTest {
    private static final ObjectNode OBJECT = Json.object().put("type", "object");
    private static final OutputSchema ANSWER = new OutputSchema("answer", OBJECT);
    private static final ChatOptions WITH_TOOL =
            ChatOptions.defaults().withTools(List.of(new ToolSpec("f", "does", OBJECT)));

    private static Rendered render(String model, ChatOptions options, Message... messages) {
        ModelInfo known = PriceCatalogue.standard().model("google", model);
        return render(known == null ? new ModelInfo(model, 0, 0, Set.of()) : known, options, messages);
    }

    private static Rendered render(ModelInfo model, ChatOptions options, Message... messages) {
        List<Message> history = messages.length == 0 ? List.of(Message.user("Hi")) : List.of(messages);
        return new GeminiProtocol().renderChat(new ChatRequest("google", model, history, options));
    }

    private static JsonNode config(Rendered rendered) {
        return rendered.body().path("generationConfig");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gemini-3.8-flash||{'includeThoughts':true}|false",
                "gemini-3.8-flash|NONE|{'thinkingLevel':'LOW'}|true",
                "gemini-3.8-flash|HIGH|{'thinkingLevel':'HIGH','includeThoughts':true}|false",
                "gemini-3.7-flash|NONE|{'thinkingLevel':'LOW'}|true",
                "gemini-3.6-flash|NONE|{'thinkingLevel':'MINIMAL'}|false",
                "gemini-3.5-flash-lite|NONE|{'thinkingLevel':'MINIMAL'}|false",
                "gemini-3.1-pro-preview|NONE|{'thinkingLevel':'LOW'}|true",
                "gemini-3.1-pro-preview|MEDIUM|{'thinkingLevel':'MEDIUM','includeThoughts':true}|false",
                "gemini-2.5-pro||{'includeThoughts':true}|false",
                "gemini-2.5-pro|NONE|{'thinkingBudget':128}|true",
                "gemini-2.5-flash|NONE|{'thinkingBudget':0}|false",
                "gemini-2.5-flash|LOW|{'thinkingBudget':1024,'includeThoughts':true}|false",
                "gemini-2.5-flash|HIGH|{'thinkingBudget':24576,'includeThoughts':true}|false",
                "gemini-2.5-flash-lite||null|false",
                "gemini-2.5-flash-lite|MEDIUM|{'thinkingBudget':8192,'includeThoughts':true}|false",
                "gemini-9-ultra||null|false",
                "gemini-9-ultra|LOW|{'thinkingLevel':'LOW','includeThoughts':true}|false"
            })
    void asksForThinkingInTheModelsOwnTerms(String model, Effort effort, String expected, boolean warns) {
        Rendered rendered = render(model, ChatOptions.defaults().withEffort(effort));

        JsonNode thinking = config(rendered).get("thinkingConfig");
        assertThat(String.valueOf(thinking)).isEqualTo(expected.replace('\'', '"'));
        assertThat(rendered.warnings()).extracting(Warning::subject).isEqualTo(warns ? List.of("effort") : List.of());
    }

    @Test
    void warnsOfEffortThatAModelCannotMake() {
        ModelInfo thoughtless = new ModelInfo("gemini-plain", 0, 0, Set.of(Capability.TOOLS));

        assertThat(render(thoughtless, ChatOptions.defaults().withEffort(Effort.LOW))
                        .warnings())
                .extracting(Warning::subject)
                .containsExactly("effort");
        assertThat(render(thoughtless, ChatOptions.defaults().withEffort(Effort.NONE))
                        .warnings())
                .isEmpty();
    }

    @Test
    void sendsASchemaForTheReply() {
        JsonNode config = config(render("gemini-3.8-flash", WITH_TOOL.withOutputSchema(ANSWER)));

        assertThat(config.path("responseMimeType").asString()).isEqualTo("application/json");
        assertThat(config.path("responseJsonSchema")).isEqualTo(OBJECT);
    }

    @Test
    void choosesBetweenToolsAndASchemaWhereAModelTakesOnlyOne() {
        Rendered both = render("gemini-2.5-flash", WITH_TOOL.withOutputSchema(ANSWER));
        Rendered noTools =
                render("gemini-2.5-flash", WITH_TOOL.withOutputSchema(ANSWER).withToolChoice(ToolChoice.NONE));
        Rendered mustCall =
                render("gemini-3.8-flash", WITH_TOOL.withOutputSchema(ANSWER).withToolChoice(ToolChoice.REQUIRED));

        assertThat(config(both).has("responseJsonSchema")).isFalse();
        assertThat(both.warnings()).extracting(Warning::subject).containsExactly("outputSchema");
        assertThat(config(noTools).has("responseJsonSchema")).isTrue();
        assertThat(noTools.body().has("tools")).isFalse();
        assertThat(noTools.warnings()).isEmpty();
        assertThat(config(mustCall).has("responseJsonSchema")).isFalse();
        assertThat(mustCall.warnings()).extracting(Warning::subject).containsExactly("outputSchema");
    }

    @ParameterizedTest
    @CsvSource({"AUTO,", "REQUIRED,ANY", "NONE,NONE"})
    void saysWhetherAToolMayBeCalled(ToolChoice choice, String mode) {
        JsonNode body =
                render("gemini-3.8-flash", WITH_TOOL.withToolChoice(choice)).body();

        assertThat(body.path("toolConfig")
                        .path("functionCallingConfig")
                        .path("mode")
                        .asString(null))
                .isEqualTo(mode);
        assertThat(render("gemini-3.8-flash", ChatOptions.defaults().withToolChoice(choice))
                        .body()
                        .has("toolConfig"))
                .isFalse();
    }

    @Test
    void warnsOfWhatIsTooMuch() {
        Rendered rendered = render(
                "gemini-3.8-flash",
                ChatOptions.defaults()
                        .withMaxOutputTokens(1_000_000)
                        .withTemperature(new BigDecimal("0.2"))
                        .withStopSequences(List.of("1", "2", "3", "4", "5", "6")));

        assertThat(config(rendered)).isEqualTo(Json.MAPPER.readTree("""
                        {"maxOutputTokens":65536,"stopSequences":["1","2","3","4","5"],
                         "thinkingConfig":{"includeThoughts":true}}"""));
        assertThat(rendered.warnings())
                .extracting(Warning::subject)
                .containsExactly("maxOutputTokens", "temperature", "stopSequences");
    }

    @Test
    void sendsATemperatureToModelsThatTakeOne() {
        ChatOptions warm = ChatOptions.defaults().withTemperature(new BigDecimal("0.20"));

        assertThat(config(render("gemini-2.5-flash", warm)).path("temperature").decimalValue())
                .isEqualTo(new BigDecimal("0.20"));
        assertThat(config(render("gemini-9-ultra", warm)).has("temperature")).isTrue();
    }

    @Test
    void sendsWhatAModelCanReadAndTellsOfTheRest() {
        Message message = new Message(
                Role.USER,
                List.of(
                        new Part.Document("text/csv", "a.csv", "QQ=="),
                        new Part.Document("application/zip", "b.zip", "QQ=="),
                        new Part.Image("image/webp", "QQ==")));
        ModelInfo blind = new ModelInfo("gemini-blind", 0, 0, Set.of(Capability.TOOLS));

        Rendered seen = render("gemini-3.8-flash", ChatOptions.defaults(), message);

        assertThat(seen.body().path("contents").path(0).path("parts")).hasSize(2);
        assertThat(seen.warnings()).extracting(Warning::subject).containsExactly("documents");
        assertThat(render(blind, ChatOptions.defaults(), message).warnings())
                .extracting(Warning::subject)
                .containsExactly("documents", "documents", "images");
    }

    @Test
    void tellsAModelWithoutToolsOfNone() {
        Rendered rendered = render(new ModelInfo("gemini-mute", 0, 0, Set.of(Capability.IMAGES)), WITH_TOOL);

        assertThat(rendered.body().has("tools")).isFalse();
        assertThat(rendered.warnings()).extracting(Warning::subject).containsExactly("tools");
    }

    @Test
    void signsNothingForModelsThatDoNotAskForIt() {
        Message call = new Message(Role.ASSISTANT, List.of(new Part.ToolCall("c", "f", Json.object(), null)));

        assertThat(render("gemini-2.5-flash", WITH_TOOL, Message.user("a"), call)
                        .body()
                        .path("contents")
                        .path(1)
                        .path("parts")
                        .path(0))
                .isEqualTo(Json.MAPPER.readTree("{\"functionCall\":{\"name\":\"f\",\"args\":{}}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini-3.5-flash-lite", "vertex_ai/gemini-3.1-pro-preview", "learnlm-2.0"})
    void putsTheModelIntoThePath(String model) {
        assertThat(render(model, ChatOptions.defaults()).path())
                .isEqualTo("/v1beta/models/" + model + ":streamGenerateContent?alt=sse");
    }

    /** What the documentation says of all rows: pictures, PDF, tools, JSON Schema and thinking. */
    @Test
    void knowsWhatEachModelCanDo() {
        assertThat(PriceCatalogue.standard().models("google"))
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.capabilities())
                        .contains(
                                Capability.TOOLS,
                                Capability.IMAGES,
                                Capability.DOCUMENTS,
                                Capability.STRUCTURED_OUTPUT,
                                Capability.THINKING)
                        .matches(can ->
                                can.contains(Capability.EFFORT) == model.id().startsWith("gemini-3")));
    }
}
