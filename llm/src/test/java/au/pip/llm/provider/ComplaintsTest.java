package au.pip.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Effort;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.ProviderConfig;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import au.pip.llm.UsageMetrics.ModelUsage;
import au.pip.llm.Warning;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import au.pip.llm.contract.Piece;
import au.pip.llm.contract.WireSample;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What users of other libraries complain of, each by the issue where they do. Those about other wires are in
 * {@link OtherWiresComplaintsTest}, those about budgets in {@code GuardedProviderTest}.
 */
class ComplaintsTest {
    private static final List<Message> HELLO = List.of(Message.user("Hello"));
    private static final WireSample ANTHROPIC = new AnthropicContractTest();
    private static final WireSample OLLAMA = new OllamaContractTest();

    private final ByteServer server = ByteServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private LlmProvider provider(WireSample wire) {
        return new LlmProviders(LlmProviders.standard())
                .create(ProviderConfig.of(wire.provider(), AuthConfig.apiKey("k"))
                        .withDefaultModel(wire.model())
                        .withEndpoint(server.address()));
    }

    private static Answer.Builder stream(WireSample wire) {
        return Answer.stream(wire.contentType());
    }

    private ChatResponse ask(WireSample wire, List<String> frames) {
        server.on(wire.chatPath(), stream(wire).writeAll(frames).end());
        return provider(wire).chat(HELLO, ChatOptions.defaults());
    }

    private ChatResponse ask(WireSample wire, Piece... pieces) {
        return ask(wire, wire.frames(List.of(pieces), 16, 10));
    }

    private static String event(String json) {
        return "data: " + json + "\n\n";
    }

    /** spring-projects/spring-ai#5974, #6374: fragments merged by id, which servers repeat or leave empty. */
    @Test
    void mergesToolCallsByIndexNeverById() {
        List<String> frames = new ArrayList<>(ANTHROPIC.frames(List.of(), 16, 10));
        List<String> calls = new ArrayList<>();
        for (int index = 0; index < 2; index++) {
            calls.add(event("""
                    {"type":"content_block_start","index":%d,\
                    "content_block":{"type":"tool_use","id":"same","name":"t%d","input":{}}}""".formatted(index, index)));
        }
        for (String fragment : List.of("{\\\"x\\\":", "1}")) {
            for (int index = 0; index < 2; index++) {
                calls.add(event("""
                        {"type":"content_block_delta","index":%d,\
                        "delta":{"type":"input_json_delta","partial_json":"%s"}}""".formatted(index, fragment)));
            }
        }
        frames.addAll(frames.size() - 2, calls);

        assertThat(ask(ANTHROPIC, frames).toolCalls())
                .extracting(call -> call.toolName() + call.arguments())
                .containsExactly("t0{\"x\":1}", "t1{\"x\":1}");
    }

    /** langchain4j/langchain4j#2711: a value that was not foreseen ended the reply. */
    @Test
    void readsOverValuesThatItDoesNotExpect() {
        List<String> frames = new ArrayList<>(ANTHROPIC.frames(List.of(Piece.Text.of("Hi")), 16, 10));
        frames.addAll(
                2,
                List.of(
                        event("{\"type\":\"\"}"),
                        event("{\"type\":null,\"index\":\"0\"}"),
                        event("{\"type\":\"content_block_start\",\"index\":7,\"content_block\":{\"type\":\"\"}}"),
                        event("{\"type\":\"content_block_delta\",\"index\":7,\"delta\":{\"type\":7,\"text\":[]}}"),
                        event("{\"type\":\"message_delta\",\"delta\":null,\"usage\":\"none\"}"),
                        event("[]")));

        assertThat(ask(ANTHROPIC, frames).text()).isEqualTo("Hi");
    }

