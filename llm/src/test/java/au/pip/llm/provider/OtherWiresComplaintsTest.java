package au.pip.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.Effort;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.ProviderConfig;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@link ComplaintsTest}, on the wires of OpenAI, those that copy it, Google and xAI. */
class OtherWiresComplaintsTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String RESPONSES = "/v1/responses";
    private static final String GEMINI = "/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse";

    private final ByteServer server = ByteServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private LlmProvider provider(ProviderConfig config) {
        return new LlmProviders(LlmProviders.standard()).create(config.withEndpoint(server.address()));
    }

    private LlmProvider custom() {
        return provider(ProviderConfig.of("custom", AuthConfig.none()).withDefaultModel("local"));
    }

    private static Answer events(String... documents) {
        Answer.Builder answer = Answer.stream("text/event-stream");
        for (String document : documents) {
            answer.write("data: " + document + "\n\n");
        }
        return answer.end();
    }

    private static ChatResponse ask(LlmProvider provider, ChatOptions options) {
        return provider.chat(List.of(Message.user("Hello")), options);
    }

    private JsonNode sent(String path) {
        return Json.MAPPER.readTree(server.requests(path).getLast().body());
    }

    private static String calls(String fragments) {
        return "{\"model\":\"local\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[" + fragments + "]}}]}";
    }

    private static String end(String reason) {
        return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
    }

    /** spring-projects/spring-ai#5974 (vLLM repeats the id), #6374 (DeepSeek leaves it empty), #2627. */
    @Test
    void mergesCallsByIndexThoughIdsRepeatOrAreEmpty() {
        server.on(
                CHAT,
                events(
                        calls(
                                "{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{\\\"x\\\"\"}}"),
                        calls("{\"index\":0,\"id\":\"\",\"function\":{\"name\":\"add\",\"arguments\":\":1}\"}}"),
                        calls(
                                "{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"sub\",\"arguments\":\"{\\\"y\\\"\"}}"),
                        calls("{\"index\":1,\"id\":\"b\",\"function\":{\"arguments\":\":2}\"}}"),
                        end("tool_calls"),
                        "[DONE]"));

        assertThat(ask(custom(), ChatOptions.defaults()).toolCalls())
                .extracting(call -> call.callId() + " " + call.toolName() + call.arguments())
                .containsExactly("a add{\"x\":1}", "b sub{\"y\":2}");
    }

    /** langchain4j/langchain4j#2711 ({@code "type":""}) and #3461 (a fragment of blanks). */
    @Test
    void takesOddTypesAndKeepsBlankFragments() {
        server.on(
                CHAT,
                events(
                        calls(
                                "{\"index\":0,\"id\":\"a\",\"type\":\"\",\"function\":{\"name\":\"t\",\"arguments\":\"{\\\"x\\\":\\\"a\"}}"),
                        calls("{\"index\":0,\"type\":null,\"function\":{\"name\":null,\"arguments\":\"  \"}}"),
                        calls("{\"index\":0,\"function\":{\"arguments\":\"b\\\"}\"}}"),
                        end("tool_calls"),
                        "[DONE]"));

        assertThat(ask(custom(), ChatOptions.defaults()).toolCalls())
                .extracting(call -> call.arguments().toString())
                .containsExactly("{\"x\":\"a  b\"}");
    }

    /** langchain4j/langchain4j#2289: Ollama's OpenAI endpoint gives the whole call at once, then an ordinary stop. */
    @Test
    void tellsACallByTheContentThoughTheReasonIsStop() {
        server.on(
                CHAT,
                events(
                        calls("{\"id\":\"call_1\",\"index\":0,\"function\":{\"name\":\"t\",\"arguments\":\"{}\"}}"),
                        end("stop"),
                        "[DONE]"));

        ChatResponse response = ask(custom(), ChatOptions.defaults());

        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        assertThat(response.toolCalls()).hasSize(1);
    }

    /** langchain4j/langchain4j#4097, BerriAI/litellm#25322: tools fail unless the signature goes back. */
    @Test
    void sendsGeminisThoughtSignatureBack() {
        server.on(GEMINI, events("""
                        {"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"name":"t","args":{}},\
                        "thoughtSignature":"c2ln"}]},"finishReason":"STOP"}],\
                        "usageMetadata":{"promptTokenCount":1,"candidatesTokenCount":1,"totalTokenCount":2}}"""));
        LlmProvider google =
                provider(ProviderConfig.of("google", AuthConfig.apiKey("k")).withDefaultModel("gemini-3.8-flash"));
        ChatResponse first = ask(google, ChatOptions.defaults());

        google.chat(
                List.of(
                        Message.user("Hello"),
                        first.message(),
                        Message.toolResults(List.of(
                                new Part.ToolResult(first.toolCalls().getFirst().callId(), "t", "done", false)))),
                ChatOptions.defaults());

        assertThat(sent(GEMINI).at("/contents/1/parts/0/thoughtSignature").asString())
                .isEqualTo("c2ln");
    }

    /** BerriAI/litellm/pull/37924: a nought from the provider was booked as a known price, and budgets never tripped. */
    @Test
    void takesACostOfNoughtForNoPriceAtAll() {
        server.on(
                CHAT,
                events(
                        "{\"model\":\"local\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}",
                        end("stop"),
                        "{\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1,\"cost\":0}}",
                        "[DONE]"));

        ChatResponse response = ask(custom(), ChatOptions.defaults());

        assertThat(response.usage()).isEqualTo(Usage.of(3, 1));
        assertThat(response.cost()).isNull();
    }

    /** BerriAI/litellm#13381, danny-avila/LibreChat#10737: reasoning models refuse old parameters. */
    @Test
    void sendsReasoningModelsOnlyWhatTheyTake() {
        LlmProvider openai = provider(ProviderConfig.of("openai", AuthConfig.apiKey("k"))
                .withDefaultModel("gpt-5-mini")
                .withApi("chat"));
        server.on(CHAT, events("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}", end("stop"), "[DONE]"));

        ChatResponse response =
                ask(openai, ChatOptions.defaults().withMaxOutputTokens(50).withTemperature(new BigDecimal("0.2")));

        assertThat(sent(CHAT).has("max_tokens")).isFalse();
        assertThat(sent(CHAT).get("max_completion_tokens").asInt()).isEqualTo(50);
        assertThat(sent(CHAT).has("temperature")).isFalse();
        assertThat(response.warnings())
                .anySatisfy(warning -> assertThat(warning.subject()).isEqualTo("temperature"));
    }

    /** Zoo-Code-Org/Zoo-Code#866: xAI's two APIs want the effort in two places. */
    @Test
    void asksXaiForAnEffortWhereEachOfItsApisWantsIt() {
        ProviderConfig grok = ProviderConfig.of("grok", AuthConfig.apiKey("k")).withDefaultModel("grok-4.6");
        server.on(CHAT, events("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}", end("stop"), "[DONE]"))
                .on(RESPONSES, events("""
                        {"type":"response.completed","response":{"id":"r","model":"grok-4.6","status":"completed",\
                        "output":[],"usage":{"input_tokens":1,"output_tokens":1}}}"""));

        ask(provider(grok.withApi("chat")), ChatOptions.defaults().withEffort(Effort.HIGH));
        ask(provider(grok.withApi("responses")), ChatOptions.defaults().withEffort(Effort.HIGH));

        assertThat(sent(CHAT).get("reasoning_effort").asString()).isEqualTo("high");
        assertThat(sent(RESPONSES).at("/reasoning/effort").asString()).isEqualTo("high");
        assertThat(sent(RESPONSES).has("reasoning_effort")).isFalse();
    }
}
