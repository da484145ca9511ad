package au.pip.llm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.OutputSchema;
import au.pip.llm.Part;
import au.pip.llm.ProviderConfig;
import au.pip.llm.Role;
import au.pip.llm.StopReason;
import au.pip.llm.ToolSpec;
import au.pip.llm.UsageMetrics.ModelUsage;
import au.pip.llm.json.Json;
import au.pip.llm.settings.LlmSettings;
import au.pip.llm.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What holds for every provider however silly its model is: how it answers, not what. One subclass a provider and API;
 * the settings, as everywhere, say how it is reached. A provider that is out of reach is skipped, with the reason.
 */
@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LiveContract {
    private static final Message HELLO = Message.user("Hello! Answer in one short sentence.");
    private static final ToolSpec WEATHER =
            new ToolSpec("get_weather", "The weather in a city now", object("city", "string"));

    private LlmProvider provider;

    /** As {@code LLM_PROVIDER} names it. */
    abstract String name();

    /** As {@code LLM_API} names it; null for the usual one. */
    @Nullable
    String api() {
        return null;
    }

    /** Why it cannot be reached here, and what to set; null when it may be tried. */
    abstract @Nullable String missing(ProviderConfig config);

    /** Whether its prices are known, or it is free. */
    boolean isPriced() {
        return true;
    }

    /** Whether it looks at the name of the model at all: some servers answer by the one model that they have. */
    boolean looksAtModelNames() {
        return true;
    }

    static Settings settings() {
        String file = System.getenv("PIP_ENV_FILE");
        return Settings.load(file == null ? Path.of("..", ".env") : Path.of(file));
    }

    ProviderConfig config() {
        return LlmSettings.forProvider(settings(), name()).withApi(api());
    }

    static LlmProvider create(ProviderConfig config) {
        return new LlmProviders(LlmProviders.standard()).create(config);
    }

    @BeforeAll
    void reach() {
        boolean known = new LlmProviders(LlmProviders.standard()).names().contains(name());
        assumeTrue(known, label() + ": this version does not have it");
        ProviderConfig config = config();
        String missing = missing(config);
        assumeTrue(missing == null, label() + ": " + missing);
        try {
            provider = create(config);
        } catch (LlmException.Configuration unusable) {
            abort(label() + ": " + unusable.getMessage());
        }
        String model = model();
        assumeTrue(model != null, label() + ": no model is installed or chosen (set LLM_DEFAULT_MODEL)");
    }

    private String label() {
        return api() == null ? name() : name() + " (" + api() + ")";
    }

    LlmProvider provider() {
        return provider;
    }

    /** The one chosen, or the first that is there; null when there is none. */
    private @Nullable String model() {
        String usual = provider.defaultModel();
        List<ModelInfo> there = provider.supportedModels();
        boolean settled = config().defaultModel() != null || there.isEmpty() || find(there, usual) != null;
        return settled ? usual : there.getFirst().id();
    }

    /** A local model's name may leave its tag out. */
    private static @Nullable ModelInfo find(List<ModelInfo> models, @Nullable String name) {
        return models.stream()
                .filter(each -> each.id().equals(name) || each.id().equals(name + ":latest"))
                .findFirst()
                .orElse(null);
    }

    /** The usual model unless it is known not to do this; then another that does. Skips where there is none. */
    private String modelThatCan(Capability capability) {
        List<ModelInfo> there = provider.supportedModels();
        ModelInfo usual = find(there, model());
        if (usual == null || !usual.lacks(capability)) {
            return String.valueOf(model());
        }
        List<String> able = there.stream()
                .filter(each -> each.can(capability))
                .map(ModelInfo::id)
                .toList();
        assumeTrue(
                !able.isEmpty(),
                label() + ": no model there is known for " + capability.name().toLowerCase(Locale.ROOT));
        return able.getFirst();
    }

    /** Of a model of which nothing is known, only the asking tells what it can do; skips where it is refused. */
    private ChatResponse answerIfItCan(Capability capability, List<Message> messages, ChatOptions options) {
        ModelInfo known = find(provider.supportedModels(), options.model());
        try {
            return provider.chat(messages, options);
        } catch (LlmException.InvalidRequest refused) {
            if (known != null && known.can(capability)) {
                throw refused;
            }
            return abort(label() + ": " + options.model() + " refuses "
                    + capability.name().toLowerCase(Locale.ROOT));
        }
    }

    private ChatOptions options(int outputTokens) {
        return ChatOptions.defaults().withModel(model()).withMaxOutputTokens(outputTokens);
    }

    /** Enough for a model that thinks before it greets. */
    private ChatOptions options() {
        return options(1000);
    }

    private static ObjectNode object(String property, String type) {
        ObjectNode schema = Json.object().put("type", "object");
        schema.putObject("properties").putObject(property).put("type", type);
        schema.putArray("required").add(property);
        return schema.put("additionalProperties", false);
    }

    @Test
    void streamsAGreeting() {
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = provider.streamChat(List.of(HELLO), options())) {
            stream.forEachRemaining(events::add);

            ChatResponse reply = stream.response();
            assertThat(events).filteredOn(ChatEvent.Started.class::isInstance).hasSize(1);
            assertThat(events.getLast()).isInstanceOf(ChatEvent.Finished.class);
            assertThat(events.stream().filter(ChatEvent.TextDelta.class::isInstance))
                    .extracting(event -> ((ChatEvent.TextDelta) event).text())
                    .isNotEmpty()
                    .satisfies(deltas -> assertThat(String.join("", deltas)).isEqualTo(reply.text()));
            assertThat(reply.stopReason()).isIn(StopReason.END, StopReason.MAX_TOKENS);
            assertThat(reply.provider()).isEqualTo(name());
            assertThat(reply.model()).isNotBlank();
            assertThat(reply.timing().firstToken()).isPositive();
            tell("greeting", reply);
        }
    }

    @Test
    void countsAndPricesAReply() {
        LlmProvider fresh = create(config());
        ChatResponse reply = fresh.chat(List.of(HELLO), options());

        assertThat(reply.usage().input()).isPositive();
        assertThat(reply.usage().output()).isPositive();
        if (isPriced()) {
            assertThat(reply.cost()).as("cost of " + reply.model()).isNotNull();
            assertThat(reply.cost().usd()).isNotNegative();
        }
        assertThat(fresh.getUsage().total()).isEqualTo(reply.usage());
        assertThat(fresh.getUsage().byModel().values())
                .extracting(ModelUsage::calls)
                .containsExactly(1L);
    }

    @Test
    void cutsAReplyAtTheOutputLimit() {
        ChatResponse reply = provider.chat(List.of(Message.user("Count from 1 to 200 in words.")), options(16));

        assertThat(reply.stopReason()).isIn(StopReason.MAX_TOKENS, StopReason.END);
        assertThat(reply.usage().output()).isBetween(1L, 64L);
    }

    /** A model that calls no tool is shown two calls as its own, so that results go over the wire all the same. */
    @Test
    void takesTheResultsOfTwoToolCalls() {
        ChatOptions options =
                options().withModel(modelThatCan(Capability.TOOLS)).withTools(List.of(WEATHER));
        Message question = Message.user(
                "What is the weather in Paris and in Rome? Ask the tool for both at once, then answer in one sentence.");
        ChatResponse asked = answerIfItCan(Capability.TOOLS, List.of(question), options);
        assertThat(asked.warnings()).extracting("subject").doesNotContain("tools");
        assertThat(asked.toolCalls()).allSatisfy(call -> {
            assertThat(call.callId()).isNotBlank();
            assertThat(call.toolName()).isNotBlank();
        });
        assertThat(asked.stopReason() == StopReason.TOOL_CALLS)
                .isEqualTo(!asked.toolCalls().isEmpty());
        Message calls = asked.toolCalls().size() >= 2
                ? asked.message()
                : new Message(Role.ASSISTANT, List.of(call("call_1", "Paris"), call("call_2", "Rome")));
        tell("tool calls", asked);

        ChatResponse reply = provider.chat(List.of(question, calls, results(calls)), options);

        assertThat(reply.stopReason()).isIn(StopReason.END, StopReason.MAX_TOKENS, StopReason.TOOL_CALLS);
        assertThat(reply.usage().input()).isPositive();
        tell("tool results", reply);
    }

    private static Part.ToolCall call(String id, String city) {
        return new Part.ToolCall(id, WEATHER.name(), Json.object().put("city", city), null);
    }

    private static Message results(Message calls) {
        return Message.toolResults(calls.parts().stream()
                .filter(Part.ToolCall.class::isInstance)
                .map(part -> (Part.ToolCall) part)
                .map(call -> new Part.ToolResult(call.callId(), call.toolName(), "18 degrees, sunny", false))
                .toList());
    }

    /** The words are held to the schema, so that any model meets it. */
    @Test
    void answersByAJsonSchema() {
        ObjectNode schema = object("name", "string");
        ObjectNode name = (ObjectNode) schema.path("properties").path("name");
        name.putArray("enum").add("Rome").add("Paris");
        ChatResponse reply = answerIfItCan(
                Capability.STRUCTURED_OUTPUT,
                List.of(Message.user("Describe the city of Rome as JSON.")),
                options()
                        .withModel(modelThatCan(Capability.STRUCTURED_OUTPUT))
                        .withOutputSchema(new OutputSchema("city", schema)));

        assertThat(reply.warnings()).extracting("subject").doesNotContain("outputSchema");
        assertThat(reply.stopReason()).isEqualTo(StopReason.END);
        JsonNode json = reply.json();
        assertThat(json).as(reply.text()).isNotNull();
        assertThat(json.propertyNames()).containsExactly("name");
        assertThat(json.path("name").asString()).isIn("Rome", "Paris");
        tell("schema", reply);
    }

    @Test
    void stopsInTheMiddleAndGoesOnWithTheNext() {
        LlmProvider fresh = create(config());
        Message task = Message.user("Write a story of five hundred words about a lighthouse.");
        try (ChatStream stream = fresh.streamChat(List.of(task), options())) {
            boolean begun = false;
            while (!begun && stream.hasNext()) {
                ChatEvent event = stream.next();
                begun = event instanceof ChatEvent.TextDelta || event instanceof ChatEvent.ThinkingDelta;
            }
            assertThat(begun).as("the reply has begun").isTrue();

            stream.close();

            assertThat(stream.hasNext()).isFalse();
            assertThat(stream.response().stopReason()).isEqualTo(StopReason.CANCELLED);
        }
        assertThat(fresh.chat(List.of(HELLO), options()).stopReason()).isIn(StopReason.END, StopReason.MAX_TOKENS);
    }

    @Test
    void saysThatAModelIsMissing() {
        assumeTrue(looksAtModelNames(), label() + ": it answers whatever model is named");

        LlmException failure = catchThrowableOfType(
                LlmException.class,
                () -> provider.chat(List.of(HELLO), options().withModel("no-such-model")));

        assertThat(failure).isInstanceOf(LlmException.ModelNotFound.class).hasMessageContaining("no-such-model");
        assertThat(failure.origin().provider()).isEqualTo(name());
        assertThat(failure.origin().status()).isBetween(400, 499);
    }

    @Test
    void listsItsModelsAndIsReady() {
        assertThat(provider.isReady()).isTrue();
        assertThat(provider.supportedModels())
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.id()).isNotBlank());
    }

    /** A line of figures for the person who runs this. */
    private void tell(String what, ChatResponse reply) {
        System.out.printf(
                "%s: %s by %s: %s, %d tokens in, %d out, first after %s ms, %.0f tokens/s, %s%n",
                label(),
                what,
                reply.model(),
                reply.stopReason(),
                reply.usage().input(),
                reply.usage().output(),
                reply.timing().firstToken() == null
                        ? "?"
                        : reply.timing().firstToken().toMillis(),
                reply.tokensPerSecond(),
                reply.cost() == null ? "cost not known" : reply.cost().display());
    }

    @AfterAll
    void tellWhatItCost() {
        if (provider != null) {
            provider.getUsage()
                    .byModel()
                    .forEach((model, used) -> System.out.printf(
                            "%s: %d calls of %s, $%s%s%n",
                            label(),
                            used.calls(),
                            model,
                            used.knownCostUsd().toPlainString(),
                            used.unpricedCalls() == 0 ? "" : ", and " + used.unpricedCalls() + " without a price"));
        }
    }
}
