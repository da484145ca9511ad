package au.pip.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.AuthConfig;
import au.pip.llm.LlmException;
import au.pip.llm.ProviderConfig;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    private static Endpoint endpoint(Host host, @Nullable URI configured) {
        return new Endpoint(
                host, ProviderConfig.of(host.name(), AuthConfig.none()).withEndpoint(configured));
    }

    @ParameterizedTest
    @CsvSource({
        "https://h,/v1/messages,https://h/v1/messages",
        "https://h/,/v1/messages,https://h/v1/messages",
        "https://h/v1,/v1/messages,https://h/v1/messages",
        "https://h/v1/v1/,/v1/messages,https://h/v1/messages",
        "https://h/proxy/anthropic/v1,/v1/messages,https://h/proxy/anthropic/v1/messages",
        "https://h,/v1beta/models/m:s?alt=sse,https://h/v1beta/models/m:s?alt=sse",
        "https://h/v1beta/v1beta/,/v1beta/models/m:s?alt=sse,https://h/v1beta/models/m:s?alt=sse",
        "https://h/v1,/v1beta/models/m:s?alt=sse,https://h/v1beta/models/m:s?alt=sse",
        "http://h:11434/api,/api/chat,http://h:11434/api/chat",
        "http://h:11434/v1/,/api/chat,http://h:11434/api/chat"
    })
    void toleratesADoubledOrMissingVersion(URI configured, String path, URI resolved) {
        assertThat(endpoint(Hosts.OLLAMA, configured).resolve(path)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h:8080,http://h:8080/v1/chat/completions",
        "http://h:8080/v1,http://h:8080/v1/chat/completions",
        "http://h:8080/v1/v1/,http://h:8080/v1/chat/completions",
        "http://h:8080/v1/chat/completions,http://h:8080/v1/chat/completions",
        "https://openrouter.ai/api/v1,https://openrouter.ai/api/v1/chat/completions",
        "https://openrouter.ai/api,https://openrouter.ai/api/v1/chat/completions",
        "https://api.groq.com/openai/v1,https://api.groq.com/openai/v1/chat/completions",
        "https://h/v1beta/openai/,https://h/v1beta/openai/chat/completions",
        "https://h/api/paas/v4,https://h/api/paas/v4/chat/completions",
        "https://name.openai.azure.com/openai/v1/,https://name.openai.azure.com/openai/v1/chat/completions",
        "https://h/client/v4/accounts/me/ai/v1,https://h/client/v4/accounts/me/ai/v1/chat/completions",
        "https://gateway/v1/me/openai,https://gateway/v1/me/openai/chat/completions",
        "https://h/inference/chat/completions,https://h/inference/chat/completions",
        "https://v1.h.example,https://v1.h.example/v1/chat/completions"
    })
    void keepsTheBasePathAndItsVersionWherePeopleWriteThem(URI configured, URI resolved) {
        assertThat(endpoint(Hosts.CUSTOM, configured).resolve("/v1/chat/completions"))
                .isEqualTo(resolved);
    }

    @Test
    void findsTheModelsBesideThePathOfACall() {
        assertThat(endpoint(Hosts.CUSTOM, URI.create("https://h/inference/chat/completions"))
                        .resolve("/v1/models"))
                .isEqualTo(URI.create("https://h/inference/models"));
    }

    @Test
    void usesTheHostsOwnAddress() {
        assertThat(endpoint(Hosts.ANTHROPIC, null).resolve("/v1/messages"))
                .isEqualTo(URI.create("https://api.anthropic.com/v1/messages"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h:80", "file:///etc", "https://user:s3cret@h", "https://h/?key=s3cret", "/v1"})
    void refusesWhatIsNoAddressWithoutQuotingIt(String configured) {
        assertThatThrownBy(() -> endpoint(Hosts.ANTHROPIC, URI.create(configured)))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageContaining("ProviderConfig.withEndpoint")
                .hasMessageNotContaining("s3cret");
    }
}
