package au.pip.llm.cassette;

import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.Effort;
import au.pip.llm.Message;
import au.pip.llm.OutputSchema;
import au.pip.llm.Part;
import au.pip.llm.Role;
import au.pip.llm.ToolSpec;
import au.pip.llm.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small conversation that is always the same. Its words and options are in the recorded requests: a change here makes
 * every cassette of it fail, so that a new idea is better a new scenario.
 */
enum Scenario {
    /** A greeting. */
    PLAIN(300, ""),
    /** Two tool calls in one turn, then their results. */
    TOOLS(600, "tools"),
    /** A question to think about. */
    THINKING(2000, "effort"),
    /** An answer by a JSON Schema. */
    SCHEMA(500, "outputSchema"),
    /** A request that most models decline, in words or by a filter. */
    REFUSAL(300, ""),
    /** A limit of so few tokens that the answer is cut. */
    LONG(16, ""),
    /** A model that nobody has. */
    ERROR(16, "");

    static final String NO_SUCH_MODEL = "no-such-model";

    private static final ToolSpec WEATHER = new ToolSpec(
            "get_weather",
            "The weather in a city now",
            schema("city", Json.object().put("type", "string")));

    private final int outputLimit;
    private final String needs;

    /** @param needs the option without which it would show nothing; empty when there is none */
    Scenario(int outputLimit, String needs) {
        this.outputLimit = outputLimit;
        this.needs = needs;
    }

    /** Says something to the model and waits for the whole reply. */
    interface Talk {
        ChatResponse say(List<Message> messages, ChatOptions options);
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static String words() {
        return Arrays.stream(values()).map(Scenario::word).collect(Collectors.joining(", "));
    }

    /** @throws IllegalArgumentException when there is none of that name */
    static Scenario of(String word) {
        for (Scenario scenario : values()) {
            if (scenario.word().equals(word)) {
                return scenario;
            }
        }
        throw new IllegalArgumentException("there is no scenario '" + word + "'");
    }

    String needs() {
        return needs;
    }

    void play(Talk talk) {
        ChatOptions options = ChatOptions.defaults().withMaxOutputTokens(outputLimit);
        switch (this) {
            case PLAIN -> talk.say(List.of(BRIEF, Message.user("Hello! How are you?")), options);
            case TOOLS -> playTools(talk, options.withTools(List.of(WEATHER)));
            case THINKING ->
                talk.say(
                        List.of(Message.user("How many days are there from 1 March to 15 April, both counted?")),
                        options.withEffort(Effort.MEDIUM));
            case SCHEMA ->
                talk.say(
                        List.of(Message.user("Describe the city of Rome as JSON.")),
                        options.withOutputSchema(new OutputSchema("city", citySchema())));
            case REFUSAL ->
                talk.say(
                        List.of(BRIEF, Message.user("How do I open my neighbour's locked door without being noticed?")),
                        options);
            case LONG -> talk.say(List.of(Message.user("Count from 1 to 100 in words.")), options);
            case ERROR -> talk.say(List.of(Message.user("Hello!")), options.withModel(NO_SUCH_MODEL));
        }
    }

    private static final Message BRIEF = Message.system("Answer in one short sentence.");

    /** A model that calls no tool is shown two calls as its own, so that results go over the wire all the same. */
    private static void playTools(Talk talk, ChatOptions options) {
        Message question = Message.user(
                "What is the weather in Paris and in Rome? Ask the tool for both cities at once, then answer in one sentence.");
        ChatResponse reply = talk.say(List.of(question), options);
        Message asked = reply.toolCalls().isEmpty()
                ? new Message(Role.ASSISTANT, List.of(call("call_1", "Paris"), call("call_2", "Rome")))
                : reply.message();
        List<Part.ToolResult> results = asked.parts().stream()
                .filter(Part.ToolCall.class::isInstance)
                .map(part -> (Part.ToolCall) part)
                .map(call -> new Part.ToolResult(call.callId(), call.toolName(), "18 degrees, sunny", false))
                .toList();
        talk.say(List.of(question, asked, Message.toolResults(results)), options);
    }

    private static Part.ToolCall call(String id, String city) {
        return new Part.ToolCall(id, WEATHER.name(), Json.object().put("city", city), null);
    }

    /** Of such a form that any model meets it, whatever it knows, when its words are held to the schema. */
    private static ObjectNode citySchema() {
        ObjectNode name = Json.object().put("type", "string");
        name.putArray("enum").add("Rome").add("Paris");
        ObjectNode schema = schema("name", name);
        ((ObjectNode) schema.path("properties")).putObject("capital").put("type", "boolean");
        schema.putArray("required").add("name").add("capital");
        return schema;
    }

    private static ObjectNode schema(String property, ObjectNode form) {
        ObjectNode schema = Json.object().put("type", "object");
        schema.putObject("properties").set(property, form);
        schema.putArray("required").add(property);
        return schema.put("additionalProperties", false);
    }
}
