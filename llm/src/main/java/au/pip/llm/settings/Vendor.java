package au.pip.llm.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's own environment variables.
 *
 * @param provider the name that {@code LLM_PROVIDER} gives it
 * @param keyVariable null when it takes no key
 */
record Vendor(String provider, @Nullable String keyVariable) {
    static final List<Vendor> ALL = List.of(
            new Vendor("anthropic", "ANTHROPIC_API_KEY"),
            new Vendor("openai", "OPENAI_API_KEY"),
            new Vendor("google", "GEMINI_API_KEY"),
            new Vendor("grok", "XAI_API_KEY"),
            new Vendor("ollama", null));
}
