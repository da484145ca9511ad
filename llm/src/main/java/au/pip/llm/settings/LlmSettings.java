package au.pip.llm.settings;

import au.pip.llm.AuthConfig;
import au.pip.llm.LlmException;
import au.pip.llm.ProviderConfig;
import au.pip.llm.SettingNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that the environment asks for: {@code LLM_PROVIDER}, {@code LLM_AUTH_METHOD} (api_key or none),
 * {@code LLM_API_KEY}, {@code LLM_ENDPOINT}, {@code LLM_API}, {@code LLM_DEFAULT_MODEL}, {@code LLM_PRICE_FILE}, and the vendors' own {@code ANTHROPIC_API_KEY},
 * {@code OPENAI_API_KEY}, {@code GEMINI_API_KEY} (or {@code GOOGLE_API_KEY}), {@code XAI_API_KEY}, {@code OPENROUTER_API_KEY}, {@code GROQ_API_KEY},
 * {@code DEEPSEEK_API_KEY}, {@code MISTRAL_API_KEY} and {@code OLLAMA_HOST}.
 */
public final class LlmSettings {
    private final Settings settings;

    private LlmSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Without {@code LLM_PROVIDER} it is the vendor whose key is set (of the first four), if that is exactly one. {@code LLM_API_KEY} wins over
     * the vendor's own key. A missing key is no error here, but when a chat is started.
     *
     * @return null when the settings choose no provider
     * @throws LlmException.Configuration when a setting cannot be used; the message names it without its value
     */
    public static @Nullable ProviderConfig fromSettings(Settings settings) {
        LlmSettings reader = new LlmSettings(settings);
        String provider = reader.provider();
        return provider == null ? null : reader.configFor(provider);
    }

    /**
     * The configuration for a provider of the caller's choice. What is set for the provider that the settings choose (its
     * {@code LLM_} key above all) counts for that one only; any other has its vendor's own variables.
     *
     * @param provider its name
     * @throws LlmException.Configuration when a setting cannot be used; the message names it without its value
     */
    public static ProviderConfig forProvider(Settings settings, String provider) {
        LlmSettings reader = new LlmSettings(settings);
        return provider.equals(reader.provider())
                ? reader.configFor(provider)
                : new LlmSettings(settings.without("LLM_")).configFor(provider);
    }

    private @Nullable String provider() {
        String chosen = settings.get("LLM_PROVIDER");
        if (chosen != null) {
            return switch (chosen.toLowerCase(Locale.ROOT)) {
                case "gemini" -> "google";
                case "xai" -> "grok";
                default -> chosen.toLowerCase(Locale.ROOT);
            };
        }
        List<Vendor> withKey = Vendor.ALL.stream()
                .filter(vendor -> vendor.chosenByKey() && key(vendor) != null)
                .toList();
        return withKey.size() == 1 ? withKey.getFirst().provider() : null;
    }

    private @Nullable String key(Vendor vendor) {
        String key = vendor.keyVariable() == null ? null : settings.get(vendor.keyVariable());
        String other = vendor.otherKeyVariable();
        return key == null && other != null ? settings.get(other) : key;
    }

    private ProviderConfig configFor(String provider) {
        String priceFile = settings.get("LLM_PRICE_FILE");
        return ProviderConfig.of(provider, auth(provider))
                .withDefaultModel(settings.get("LLM_DEFAULT_MODEL"))
                .withEndpoint(endpoint(provider))
                .withApi(settings.get("LLM_API"))
                .withPriceFile(priceFile == null ? null : Path.of(priceFile))
                .withNames(names(provider));
    }

    private SettingNames names(String provider) {
        String key = Vendor.ALL.stream()
                .filter(vendor -> vendor.provider().equals(provider) && vendor.keyVariable() != null)
                .map(vendor -> vendor.keyVariable() + " (or LLM_API_KEY)")
                .findFirst()
                .orElse("LLM_API_KEY");
        boolean ollamaHost = provider.equals("ollama") && settings.get("LLM_ENDPOINT") == null;
        return new SettingNames(
                "LLM_PROVIDER",
                key + " in the environment or in .env",
                ollamaHost ? "OLLAMA_HOST" : "LLM_ENDPOINT",
                "LLM_API",
                "LLM_DEFAULT_MODEL");
    }

    private AuthConfig auth(String provider) {
        String method = settings.get("LLM_AUTH_METHOD", "api_key").toLowerCase(Locale.ROOT);
        return switch (method) {
            case "none" -> AuthConfig.none();
            case "api_key" -> apiKey(provider);
            default -> throw new LlmException.Configuration("LLM_AUTH_METHOD must be api_key or none.", provider);
        };
    }

    private AuthConfig apiKey(String provider) {
        String key = settings.get("LLM_API_KEY");
        for (Vendor vendor : Vendor.ALL) {
            if (key == null && vendor.provider().equals(provider)) {
                key = key(vendor);
            }
        }
        return key == null ? new AuthConfig(AuthConfig.Method.API_KEY, Map.of()) : AuthConfig.apiKey(key);
    }

    private @Nullable URI endpoint(String provider) {
        String endpoint = settings.get("LLM_ENDPOINT");
        if (endpoint != null) {
            try {
                return new URI(endpoint);
            } catch (URISyntaxException malformed) {
                throw new LlmException.Configuration(
                        "LLM_ENDPOINT is not an address. Set it to the like of https://host/v1.", provider);
            }
        }
        String ollama = provider.equals("ollama") ? settings.get("OLLAMA_HOST") : null;
        return ollama == null ? null : OllamaHost.parse(ollama);
    }
}
