package au.pip.llm;

import java.util.Set;

/**
 * A model and what it can do.
 *
 * @param capabilities empty when none are known
 * @param contextTokens how much it can see at once, in tokens; 0 when unknown
 * @param maxOutputTokens the longest reply it gives; 0 when unknown
 */
public record ModelInfo(String id, int contextTokens, int maxOutputTokens, Set<Capability> capabilities) {
    public ModelInfo {
        capabilities = Set.copyOf(capabilities);
    }

    /** Whether anything is known of what it takes. */
    public boolean known() {
        return !capabilities.isEmpty();
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** Known not to take it; of an unknown model nothing is. */
    public boolean lacks(Capability capability) {
        return known() && !can(capability);
    }

    /** What not every model takes; the rest is common to all. */
    public enum Capability {
        TOOLS,
        TEMPERATURE,
        THINKING,
        /** Its thinking is steered by levels of effort, not by a budget of tokens. */
        EFFORT,
        /** It cannot be told not to think, nor that it must call a tool. */
        ALWAYS_THINKS,
        IMAGES,
        DOCUMENTS,
        /** Replies by a JSON Schema. */
        STRUCTURED_OUTPUT,
        PROMPT_CACHE
    }
}
