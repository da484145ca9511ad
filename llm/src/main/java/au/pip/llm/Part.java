package au.pip.llm;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A piece of a message. */
public sealed interface Part {
    /** @param providerData what the provider that wrote it must get back unchanged; other providers ignore it */
    record Text(String text, @Nullable ProviderData providerData) implements Part {
        public static Text of(String text) {
            return new Text(text, null);
        }
    }

    /** @param thinking readable reasoning; may be empty when only the provider's opaque data counts */
    record Thinking(String thinking, @Nullable ProviderData providerData) implements Part {}

    /** @param arguments a JSON object; when the model sent broken JSON, a string node with its raw text */
    record ToolCall(
            String callId,
            String toolName,
            JsonNode arguments,
            @Nullable ProviderData providerData) implements Part {}

    /** @param failed the tool could not do it and {@code content} says why */
    record ToolResult(String callId, String toolName, String content, boolean failed) implements Part {}

    /**
     * @param mediaType such as {@code image/png}
     * @param base64 the bytes, as every wire wants them
     */
    record Image(String mediaType, String base64) implements Part {}

    /** @param mediaType such as {@code application/pdf} */
    record Document(String mediaType, String name, String base64) implements Part {}
}
