package au.pip.llm.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's own environment variables.
 *
 * @param provider the name that {@code LLM_PROVIDER} gives it
 * @param keyVariable null when it takes no key
 * @param otherKeyVariable counts when the first is not set; null when there is none
 * @param chosenByKey whether its key alone chooses it; otherwise {@code LLM_PROVIDER} must
 */
record Vendor(
        String provider,
        @Nullable String keyVariable,
        @Nullable String otherKeyVariable,
        boolean chosenByKey) {
    static final List<Vendor> ALL = List.of(
            new Vendor("anthropic", "ANTHROPIC_API_KEY", null, true),
            new Vendor("openai", "OPENAI_API_KEY", null, true),
            new Vendor("google", "GEMINI_API_KEY", "GOOGLE_API_KEY", true),
            new Vendor("grok", "XAI_API_KEY", null, true),
            new Vendor("openrouter", "OPENROUTER_API_KEY", null, false),
            new Vendor("groq", "GROQ_API_KEY", null, false),
            new Vendor("deepseek", "DEEPSEEK_API_KEY", null, false),
            new Vendor("mistral", "MISTRAL_API_KEY", null, false),
            new Vendor("ollama", null, null, false));
}
