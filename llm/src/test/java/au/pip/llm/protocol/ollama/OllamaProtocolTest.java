package au.pip.llm.protocol.ollama;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.Effort;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.Part;
import au.pip.llm.Role;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.ToolChoice;
import au.pip.llm.ToolSpec;
import au.pip.llm.Usage;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.ModelDirectory;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import au.pip.llm.protocol.WireFailure;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OllamaProtocolTest {
    private static final ModelInfo UNKNOWN = new ModelInfo("mistral", 0, 0, Set.of());

    private final OllamaProtocol protocol = new OllamaProtocol();
    private final ModelDirectory directory = Objects.requireNonNull(protocol.directory());

    private static ChatRequest request(ModelInfo model, Message... messages) {
        return new ChatRequest("ollama", model, List.of(messages), ChatOptions.defaults());
    }

    private JsonNode body(ChatRequest request) {
        return protocol.renderChat(request).body();
    }

    private ChatResponse read(ChatRequest request, String... lines) {
        ReplyFold fold = new ReplyFold("ollama", request.model().id(), event -> {});
        ReplyReader reader = protocol.reader(request, protocol.renderChat(request), fold);
        for (String line : lines) {
            byte[] bytes = line.getBytes(UTF_8);
            reader.read(null, bytes, 0, bytes.length);
        }
        assertThat(reader.whole()).isTrue();
        return fold.response(null, Timing.NONE, null);
    }

    @ParameterizedTest
    @CsvSource({
        "0,10,8192",
        "0,60000,32768",
        "131072,10,8192",
        "131072,60000,32768",
        "131072,900000,131072",
        "4096,10,4096"
    })
    void asksForAWindowThatFitsAndThatTheModelHas(int modelContext, int characters, int window) {
        ModelInfo model = new ModelInfo("m", modelContext, 0, Set.of());

        JsonNode body = body(request(model, Message.user("x".repeat(characters))));

        assertThat(body.path("options").path("num_ctx").asInt()).isEqualTo(window);
    }

    @Test
    void asksForAWindowThatTablesOfFiguresPicturesAndNamesFitInto() {
        ModelInfo model = new ModelInfo("m", 131_072, 0, Set.of());
        Message table = Message.user("1,234.56 ".repeat(3000));
        Message pictures = new Message(Role.USER, Collections.nCopies(5, new Part.Image("image/png", "AAAA")));

        assertThat(window(request(model, table))).isEqualTo(32_768);
        assertThat(window(request(model, pictures))).isEqualTo(16_384);
    }

    private int window(ChatRequest request) {
        return body(request).path("options").path("num_ctx").asInt();
    }

    @Test
    void readsOverValuesOfAnotherKind() {
        ChatResponse response = read(
                request(UNKNOWN, Message.user("x")),
                "{\"done\":{\"done_reason\":\"length\"},\"message\":{\"content\":\"a\"}}",
                "{\"done\":true,\"prompt_eval_count\":-4,\"eval_count\":-1}");

        assertThat(response.text()).isEqualTo("a");
        assertThat(response.stopReason()).isEqualTo(StopReason.END);
        assertThat(response.usage()).isEqualTo(Usage.NONE);
    }

    @Test
    void warnsWhenTheCountShowsACutPrompt() {
        ChatRequest request = request(UNKNOWN, Message.user("word ".repeat(4000)));

        ChatResponse cut =
                read(request, "{\"model\":\"mistral\",\"done\":true,\"prompt_eval_count\":1026,\"eval_count\":5}");
        ChatResponse whole =
                read(request, "{\"model\":\"mistral\",\"done\":true,\"prompt_eval_count\":4100,\"eval_count\":5}");

        assertThat(cut.warnings()).extracting(Warning::subject).containsExactly("context");
        assertThat(whole.warnings()).isEmpty();
        assertThat(cut.usage()).isEqualTo(Usage.of(1026, 5));
    }

    @Test
    void takesToolCallsThatEndWithStop() {
        ChatResponse response = read(
                request(UNKNOWN, Message.user("x")),
                "{\"message\":{\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"a\",\"arguments\":\"{\\\"x\\\":1}\"}},{\"id\":\"own\",\"function\":{\"name\":\"b\"}}]},\"done\":false}",
                "{\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\"}");

        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        assertThat(response.toolCalls())
                .extracting(call -> call.arguments().toString())
                .containsExactly("{\"x\":1}", "{}");
        assertThat(response.toolCalls().get(0).callId()).startsWith("call_");
        assertThat(response.toolCalls().get(1).callId()).isEqualTo("own");
    }

    @Test
    void sendsItsOwnThinkingBack() {
        ChatResponse response = read(
                request(UNKNOWN, Message.user("x")),
                "{\"message\":{\"thinking\":\"Hm \"},\"done\":false}",
                "{\"message\":{\"thinking\":\"so\"},\"done\":false}",
                "{\"message\":{\"content\":\"Yes\"},\"done\":true,\"done_reason\":\"length\"}");

        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
        JsonNode sent = body(request(UNKNOWN, Message.user("x"), response.message()))
                .path("messages")
                .path(1);
        assertThat(sent)
                .isEqualTo(Json.MAPPER.readTree("{\"role\":\"assistant\",\"content\":\"Yes\",\"thinking\":\"Hm so\"}"));
    }

    @Test
    void leavesToolsOutForAModelThatIsKnownNotToTakeThem() {
        ToolSpec tool = new ToolSpec("t", "d", Json.object().put("type", "object"));
        ModelInfo toolless = new ModelInfo("gemma", 8192, 0, Set.of(Capability.TEMPERATURE));

        var without = protocol.renderChat(new ChatRequest(
                "ollama",
                toolless,
                List.of(Message.user("x")),
                ChatOptions.defaults().withTools(List.of(tool))));
        var untold = protocol.renderChat(new ChatRequest(
                "ollama",
                UNKNOWN,
                List.of(Message.user("x")),
                ChatOptions.defaults().withTools(List.of(tool))));

        assertThat(without.body().has("tools")).isFalse();
        assertThat(without.warnings()).extracting(Warning::subject).containsExactly("tools");
        assertThat(untold.body().path("tools")).hasSize(1);
    }

    @Test
    void sendsPicturesAndWarnsOfDocuments() {
        var rendered = protocol.renderChat(request(
                UNKNOWN,
                new Message(
                        Role.USER,
                        List.of(
                                Part.Text.of("see"),
                                new Part.Image("image/png", "AAAA"),
                                new Part.Document("application/pdf", "bill.pdf", "BBBB")))));

        assertThat(rendered.body().path("messages").path(0))
                .isEqualTo(Json.MAPPER.readTree("{\"role\":\"user\",\"content\":\"see\",\"images\":[\"AAAA\"]}"));
        assertThat(rendered.warnings()).extracting(Warning::subject).containsExactly("documents");
    }

    @Test
    void readsWhatTheServerTellsOfItsModels() {
        assertThat(directory.parseList(Json.MAPPER.readTree("{\"models\":[{\"name\":\"llama3.1:latest\"},{\"x\":1}]}")))
                .containsExactly("llama3.1:latest");
        assertThat(directory.parseLookup("llama3.1", Json.MAPPER.readTree("""
                                {"capabilities":["completion","tools","vision","thinking","insert"],
                                 "model_info":{"general.architecture":"llama","llama.context_length":131072}}""")))
                .isEqualTo(new ModelInfo(
                        "llama3.1",
                        131072,
                        0,
                        Set.of(
                                Capability.TEMPERATURE,
                                Capability.STRUCTURED_OUTPUT,
                                Capability.TOOLS,
                                Capability.IMAGES,
                                Capability.THINKING)));
        assertThat(directory.parseLookup("old", Json.MAPPER.readTree("{}")))
                .isEqualTo(new ModelInfo("old", 0, 0, Set.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "THINKING        | HIGH   | true",
                "THINKING        | NONE   | false",
                "THINKING        | -      | -",
                "THINKING,EFFORT | MEDIUM | \"medium\"",
                "THINKING,EFFORT | NONE   | \"low\"",
                "TOOLS           | NONE   | -",
                "TOOLS           | HIGH   | -",
                "                | LOW    | true"
            })
    void asksOnlyModelsThatThinkToThink(String capabilities, Effort effort, String think) {
        Set<Capability> known = capabilities == null
                ? Set.of()
                : Arrays.stream(capabilities.split(","))
                        .map(Capability::valueOf)
                        .collect(Collectors.toSet());

        Rendered rendered = protocol.renderChat(new ChatRequest(
                "ollama",
                new ModelInfo("m", 0, 0, known),
                List.of(Message.user("x")),
                ChatOptions.defaults().withEffort(effort)));

        JsonNode sent = rendered.body().get("think");
        assertThat(sent == null ? null : sent.toString()).isEqualTo(think);
        assertThat(rendered.warnings()).hasSize(known.contains(Capability.TOOLS) && effort == Effort.HIGH ? 1 : 0);
    }

    @Test
    void findsTheLevelsOfThinking() {
        String thinker = "{\"capabilities\":[\"completion\",\"thinking\"],%s}";

        assertThat(capabilities(thinker.formatted("\"thinking\":{\"values\":[\"low\",\"medium\",\"high\"]}")))
                .contains(Capability.EFFORT);
        assertThat(capabilities(thinker.formatted("\"thinking\":{\"values\":[true,false]}")))
                .doesNotContain(Capability.EFFORT)
                .contains(Capability.THINKING);
        assertThat(capabilities(thinker.formatted("\"model_info\":{\"general.architecture\":\"gptoss\"}")))
                .contains(Capability.EFFORT);
        assertThat(capabilities(thinker.formatted("\"model_info\":{\"general.architecture\":\"qwen3\"}")))
                .doesNotContain(Capability.EFFORT);
    }

    private Set<Capability> capabilities(String answer) {
        return directory.parseLookup("m", Json.MAPPER.readTree(answer)).capabilities();
    }

    @Test
    void tellsOfNoToolsWhereNoneMayBeCalled() {
        ToolSpec tool = new ToolSpec("t", "d", Json.object().put("type", "object"));

        Rendered rendered = protocol.renderChat(new ChatRequest(
                "ollama",
                UNKNOWN,
                List.of(Message.user("x")),
                ChatOptions.defaults().withTools(List.of(tool)).withToolChoice(ToolChoice.NONE)));

        assertThat(rendered.body().has("tools")).isFalse();
        assertThat(rendered.warnings()).isEmpty();
    }

    @Test
    void leavesPicturesOutForAModelThatIsKnownNotToSee() {
        ModelInfo blind = new ModelInfo("m", 0, 0, Set.of(Capability.TOOLS));

        Rendered rendered = protocol.renderChat(request(
                blind, new Message(Role.USER, List.of(Part.Text.of("see"), new Part.Image("image/png", "AAAA")))));

        assertThat(rendered.body().path("messages").path(0).has("images")).isFalse();
        assertThat(rendered.warnings()).extracting(Warning::subject).containsExactly("images");
    }

    @Test
    void sortsAnErrorInTheMiddleByItsWords() {
        ChatRequest request = request(UNKNOWN, Message.user("x"));
        ReplyReader reader = protocol.reader(request, protocol.renderChat(request), new ReplyFold("o", "m", e -> {}));
        byte[] line = "{\"error\":\"the input length exceeds the context length\"}".getBytes(UTF_8);

        assertThatThrownBy(() -> reader.read(null, line, 0, line.length))
                .isInstanceOfSatisfying(
                        WireFailure.class,
                        failure -> assertThat(failure.failure().kind()).isEqualTo(Failure.Kind.TOO_LONG));
    }
}
