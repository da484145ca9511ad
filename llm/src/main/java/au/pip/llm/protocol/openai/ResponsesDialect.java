package au.pip.llm.protocol.openai;

import au.pip.llm.Effort;
import java.util.Locale;
import java.util.Map;

/**
 * What differs between those that serve the Responses API.
 *
 * @param inlineDocuments whether a request may hold a document's bytes; otherwise it would have to be uploaded before
 * @param fewestOutputTokens the lowest limit of output that is taken
 * @param leastEffort the word for as little thinking as a model can
 * @param otherLeastEffort that word for models, by name, that do not take the usual one
 */
public record ResponsesDialect(
        boolean inlineDocuments, int fewestOutputTokens, String leastEffort, Map<String, String> otherLeastEffort) {
    /**
     * OpenAI's own, by its OpenAPI document: {@code max_output_tokens} has a minimum of 16. The models before GPT-5.1
     * cannot do without thinking; those before GPT-5 do not know {@code minimal}.
     */
    public static final ResponsesDialect OPENAI = new ResponsesDialect(
            true,
            16,
            "none",
            Map.of(
                    "gpt-5",
                    "minimal",
                    "gpt-5-mini",
                    "minimal",
                    "gpt-5-nano",
                    "minimal",
                    "o3",
                    "low",
                    "o4-mini",
                    "low"));

    /**
     * xAI's, by its guides to files and reasoning: a file has an address or was uploaded; only grok-4.3 can do without
     * thinking.
     */
    public static final ResponsesDialect XAI = new ResponsesDialect(false, 1, "low", Map.of("grok-4.3", "none"));

    public ResponsesDialect {
        otherLeastEffort = Map.copyOf(otherLeastEffort);
    }

    String word(Effort effort, String model) {
        return switch (effort) {
            case NONE -> otherLeastEffort.getOrDefault(model, leastEffort);
            case LOW, MEDIUM, HIGH -> effort.name().toLowerCase(Locale.ROOT);
        };
    }
}
