package au.pip.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.ProviderConfig;
import au.pip.llm.compose.FallbackProvider;
import au.pip.llm.compose.GuardedProvider;
import au.pip.llm.compose.ObservedProvider;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenTelemetryListenerTest {
    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final ByteServer server = ByteServer.start();
    private LlmProvider ollama;

    /** The extension makes its meters anew before each test. */
    @BeforeEach
    void observe() {
        ollama = new ObservedProvider(
                new LlmProviders(LlmProviders.standard())
                        .create(ProviderConfig.of("ollama", AuthConfig.none()).withEndpoint(server.address())),
                new OpenTelemetryListener(TELEMETRY.getOpenTelemetry()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String chat() {
        return ollama.chat(
                        List.of(Message.user("What is my TOP SECRET balance?")),
                        ChatOptions.defaults().withMaxOutputTokens(100))
                .text();
    }

    private void answerInTwoWords() {
        server.on(
                "/api/chat",
                Answer.stream("application/x-ndjson")
                        .write("{\"model\":\"llama3.1\",\"message\":{\"content\":\"G'day \"},\"done\":false}\n")
                        .write("{\"model\":\"llama3.1\",\"message\":{\"content\":\"mate\"},\"done\":false}\n")
                        .write("""
                                {"model":"llama3.1","message":{"content":""},"done":true,"done_reason":"stop",\
                                "prompt_eval_count":5,"eval_count":3}
                                """)
                        .end());
    }

    @Test
    void makesASpanAndFourMetricsOfEachCall() {
        answerInTwoWords();

        assertThat(chat()).isEqualTo("G'day mate");

        SpanData span = TELEMETRY.getSpans().getFirst();
        assertThat(span.getName()).isEqualTo("chat llama3.1");
        assertThat(span.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("gen_ai.provider.name"), "ollama")
                .containsEntry(AttributeKey.stringKey("gen_ai.response.model"), "llama3.1")
                .containsEntry(AttributeKey.longKey("gen_ai.request.max_tokens"), 100L)
                .containsEntry(AttributeKey.stringKey("server.address"), "127.0.0.1")
                .containsEntry(AttributeKey.longKey("server.port"), (long)
                        server.address().getPort())
                .containsEntry(AttributeKey.longKey("gen_ai.usage.input_tokens"), 5L)
                .containsEntry(AttributeKey.longKey("gen_ai.usage.output_tokens"), 3L)
                .containsEntry(AttributeKey.stringKey("au.pip.cost_usd"), "0");
        assertThat(TELEMETRY.getMetrics())
                .extracting(MetricData::getName)
                .containsExactlyInAnyOrder(
                        "gen_ai.client.operation.duration",
                        "gen_ai.client.token.usage",
                        "gen_ai.client.operation.time_to_first_chunk",
                        "gen_ai.client.operation.time_per_output_chunk");
    }

    @Test
    void asksForTheBucketsOfTheConventions() {
        answerInTwoWords();

        chat();

        for (MetricData metric : TELEMETRY.getMetrics()) {
            boolean tokens = metric.getName().equals("gen_ai.client.token.usage");
            assertThat(metric.getHistogramData().getPoints())
                    .allSatisfy(point -> assertThat(point.getBoundaries())
                            .as(metric.getName())
                            .hasSize(14)
                            .startsWith(tokens ? 1.0 : 0.01)
                            .endsWith(tokens ? 67_108_864.0 : 81.92));
        }
    }

    @Test
    void namesTheProviderThatAnsweredOfSeveral() {
        server.on("/v1/messages", Answer.json(529, "{}", "retry-after: 0"));
        answerInTwoWords();
        LlmProviders providers = new LlmProviders(LlmProviders.standard());
        LlmProvider claude = providers.create(
                ProviderConfig.of("anthropic", AuthConfig.apiKey("k")).withEndpoint(server.address()));
        LlmProvider both = new ObservedProvider(
                FallbackProvider.of(
                        claude,
                        providers.create(
                                ProviderConfig.of("ollama", AuthConfig.none()).withEndpoint(server.address()))),
                new OpenTelemetryListener(TELEMETRY.getOpenTelemetry()));

        both.chat(List.of(Message.user("Hello")), ChatOptions.defaults());

        AttributeKey<String> provider = AttributeKey.stringKey("gen_ai.provider.name");
        assertThat(TELEMETRY.getSpans().getFirst().getAttributes().get(provider))
                .isEqualTo("ollama");
        assertThat(TELEMETRY.getMetrics())
                .flatExtracting(metric -> metric.getHistogramData().getPoints())
                .allSatisfy(
                        point -> assertThat(point.getAttributes().get(provider)).isEqualTo("ollama"));
    }

    @Test
    void endsTheSpanOfACallThatAnyExceptionStops() {
        LlmProvider guarded = new ObservedProvider(
                new GuardedProvider(ollama, estimate -> {
                    throw new IllegalStateException("the budget's database is down");
                }),
                new OpenTelemetryListener(TELEMETRY.getOpenTelemetry()));

        assertThatThrownBy(() -> guarded.chat(List.of(Message.user("Hello")), ChatOptions.defaults()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(TELEMETRY.getSpans())
                .singleElement()
                .satisfies(span -> assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                        .isEqualTo("IllegalStateException"));
    }

    @Test
    void marksAFailureByItsTypeAndItsRetries() {
        server.on("/api/chat", Answer.json(500, "{\"error\":\"boom\"}", "retry-after: 0"));

        assertThatThrownBy(this::chat).isInstanceOf(LlmException.ServerError.class);

        SpanData span = TELEMETRY.getSpans().getFirst();
        assertThat(span.getAttributes().asMap()).containsEntry(AttributeKey.stringKey("error.type"), "ServerError");
        assertThat(span.getEvents()).extracting(event -> event.getName()).containsExactly("retry", "retry");
    }

    @Test
    void carriesNothingOfTheConversation() {
        answerInTwoWords();

        chat();

        assertThat(TELEMETRY.getSpans().toString() + TELEMETRY.getMetrics())
                .doesNotContain("SECRET")
                .doesNotContain("mate");
    }
}
