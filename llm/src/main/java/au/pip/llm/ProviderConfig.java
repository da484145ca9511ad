package au.pip.llm;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link LlmProviders#create} needs.
 *
 * @param provider a name of {@link LlmProviders#names}
 * @param defaultModel null for the provider's own choice
 * @param endpoint the base address; null for the provider's usual one
 * @param api which of the provider's APIs to call, where it has several, such as {@code chat}; null for its best
 * @param timeouts how long to wait for what
 * @param modelTimeouts other time-outs for single models
 * @param retry when a request that has not begun to be answered is sent again
 * @param priceFile prices that count before the catalogue's own; null for none
 * @param names what messages call these parts
 * @param headers sent with every request, besides the provider's own
 */
public record ProviderConfig(
        String provider,
        AuthConfig auth,
        @Nullable String defaultModel,
        @Nullable URI endpoint,
        @Nullable String api,
        Timeouts timeouts,
        Map<String, Timeouts> modelTimeouts,
        RetryPolicy retry,
        @Nullable Path priceFile,
        SettingNames names,
        ExtraHeaders headers) {
    /**
     * What is waited for the provider; the time in which nobody reads does not count.
     *
     * @param connect to open the connection; rounded up to a whole second, and a minute at most
     * @param firstToken from the request to the first text, thinking or tool call: a local model may load for minutes, and
     *     a reasoning model says that its reply has begun and is then silent while it thinks
     * @param idle between two frames of the reply after that; comments that only keep a connection open do not count
     */
    public record Timeouts(Duration connect, Duration firstToken, Duration idle) {
        public static final Timeouts DEFAULTS =
                new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofMinutes(5));
    }

    public ProviderConfig {
        modelTimeouts = Map.copyOf(modelTimeouts);
    }

    public static ProviderConfig of(String provider, AuthConfig auth) {
        return new ProviderConfig(
                provider,
                auth,
                null,
                null,
                null,
                Timeouts.DEFAULTS,
                Map.of(),
                RetryPolicy.DEFAULTS,
                null,
                SettingNames.IN_CODE,
                ExtraHeaders.NONE);
    }

    public Timeouts timeoutsFor(String model) {
        return modelTimeouts.getOrDefault(model, timeouts);
    }

    public ProviderConfig withAuth(AuthConfig auth) {
        return new ProviderConfig(
                provider, auth, defaultModel, endpoint, api, timeouts, modelTimeouts, retry, priceFile, names, headers);
    }

    public ProviderConfig withDefaultModel(@Nullable String defaultModel) {
        return new ProviderConfig(
                provider, auth, defaultModel, endpoint, api, timeouts, modelTimeouts, retry, priceFile, names, headers);
    }

    public ProviderConfig withEndpoint(@Nullable URI endpoint) {
        return new ProviderConfig(
                provider, auth, defaultModel, endpoint, api, timeouts, modelTimeouts, retry, priceFile, names, headers);
    }

    public ProviderConfig withApi(@Nullable String api) {
        return new ProviderConfig(
                provider, auth, defaultModel, endpoint, api, timeouts, modelTimeouts, retry, priceFile, names, headers);
    }

    public ProviderConfig withTimeouts(Timeouts timeouts) {
        return new ProviderConfig(
                provider, auth, defaultModel, endpoint, api, timeouts, modelTimeouts, retry, priceFile, names, headers);
    }

    public ProviderConfig withModelTimeouts(Map<String, Timeouts> modelTimeouts) {
        return new ProviderConfig(
                provider, auth, defaultModel, endpoint, api, timeouts, modelTimeouts, retry, priceFile, names, headers);
    }

    public ProviderConfig withRetry(RetryPolicy retry) {
        return new ProviderConfig(
                provider, auth, defaultModel, endpoint, api, timeouts, modelTimeouts, retry, priceFile, names, headers);
    }

    public ProviderConfig withPriceFile(@Nullable Path priceFile) {
        return new ProviderConfig(
                provider, auth, defaultModel, endpoint, api, timeouts, modelTimeouts, retry, priceFile, names, headers);
    }

    public ProviderConfig withNames(SettingNames names) {
        return new ProviderConfig(
                provider, auth, defaultModel, endpoint, api, timeouts, modelTimeouts, retry, priceFile, names, headers);
    }

    /**
     * Headers of one's own. The one that carries the key is {@link AuthConfig}'s: given here too, it is refused when the
     * provider is made.
     *
     * @throws IllegalArgumentException when one cannot be sent, see {@link ExtraHeaders}
     */
    public ProviderConfig withHeaders(Map<String, String> headers) {
        return new ProviderConfig(
                provider,
                auth,
                defaultModel,
                endpoint,
                api,
                timeouts,
                modelTimeouts,
                retry,
                priceFile,
                names,
                new ExtraHeaders(headers));
    }
}
