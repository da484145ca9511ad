package au.pip.llm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.ProviderConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LlmSettingsTest {
    private static Settings settings(Map<String, String> environment) {
        return new Settings(environment, DotEnv.empty());
    }

    private static ProviderConfig config(Map<String, String> environment) {
        return Objects.requireNonNull(LlmSettings.fromSettings(settings(environment)));
    }

    @Test
    void readsEverySetting() {
        ProviderConfig config = config(Map.of(
                "LLM_PROVIDER", "Anthropic",
                "LLM_API_KEY", " general ",
                "ANTHROPIC_API_KEY", "own",
                "LLM_ENDPOINT", "https://gateway.example/v1",
                "LLM_DEFAULT_MODEL", "claude-sonnet-5-5"));

        assertThat(config.provider()).isEqualTo("anthropic");
        assertThat(config.auth()).isEqualTo(AuthConfig.apiKey("general"));
        assertThat(config.endpoint()).isEqualTo(URI.create("https://gateway.example/v1"));
        assertThat(config.defaultModel()).isEqualTo("claude-sonnet-5-5");
    }

    @ParameterizedTest
    @CsvSource({"ANTHROPIC_API_KEY,anthropic", "OPENAI_API_KEY,openai", "GEMINI_API_KEY,google", "XAI_API_KEY,grok"})
    void choosesTheOnlyVendorWithAKey(String variable, String provider) {
        ProviderConfig config = config(Map.of(variable, "own"));

        assertThat(config.provider()).isEqualTo(provider);
        assertThat(config.auth().key()).isEqualTo("own");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENROUTER_API_KEY,openrouter",
        "GROQ_API_KEY,groq",
        "DEEPSEEK_API_KEY,deepseek",
        "MISTRAL_API_KEY,mistral"
    })
    void readsAKeyThatChoosesNothingByItself(String variable, String provider) {
        assertThat(LlmSettings.fromSettings(settings(Map.of(variable, "own")))).isNull();
        assertThat(config(Map.of("LLM_PROVIDER", provider, variable, "own"))
                        .auth()
                        .key())
                .isEqualTo("own");
        assertThat(config(Map.of("ANTHROPIC_API_KEY", "a", variable, "own")).provider())
                .isEqualTo("anthropic");
    }

    @Test
    void takesGooglesOtherNameForItsKey() {
        assertThat(config(Map.of("GOOGLE_API_KEY", "other")).auth().key()).isEqualTo("other");
        assertThat(config(Map.of("GOOGLE_API_KEY", "other", "GEMINI_API_KEY", "own"))
                        .auth()
                        .key())
                .isEqualTo("own");
    }

    @Test
    void leavesTheChoiceWhenItIsNotClear() {
        assertThat(LlmSettings.fromSettings(settings(Map.of()))).isNull();
        assertThat(LlmSettings.fromSettings(settings(Map.of("OPENAI_API_KEY", "a", "XAI_API_KEY", "b"))))
                .isNull();
        assertThat(LlmSettings.fromSettings(settings(Map.of("OPENAI_API_KEY", " "))))
                .isNull();
    }

    @Test
    void takesAMissingKeyForNoErrorYet() {
        assertThat(config(Map.of("LLM_PROVIDER", "anthropic")).auth())
                .isEqualTo(new AuthConfig(AuthConfig.Method.API_KEY, Map.of()));
        assertThat(config(Map.of("LLM_PROVIDER", "anthropic", "LLM_AUTH_METHOD", "none", "LLM_API_KEY", "x"))
                        .auth())
                .isEqualTo(AuthConfig.none());
    }

    @ParameterizedTest
    @CsvSource({
        "box,http://box:11434",
        "box:1234,http://box:1234",
        ":1234,http://127.0.0.1:1234",
        "0.0.0.0,http://127.0.0.1:11434",
        "http://box,http://box",
        "HTTPS://box/ollama,https://box/ollama",
        "[::1]:5,http://[::1]:5"
    })
    void readsEachFormOfTheOllamaHost(String value, URI address) {
        assertThat(config(Map.of("LLM_PROVIDER", "ollama", "OLLAMA_HOST", value))
                        .endpoint())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"LLM_ENDPOINT,ht tp://s3cret", "LLM_AUTH_METHOD,s3cret", "OLLAMA_HOST,s3cret host"})
    void namesABadSettingButNotItsValue(String variable, String value) {
        assertThatThrownBy(() -> config(Map.of("LLM_PROVIDER", "ollama", variable, value)))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageContaining(variable)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void namesItsVariablesInTheProvidersMessages() {
        assertThatThrownBy(() -> provider(Map.of("LLM_PROVIDER", "skynet"))).hasMessageContaining("LLM_PROVIDER");
        assertThatThrownBy(() -> provider(Map.of("LLM_PROVIDER", "custom"))).hasMessageContaining("LLM_ENDPOINT");
        assertThatThrownBy(() -> provider(Map.of("LLM_PROVIDER", "grok", "LLM_API", "soap")))
                .hasMessage("Grok has no API 'soap'. Choose responses or chat with LLM_API, or leave it out.");
        assertThatThrownBy(() -> chat(Map.of("LLM_PROVIDER", "google")))
                .hasMessage(
                        "No key for google. Set it with GEMINI_API_KEY (or LLM_API_KEY) in the environment or in .env.");
        assertThatThrownBy(() -> chat(Map.of("LLM_PROVIDER", "custom", "LLM_ENDPOINT", "http://127.0.0.1:1")))
                .hasMessageContaining("LLM_DEFAULT_MODEL");
        assertThatThrownBy(() -> chat(Map.of("LLM_PROVIDER", "ollama", "OLLAMA_HOST", "127.0.0.1:1")))
                .hasMessageContaining("at http://127.0.0.1:1 (OLLAMA_HOST).");
    }

    private static LlmProvider provider(Map<String, String> environment) {
        return new LlmProviders(LlmProviders.standard()).create(config(environment));
    }

    private static void chat(Map<String, String> environment) {
        provider(environment).chat(List.of(Message.user("Hello")), ChatOptions.defaults());
    }

    @Test
    void givesAKeyOnlyToTheProviderThatItIsFor(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve(".env"), "LLM_ENDPOINT=https://box\nOPENAI_API_KEY=theirs\n");
        Settings settings = new Settings(
                Map.of("LLM_PROVIDER", "anthropic", "LLM_API_KEY", "shared", "LLM_DEFAULT_MODEL", "m"),
                DotEnv.load(file));

        ProviderConfig chosen = LlmSettings.forProvider(settings, "anthropic");
        assertThat(chosen).isEqualTo(LlmSettings.fromSettings(settings));
        assertThat(chosen.auth().key()).isEqualTo("shared");

        ProviderConfig other = LlmSettings.forProvider(settings, "openai");
        assertThat(other.provider()).isEqualTo("openai");
        assertThat(other.auth().key()).isEqualTo("theirs");
        assertThat(other.endpoint()).isNull();
        assertThat(other.defaultModel()).isNull();
        assertThat(LlmSettings.forProvider(settings, "google").auth().key()).isNull();
    }

    @Test
    void prefersTheEnvironmentToTheFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve(".env"), "A=file\nB=file\nC=\nPORT=x\nON=yes\n");
        Settings settings = new Settings(Map.of("A", "environment", "B", " "), DotEnv.load(file));

        assertThat(settings.get("A")).isEqualTo("environment");
        assertThat(settings.get("B")).isEqualTo("file");
        assertThat(settings.get("C")).isNull();
        assertThat(settings.get("C", "otherwise")).isEqualTo("otherwise");
        assertThat(settings.getInt("D", 7)).isEqualTo(7);
        assertThat(settings.getBoolean("ON", false)).isTrue();
        assertThatThrownBy(() -> settings.getInt("PORT", 7)).hasMessage("PORT must be a whole number.");
        assertThatThrownBy(() -> settings.getBoolean("PORT", true)).hasMessage("PORT must be true or false.");
        assertThat(settings.toString()).doesNotContain("environment").doesNotContain("file,");
        assertThat(settings.warnings()).hasSameSizeAs(DotEnv.load(file).warnings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"anthropic", "openai", "google", "grok", "openrouter", "groq", "deepseek", "mistral", "ollama"})
    void knowsEachVendorOnce(String provider) {
        assertThat(Vendor.ALL)
                .filteredOn(vendor -> vendor.provider().equals(provider))
                .hasSize(1);
    }
}
