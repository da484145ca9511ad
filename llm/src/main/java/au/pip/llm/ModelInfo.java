package au.pip.llm;

import java.util.Set;

/**
 * A model and what it can do.
 *
 * @param contextTokens how much it can see at once, in tokens; 0 when unknown
 * @param maxOutputTokens the longest reply it gives; 0 when unknown
 */
public record ModelInfo(String id, int contextTokens, int maxOutputTokens, Set<Capability> capabilities) {
    public ModelInfo {
        capabilities = Set.copyOf(capabilities);
    }

    /** What not every model takes; the rest is common to all. */
    public enum Capability {
        TOOLS,
        TEMPERATURE,
        THINKING,
        IMAGES,
        DOCUMENTS,
        PROMPT_CACHE
    }
}