    /** langchain4j/langchain4j#3461: fragments of blanks only were dropped or refused. */
    @Test
    void keepsFragmentsOfBlanks() {
        assertThat(ask(ANTHROPIC, Piece.Call.of("c1", "t", "{\"a\":\"x", " ", " ", "y\"}"))
                        .toolCalls())
                .extracting(call -> call.arguments().toString())
                .containsExactly("{\"a\":\"x  y\"}");
    }

    /** langchain4j/langchain4j#2289, quarkiverse/quarkus-langchain4j#1164: a call that ends with an ordinary stop. */
    @Test
    void tellsAToolCallByTheContentNotByTheReason() {
        List<String> frames = ANTHROPIC.frames(List.of(Piece.Call.of("c1", "t")), 16, 10).stream()
                .map(frame -> frame.replace("\"tool_use\",\"stop_sequence\"", "\"end_turn\",\"stop_sequence\""))
                .toList();

        assertThat(ask(ANTHROPIC, frames).stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        assertThat(ask(OLLAMA, Piece.Call.of("", "t")).stopReason()).isEqualTo(StopReason.TOOL_CALLS);
    }

    /** langchain4j/langchain4j#1146, spring-projects/spring-ai#6654: a cancelled stream ran on at the provider. */
    @Test
    void closesTheProvidersSideWhenItIsCancelled() throws InterruptedException {
        List<String> frames = ANTHROPIC.frames(List.of(Piece.Text.of("Hi")), 16, 10);
        server.on(
                ANTHROPIC.chatPath(),
                stream(ANTHROPIC).writeAll(frames.subList(0, 4)).hold());

        try (ChatStream stream = provider(ANTHROPIC).streamChat(HELLO, ChatOptions.defaults())) {
            assertThat(stream.next()).isInstanceOf(ChatEvent.Started.class);
        }

        assertThat(server.clientLeft(5000)).isTrue();
    }

    /** BerriAI/litellm#24004, #6957: an error in the middle of a stream was taken for success. */
    @Test
    void throwsWhatTheProviderReportsInTheMiddle() {
        List<String> frames = new ArrayList<>(ANTHROPIC.frames(List.of(Piece.Text.of("Hi")), 16, 10));
        frames.set(frames.size() - 2, ANTHROPIC.midStreamError());

        assertThatThrownBy(() -> ask(ANTHROPIC, frames)).isInstanceOf(LlmException.Overloaded.class);
    }

    /** BerriAI/litellm#5443, #9812, #11364: cached tokens were charged twice or not at all. */
    @Test
    void chargesCachedTokensOnceAndAtTheirPrice() {
        List<String> frames = ANTHROPIC.frames(List.of(Piece.Text.of("Hi")), 3, 10).stream()
                .map(frame -> frame.replace(
                                "\"cache_creation_input_tokens\":0", "\"cache_creation_input_tokens\":12304")
                        .replace("\"ephemeral_5m_input_tokens\":0", "\"ephemeral_5m_input_tokens\":12304")
                        .replace("\"cache_read_input_tokens\":0", "\"cache_read_input_tokens\":500"))
                .toList();

        ChatResponse response = ask(ANTHROPIC, frames);

        assertThat(response.usage()).isEqualTo(new Usage(3, 500, 12304, 0, 10, 0));
        // 3 × 0.80 + 500 × 0.08 + 12304 × 1.00 + 10 × 4.00 dollars a million
        assertThat(Objects.requireNonNull(response.cost()).usd()).isEqualByComparingTo("0.0123864");
    }

    /** BerriAI/litellm#37924: what streams cost was recorded as nothing. */
    @Test
    void booksWhatAStreamCosts() {
        LlmProvider provider = provider(ANTHROPIC);
        server.on(
                ANTHROPIC.chatPath(),
                stream(ANTHROPIC)
                        .writeAll(ANTHROPIC.frames(List.of(Piece.Text.of("Hi")), 16, 10))
                        .end());

        provider.streamChat(HELLO, ChatOptions.defaults()).forEachRemaining(event -> {});

        ModelUsage booked = provider.getUsage().byModel().get(ANTHROPIC.model());
        assertThat(booked.knownCostUsd()).isEqualByComparingTo("0.0000528");
        assertThat(booked.unpricedCalls()).isZero();
    }

    /** BerriAI/litellm#37558, #37992: what a cancelled stream had used vanished, and nought was taken for unknown. */
    @Test
    void booksACancelledStreamAndTakesNoughtForNought() {
        LlmProvider provider = provider(ANTHROPIC);
        List<String> frames = ANTHROPIC.frames(List.of(Piece.Text.of("Hi")), 16, 10);
        server.on(
                ANTHROPIC.chatPath(),
                stream(ANTHROPIC).writeAll(frames.subList(0, 4)).hold());
        ChatStream stream = provider.streamChat(HELLO, ChatOptions.defaults());
        while (!(stream.next() instanceof ChatEvent.TextDelta)) {}
        stream.close();

        assertThat(provider.getUsage().total()).isEqualTo(Usage.of(16, 2));
        ChatResponse free = ask(ANTHROPIC, ANTHROPIC.frames(List.of(), 0, 0));
        assertThat(Objects.requireNonNull(free.cost()).usd()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    /** BerriAI/litellm#8620, #6404: connections of streams that were cut or left stayed open. */
    @Test
    void leavesNoConnectionBehind() throws InterruptedException {
        LlmProvider provider = provider(ANTHROPIC);
        List<String> frames = ANTHROPIC.frames(List.of(Piece.Text.of("Hi")), 16, 10);
        server.on(
                ANTHROPIC.chatPath(),
                stream(ANTHROPIC).writeAll(frames.subList(0, 4)).hold());
        for (int call = 0; call < 30; call++) {
            ChatStream left = provider.streamChat(HELLO, ChatOptions.defaults());
            left.next();
            left.close();
        }
        server.on(
                ANTHROPIC.chatPath(),
                stream(ANTHROPIC).writeAll(frames.subList(0, 4)).cut());
        for (int call = 0; call < 30; call++) {
            catchThrowableOfType(LlmException.BrokenStream.class, () -> provider.chat(HELLO, ChatOptions.defaults()));
        }

        for (int tries = 0; server.openConnections() > 0 && tries < 300; tries++) {
            Thread.sleep(Duration.ofMillis(10));
        }
        assertThat(server.openConnections()).isZero();
    }

    /** spring-projects/spring-ai#2078, #1193: a long Retry-After was slept out in silence, and streams not retried. */
    @Test
    void sitsOutNoLongWaitAndTellsOfAShortOne() {
        String body = ANTHROPIC.errorBody(429);
        server.on(ANTHROPIC.chatPath(), Answer.json(429, body, "retry-after: 600"));
        assertThatThrownBy(() -> provider(ANTHROPIC).chat(HELLO, ChatOptions.defaults()))
                .isInstanceOf(LlmException.RateLimited.class);

        server.on(
                ANTHROPIC.chatPath(),
                Answer.json(429, body, "retry-after: 0"),
                stream(ANTHROPIC).writeAll(ANTHROPIC.frames(List.of(), 16, 10)).end());
        ChatStream stream = provider(ANTHROPIC).streamChat(HELLO, ChatOptions.defaults());
        assertThat(stream.next()).isInstanceOf(ChatEvent.Retrying.class);
        assertThat(stream.response().stopReason()).isEqualTo(StopReason.END);
    }

    /** BerriAI/litellm#13381, danny-avila/LibreChat#10737: options that newer models refuse. */
    @Test
    void leavesOutWhatAModelRefusesAndSaysSo() {
        server.on(
                ANTHROPIC.chatPath(),
                stream(ANTHROPIC).writeAll(ANTHROPIC.frames(List.of(), 16, 10)).end());

        ChatResponse response = provider(ANTHROPIC)
                .chat(
                        HELLO,
                        ChatOptions.defaults().withModel("claude-opus-5-5").withTemperature(new BigDecimal("0.5")));

        assertThat(sent(ANTHROPIC).has("temperature")).isFalse();
        assertThat(response.warnings()).extracting(Warning::subject).containsExactly("temperature");
    }

    private JsonNode sent(WireSample wire) {
        return Json.MAPPER.readTree(server.requests(wire.chatPath()).getLast().body());
    }

    /** ollama/ollama#6026: the beginning of a long prompt was cut in silence. */
    @Test
    void asksForARoomyWindowAndWarnsOfACutPrompt() {
        server.on(
                OLLAMA.chatPath(),
                stream(OLLAMA)
                        .writeAll(OLLAMA.frames(List.of(Piece.Text.of("Hi")), 1026, 10))
                        .end());

        ChatResponse response =
                provider(OLLAMA).chat(List.of(Message.user("word ".repeat(9000))), ChatOptions.defaults());

        assertThat(sent(OLLAMA).path("options").path("num_ctx").asInt()).isEqualTo(32_768);
        assertThat(response.warnings()).extracting(Warning::subject).containsExactly("context");
    }

    /** BerriAI/litellm#11262, ollama/ollama#12557: calls without an id, ended by an ordinary stop. */
    @Test
    void takesLocalToolCallsWithoutIds() {
        ChatResponse response = ask(OLLAMA, Piece.Call.of("", "a", "{\"x\":1}"), Piece.Call.of("", "a", "{\"x\":2}"));

        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        assertThat(response.toolCalls())
                .extracting(Part.ToolCall::callId)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    /** spring-projects/spring-ai#6845, BerriAI/litellm#20246: reasoning was lost in streams. */
    @Test
    void keepsReasoningAndAsksForItsText() {
        ChatResponse response = ask(ANTHROPIC, new Piece.Thinking("Hm"), Piece.Text.of("Hi"));
        assertThat(response.message().parts().getFirst()).isInstanceOf(Part.Thinking.class);

        provider(ANTHROPIC)
                .chat(HELLO, ChatOptions.defaults().withModel("claude-opus-5-5").withEffort(Effort.HIGH));
        assertThat(sent(ANTHROPIC).path("thinking").path("display").asString()).isEqualTo("summarized");
    }

    /** spring-projects/spring-ai#5950: arguments were to be seen while they come. */
    @Test
    void givesArgumentsAsTheyCome() {
        server.on(
                ANTHROPIC.chatPath(),
                stream(ANTHROPIC)
                        .writeAll(ANTHROPIC.frames(List.of(Piece.Call.of("c1", "t", "{\"a\"", ":1}")), 16, 10))
                        .end());
        List<String> fragments = new ArrayList<>();

        provider(ANTHROPIC).streamChat(HELLO, ChatOptions.defaults()).forEachRemaining(event -> {
            if (event instanceof ChatEvent.ToolCallDelta delta) {
                fragments.add(delta.fragment());
            }
        });

        assertThat(fragments).containsExactly("{\"a\"", ":1}");
    }

    /** BerriAI/litellm#30527: a client that closes after the last chunk was taken for one that left. */
    @Test
    void takesACloseAfterTheEndMarkForAnOrdinaryEnd() {
        List<String> frames = ANTHROPIC.frames(List.of(Piece.Text.of("Hi")), 16, 10);
        server.on(ANTHROPIC.chatPath(), stream(ANTHROPIC).writeAll(frames).hold());
        ChatStream stream = provider(ANTHROPIC).streamChat(HELLO, ChatOptions.defaults());
        while (!(stream.next() instanceof ChatEvent.Finished)) {}

        stream.close();

        assertThat(stream.response().stopReason()).isEqualTo(StopReason.END);
        assertThat(stream.response().text()).isEqualTo("Hi");
        assertThat(stream.usage()).isEqualTo(Usage.of(16, 10));
    }
}
