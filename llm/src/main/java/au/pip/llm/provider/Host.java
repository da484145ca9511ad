package au.pip.llm.provider;

import au.pip.llm.LlmException;
import au.pip.llm.ProviderConfig;
import au.pip.llm.protocol.Protocol;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place that answers chats: data only.
 *
 * @param name what {@link ProviderConfig#provider} says
 * @param label what a person calls it
 * @param address null where only the person knows it
 * @param apis the APIs it has, the one to use without a choice first
 * @param keyHeader the header that carries the key, and what stands before the key in it
 * @param needsKey whether it answers nobody without one
 * @param defaultModel null when the person must choose
 * @param hints the next steps that only this host has
 */
record Host(
        String name,
        String label,
        @Nullable URI address,
        List<Api> apis,
        KeyHeader keyHeader,
        boolean needsKey,
        @Nullable String defaultModel,
        Hints hints) {
    /** @param name what {@link ProviderConfig#api} says */
    record Api(String name, Protocol protocol) {}

    record KeyHeader(String name, String prefix) {
        static final KeyHeader BEARER = new KeyHeader("Authorization", "Bearer ");
    }

    /**
     * @param unreachable what to do when nobody answers
     * @param missingModel what to do when it lacks the model {@code %s}; how a model is set is said behind it
     */
    record Hints(String unreachable, String missingModel) {
        static final Hints ONLINE = new Hints("Check the internet connection.", "Choose one that it offers");
    }

    Protocol protocol() {
        return apis.getFirst().protocol();
    }

    /**
     * The same host, called by the API that is asked for, or by its usual one.
     *
     * @throws LlmException.Configuration when it has no such API
     */
    Host speaking(ProviderConfig config) {
        String api = config.api();
        if (api == null) {
            return this;
        }
        List<Api> chosen = apis.stream().filter(each -> each.name().equals(api)).toList();
        if (chosen.isEmpty()) {
            throw new LlmException.Configuration(
                    "%s has no API '%s'. Choose %s with %s, or leave it out."
                            .formatted(
                                    label,
                                    api,
                                    apis.stream().map(Api::name).collect(Collectors.joining(" or ")),
                                    config.names().api()),
                    name);
        }
        return new Host(name, label, address, chosen, keyHeader, needsKey, defaultModel, hints);
    }
}
