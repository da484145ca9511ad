package au.pip.llm;

import au.pip.llm.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A whole reply.
 *
 * @param model the model that answered, which may differ from the one asked for
 * @param cost null when the price of the model is not known; never a guess
 * @param requestId the provider's id of the request, for its support
 */
public record ChatResponse(
        String provider,
        String model,
        Message message,
        StopReason stopReason,
        Usage usage,
        @Nullable Cost cost,
        List<Warning> warnings,
        Timing timing,
        @Nullable String requestId) {
    public ChatResponse {
        warnings = List.copyOf(warnings);
    }

    public String text() {
        return message.text();
    }

    public List<Part.ToolCall> toolCalls() {
        return message.parts().stream()
                .filter(Part.ToolCall.class::isInstance)
                .map(Part.ToolCall.class::cast)
                .toList();
    }

    /** The text as JSON, which it is after {@link ChatOptions#outputSchema}; null when it is none. */
    public @Nullable JsonNode json() {
        if (text().isBlank()) {
            return null;
        }
        try {
            return Json.MAPPER.readTree(text());
        } catch (JacksonException notJson) {
            return null;
        }
    }

    /** 0 when it cannot be told. */
    public double tokensPerSecond() {
        return timing.tokensPerSecond(usage.output());
    }
}
