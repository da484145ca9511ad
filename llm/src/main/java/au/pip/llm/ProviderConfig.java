package au.pip.llm;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@link LlmProviders#create} needs.
 *
 * @param provider a name of {@link LlmProviders#names}
 * @param defaultModel null for the provider's own choice
 * @param endpoint the base address; null for the provider's usual one
 * @param timeouts how long to wait for what
 */
public record ProviderConfig(
        String provider,
        AuthConfig auth,
        @Nullable String defaultModel,
        @Nullable URI endpoint,
        Timeouts timeouts) {

    /**
     * @param connect to open the connection
     * @param firstToken from the request to the first event; a local model may load for minutes
     * @param idle between two events
     */
    public record Timeouts(Duration connect, Duration firstToken, Duration idle) {
        public static final Timeouts DEFAULTS =
                new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(3), Duration.ofSeconds(90));
    }

    public static ProviderConfig of(String provider, AuthConfig auth) {
        return new ProviderConfig(provider, auth, null, null, Timeouts.DEFAULTS);
    }

    public ProviderConfig withDefaultModel(@Nullable String model) {
        return new ProviderConfig(provider, auth, model, endpoint, timeouts);
    }

    public ProviderConfig withEndpoint(@Nullable URI endpoint) {
        return new ProviderConfig(provider, auth, defaultModel, endpoint, timeouts);
    }

    public ProviderConfig withTimeouts(Timeouts timeouts) {
        return new ProviderConfig(provider, auth, defaultModel, endpoint, timeouts);
    }
}
