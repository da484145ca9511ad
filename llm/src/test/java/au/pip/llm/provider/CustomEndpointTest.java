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
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that only its user knows. */
class CustomEndpointTest {
    private static final List<Message> HELLO = List.of(Message.user("Hello"));
    private static final AuthConfig NO_KEY = new AuthConfig(AuthConfig.Method.API_KEY, Map.of());
    private static final String WHOLE = """
            {"id":"c","object":"chat.completion","model":"qwen","choices":[{"index":0,
             "message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}],
             "usage":{"prompt_tokens":16,"completion_tokens":10,"total_tokens":26}}""";

    private final ByteServer server = ByteServer.start();
    private final LlmProviders providers = new LlmProviders(LlmProviders.standard());

    @AfterEach
    void stop() {
        server.close();
    }

    private LlmProvider custom() {
        return providers.create(ProviderConfig.of("custom", NO_KEY)
                .withEndpoint(server.address())
                .withDefaultModel("qwen"));
    }

    @Test
    void needsAnAddressAndAModelButNoKey() {
        assertThatThrownBy(() -> providers.create(ProviderConfig.of("custom", NO_KEY)))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageContaining("ProviderConfig.withEndpoint");
        LlmProvider modelless =
                providers.create(ProviderConfig.of("custom", NO_KEY).withEndpoint(server.address()));
        assertThatThrownBy(() -> modelless.chat(HELLO, ChatOptions.defaults()))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageContaining("ProviderConfig.withDefaultModel");
    }

    @Test
    void listsModelsButNeverAsksForThemToChat() {
        server.on(
                "/v1/models",
                Answer.json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"qwen\"},{\"id\":\"gemma\"}]}"));
        server.on("/v1/chat/completions", Answer.json(200, WHOLE));
        LlmProvider custom = custom();

        custom.chat(HELLO, ChatOptions.defaults());
        assertThat(server.requests("/v1/models")).isEmpty();
        assertThat(server.requests("/v1/chat/completions").getFirst().headers()).doesNotContainKey("authorization");

        assertThat(custom.isReady()).isTrue();
        assertThat(custom.supportedModels()).extracting(ModelInfo::id).containsExactly("qwen", "gemma");
    }

    @Test
    void isReadyWhenAnythingAnswersAndNotWhenNothingDoes() {
        LlmProvider custom = custom();
        assertThat(custom.isReady()).isTrue();
        assertThat(custom.supportedModels()).isEmpty();

        server.on("/v1/models", Answer.json(401, "{}"));
        assertThat(custom.isReady()).isTrue();

        server.close();
        assertThat(custom.isReady()).isFalse();
    }

    @Test
    void understandsAServerThatDoesNotStream() {
        server.on("/v1/chat/completions", Answer.json(200, WHOLE));

        ChatResponse response = custom().chat(HELLO, ChatOptions.defaults());

        assertThat(response.text()).isEqualTo("Hi");
        assertThat(response.stopReason()).isEqualTo(StopReason.END);
        assertThat(response.usage()).isEqualTo(Usage.of(16, 10));
        assertThat(response.cost()).isNull();
    }

    @Test
    void takesHalfADocumentForACutReply() {
        server.on(
                "/v1/chat/completions",
                Answer.stream("application/json").write(WHOLE.substring(0, 150)).end());

        assertThatThrownBy(() -> custom().chat(HELLO, ChatOptions.defaults()))
                .isInstanceOf(LlmException.BrokenStream.class);
    }

    /** As Ollama, llama.cpp and OpenRouter have it. */
    @ParameterizedTest
    @CsvSource({
        "500,api_error,this model is missing data required for image input",
        "500,server_error,image input is not supported - hint: you may need to provide the mmproj",
        "404,none,No endpoints found that support image input"
    })
    void doesNotSendAnImageAgainToAModelThatCannotSee(int status, String type, String words) {
        server.on(
                "/v1/chat/completions",
                Answer.json(
                        status,
                        "{\"error\":{\"message\":\"%s\",\"type\":\"%s\"}}".formatted(words, type),
                        "retry-after: 0"));

        assertThatThrownBy(() -> custom().chat(HELLO, ChatOptions.defaults()))
                .isInstanceOf(LlmException.InvalidRequest.class)
                .hasMessageContaining("Try another model");
        assertThat(server.requests("/v1/chat/completions")).hasSize(1);
    }

    @Test
    void doesNotAskAHostThatSellsKeysWhetherItIsThere() {
        LlmProvider groq = providers.create(
                ProviderConfig.of("groq", AuthConfig.apiKey("k")).withEndpoint(server.address()));

        assertThat(groq.isReady()).isTrue();
        assertThat(server.connections()).isZero();
    }
}
