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
                .hasMessageContaining("LLM_ENDPOINT");
        LlmProvider modelless =
                providers.create(ProviderConfig.of("custom", NO_KEY).withEndpoint(server.address()));
        assertThatThrownBy(() -> modelless.chat(HELLO, ChatOptions.defaults()))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageContaining("LLM_DEFAULT_MODEL");
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

    @Test
    void doesNotAskAHostThatSellsKeysWhetherItIsThere() {
        LlmProvider groq = providers.create(
                ProviderConfig.of("groq", AuthConfig.apiKey("k")).withEndpoint(server.address()));

        assertThat(groq.isReady()).isTrue();
        assertThat(server.connections()).isZero();
    }
}
