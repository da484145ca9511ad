package au.pip.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.ProviderConfig;
import au.pip.llm.ProviderConfig.Timeouts;
import au.pip.llm.ProviderEntry;
import au.pip.llm.RetryPolicy;
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import au.pip.llm.json.Json;
import au.pip.llm.price.PriceCatalogue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class HostedProviderTest {
    private static final List<Message> HELLO = List.of(Message.user("Hello"));
    private static final String DONE =
            "{\"model\":\"m\",\"message\":{\"content\":\"Hi\"},\"done\":true,\"prompt_eval_count\":3,\"eval_count\":1}\n";

    private final ByteServer server = ByteServer.start();
    private final LlmProviders providers = new LlmProviders(LlmProviders.standard());

    @AfterEach
    void stop() {
        server.close();
    }

    private LlmProvider ollama() {
        return providers.create(ProviderConfig.of("ollama", AuthConfig.none()).withEndpoint(server.address()));
    }

    private LlmProvider anthropic(AuthConfig auth, URI endpoint) {
        return providers.create(ProviderConfig.of("anthropic", auth).withEndpoint(endpoint));
    }

    @Test
    void offersTheStandardProviders() {
        assertThat(LlmProviders.standard())
                .extracting(ProviderEntry::name)
                .contains("anthropic", "openai", "google", "grok", "ollama", "custom");
        assertThatThrownBy(() -> providers.create(ProviderConfig.of("nobody", AuthConfig.none())))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageStartingWith(
                        "There is no provider 'nobody'. Choose one of these with ProviderConfig.of: anthropic, ");
    }

    @Test
    void saysHowManySecondsToWait() {
        for (String wait : List.of("1 second.", "2 seconds.")) {
            server.on("/api/chat", Answer.json(429, "{}", "retry-after: " + wait.charAt(0)));
            LlmProvider hasty = providers.create(ProviderConfig.of("ollama", AuthConfig.none())
                    .withEndpoint(server.address())
                    .withRetry(RetryPolicy.NEVER));

            assertThatThrownBy(() -> hasty.chat(HELLO, ChatOptions.defaults()))
                    .isInstanceOf(LlmException.RateLimited.class)
                    .hasMessageEndingWith("Try again in " + wait);
        }
    }

    @Test
    void saysWhichKeyIsMissing() {
        LlmProvider keyless =
                providers.create(ProviderConfig.of("anthropic", new AuthConfig(AuthConfig.Method.API_KEY, Map.of())));

        assertThat(keyless.isReady()).isFalse();
        assertThat(keyless.defaultModel()).isEqualTo("claude-haiku-5-5");
        assertThat(keyless.supportedModels()).extracting(ModelInfo::id).contains("claude-haiku-5-5");
        assertThatThrownBy(() -> keyless.chat(HELLO, ChatOptions.defaults()))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessage("No key for anthropic. Set it with AuthConfig.apiKey.");
        assertThatThrownBy(() -> keyless.authenticate(AuthConfig.none()))
                .isInstanceOf(LlmException.Configuration.class);
        keyless.authenticate(AuthConfig.apiKey("k"));
        assertThat(keyless.isReady()).isTrue();
    }

    @Test
    void needsNoKeyAtAGatewayThatAddsIt() {
        server.on("/v1/messages", Answer.json(500, "{}", "retry-after: 0"));
        LlmProvider behindGateway = anthropic(AuthConfig.none(), server.address());

        assertThat(behindGateway.isReady()).isTrue();
        assertThatThrownBy(() -> behindGateway.chat(HELLO, ChatOptions.defaults()))
                .isInstanceOf(LlmException.ServerError.class);
        assertThat(server.requests("/v1/messages").getFirst().headers())
                .containsEntry("anthropic-version", "2023-06-01")
                .doesNotContainKey("x-api-key");
    }

    @Test
    void asksOllamaOnceWhatAModelCanDo() {
        server.on(
                "/api/show",
                Answer.json(
                        200,
                        "{\"capabilities\":[\"completion\"],\"model_info\":{\"general.architecture\":\"l\",\"l.context_length\":4096}}"));
        server.on("/api/chat", Answer.stream("application/x-ndjson").write(DONE).end());
        LlmProvider ollama = ollama();

        ollama.chat(HELLO, ChatOptions.defaults());
        ChatResponse response = ollama.chat(HELLO, ChatOptions.defaults());

        assertThat(server.requests("/api/show")).hasSize(1);
        assertThat(Json.MAPPER
                        .readTree(server.requests("/api/chat").get(1).body())
                        .path("options")
                        .path("num_ctx")
                        .asInt())
                .isEqualTo(4096);
        assertThat(response.cost()).isNotNull();
        assertThat(response.cost().priceVersion()).isEqualTo("local");
    }

    @Test
    void listsWhatOllamaHasAndIsReadyWhenItAnswers() {
        LlmProvider ollama = ollama();
        assertThat(ollama.isReady()).isFalse();
        server.on("/api/version", Answer.json(200, "{\"version\":\"0.12.0\"}"));
        server.on("/api/tags", Answer.json(200, "{\"models\":[{\"name\":\"mistral:latest\"}]}"));

        assertThat(ollama.isReady()).isTrue();
        assertThat(ollama.supportedModels()).extracting(ModelInfo::id).containsExactly("mistral:latest");
    }

    @Test
    void tellsHowToGetAMissingModelOrOllamaItself() {
        server.on("/api/chat", Answer.json(404, "{\"error\":\"model 'mistral' not found\"}"));
        assertThatThrownBy(() -> ollama().chat(HELLO, ChatOptions.defaults().withModel("mistral")))
                .isInstanceOf(LlmException.ModelNotFound.class)
                .hasMessageContaining("`ollama pull mistral`");

        LlmProvider down = ollama();
        server.close();
        assertThat(down.isReady()).isFalse();
        assertThat(down.supportedModels()).isEmpty();
        assertThatThrownBy(() -> down.chat(HELLO, ChatOptions.defaults()))
                .isInstanceOf(LlmException.Unreachable.class)
                .hasMessageContaining("`ollama serve`")
                .hasMessageContaining("choose another provider");
    }

    @Test
    void saysThatTheAddressIsWrongWhenAStrangerAnswers() {
        assertThatThrownBy(() ->
                        anthropic(AuthConfig.apiKey("k"), server.address()).chat(HELLO, ChatOptions.defaults()))
                .isInstanceOf(LlmException.WrongAddress.class)
                .hasMessageContaining("(ProviderConfig.withEndpoint). Check that address.");
    }

    @Test
    void acceptsAHistoryThatAnotherProviderWrote() {
        server.on(
                "/api/chat",
                Answer.stream("application/x-ndjson")
                        .write("{\"model\":\"m\",\"message\":{\"thinking\":\"Hm\"}}\n")
                        .write("{\"model\":\"m\",\"message\":{\"content\":\"Hi\"}}\n" + DONE)
                        .end());
        server.on("/v1/messages", Answer.json(400, "{}"));
        ChatResponse first = ollama().chat(HELLO, ChatOptions.defaults());

        assertThatThrownBy(() -> anthropic(AuthConfig.apiKey("k"), server.address())
                        .chat(
                                List.of(Message.user("Hello"), first.message(), Message.user("More")),
                                ChatOptions.defaults()))
                .isInstanceOf(LlmException.InvalidRequest.class);

        assertThat(Json.MAPPER
                        .readTree(server.requests("/v1/messages").getFirst().body())
                        .path("messages"))
                .isEqualTo(Json.MAPPER.readTree("""
                        [{"role":"user","content":[{"type":"text","text":"Hello"}]},
                         {"role":"assistant","content":[{"type":"text","text":"HiHi"}]},
                         {"role":"user","content":[{"type":"text","text":"More"}]}]"""));
    }

    @Test
    void isNotKeptWaitingByCommentsAlone() {
        Answer.Builder stalled = Answer.stream("text/event-stream")
                .write("data: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":1}}}\n\n")
                .write("""
                        data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":"Hm"}}

                        """);
        for (int comment = 0; comment < 40; comment++) {
            stalled.write(": still here\n\n").pause(Duration.ofMillis(50));
        }
        server.on("/v1/messages", stalled.hold());
        LlmProvider hasty = new LlmProviders(LlmProviders.standard())
                .create(ProviderConfig.of("anthropic", AuthConfig.apiKey("k"))
                        .withEndpoint(server.address())
                        .withTimeouts(
                                new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMillis(300))));

        assertThatThrownBy(() -> hasty.chat(HELLO, ChatOptions.defaults()))
                .isInstanceOfSatisfying(
                        LlmException.TimedOut.class,
                        late -> assertThat(late.phase()).isEqualTo(LlmException.TimedOut.Phase.IDLE));
    }

    @Test
    void warnsOfNoCutPromptBecauseOfToolsThatWereNotSent() {
        server.on("/api/show", Answer.json(200, "{\"capabilities\":[\"completion\"],\"model_info\":{}}"))
                .on(
                        "/api/chat",
                        Answer.stream("application/x-ndjson").write("""
                                        {"model":"gemma","message":{"content":"Hi"},"done":true,"done_reason":"stop",\
                                        "prompt_eval_count":9,"eval_count":1}
                                        """).end());
        ObjectNode schema = Json.object().put("type", "object").put("description", "x".repeat(2000));

        assertThat(ollama().chat(
                                HELLO,
                                ChatOptions.defaults()
                                        .withModel("gemma")
                                        .withTools(List.of(new ToolSpec("look", "Looks", schema))))
                        .warnings())
                .extracting(Warning::subject)
                .containsExactly("tools");
    }

    @Test
    void saysWhichKeyIsMissingWhereNoneIsGiven() {
        assertThatThrownBy(() ->
                        anthropic(AuthConfig.apiKey(null), server.address()).chat(HELLO, ChatOptions.defaults()))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageContaining("AuthConfig.apiKey");
    }

    @Test
    void asksAgainWhatAModelCanAfterAWhile() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T00:00:00Z"));
        InstantSource time = now::get;
        LlmProvider local = new LlmProviders(
                        StandardProviders.entries(PriceCatalogue.standard(), time.withZone(ZoneOffset.UTC)))
                .create(ProviderConfig.of("ollama", AuthConfig.none()).withEndpoint(server.address()));
        server.on("/api/show", Answer.json(200, "{\"capabilities\":[\"completion\"],\"model_info\":{}}"))
                .on(
                        "/api/chat",
                        Answer.stream("application/x-ndjson").write("""
                                {"model":"gemma","message":{"content":"Hi"},"done":true,"done_reason":"stop",\
                                "prompt_eval_count":9,"eval_count":1}
                                """).end());

        local.chat(HELLO, ChatOptions.defaults().withModel("gemma"));
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(4)));
        local.chat(HELLO, ChatOptions.defaults().withModel("gemma"));
        assertThat(server.requests("/api/show")).hasSize(1);
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(2)));
        local.chat(HELLO, ChatOptions.defaults().withModel("gemma"));

        assertThat(server.requests("/api/show")).hasSize(2);
    }
}
