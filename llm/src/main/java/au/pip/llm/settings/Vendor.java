package au.pip.llm.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's own environment variables.
 *
 * @param provider the name that {@code LLM_PROVIDER} gives it
 * @param keyVariable null when it takes no key
 * @param otherKeyVariable counts when the first is not set; null when there is none
 */
record Vendor(
        String provider,
        @Nullable String keyVariable,
        @Nullable String otherKeyVariable) {
    static final List<Vendor> ALL = List.of(
            new Vendor("anthropic", "ANTHROPIC_API_KEY"),
            new Vendor("openai", "OPENAI_API_KEY"),
            new Vendor("google", "GEMINI_API_KEY", "GOOGLE_API_KEY"),
            new Vendor("grok", "XAI_API_KEY"),
            new Vendor("ollama", null));

    Vendor(String provider, @Nullable String keyVariable) {
        this(provider, keyVariable, null);
    }
}
