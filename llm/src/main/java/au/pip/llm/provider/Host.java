package au.pip.llm.provider;

import au.pip.llm.protocol.Protocol;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A place that answers chats: data only.
 *
 * @param name what {@code LLM_PROVIDER} says
 * @param label what a person calls it
 * @param keyHeader the header that carries the key, and what stands before the key in it
 * @param keyVariable the environment variable for its key; null when it needs none
 * @param defaultModel null when the person must choose
 * @param hints the next steps that only this host has
 */
record Host(
        String name,
        String label,
        URI address,
        Protocol protocol,
        KeyHeader keyHeader,
        @Nullable String keyVariable,
        @Nullable String defaultModel,
        Hints hints) {
    record KeyHeader(String name, String prefix) {
        static final KeyHeader BEARER = new KeyHeader("Authorization", "Bearer ");
    }

    /**
     * @param unreachable what to do when nobody answers
     * @param missingModel what to do when it lacks the model {@code %s}
     */
    record Hints(String unreachable, String missingModel) {
        static final Hints ONLINE =
                new Hints("Check the internet connection.", "Set LLM_DEFAULT_MODEL to one that it offers.");
    }

    boolean needsKey() {
        return keyVariable != null;
    }
}
