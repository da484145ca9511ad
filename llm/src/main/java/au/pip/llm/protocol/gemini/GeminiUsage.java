package au.pip.llm.protocol.gemini;

import au.pip.llm.Usage;
import au.pip.llm.json.JsonPull;
import tools.jackson.core.JsonToken;

/**
 * The counts of one chunk's {@code usageMetadata}, which are those of the whole reply so far. {@code promptTokenCount}
 * includes what came from the cache; thoughts stand beside the candidates' tokens, not in them; what tools of the
 * provider's own fed to the model is input besides the prompt; the tier it was served by stands among them. All other fields are read over.
 */
final class GeminiUsage {
    private long prompt;
    private long cached;
    private long toolUse;
    private long candidates;
    private long thoughts;
    private boolean counted;
    /** Empty where the chunk names none. */
    private String serviceTier = "";

    void clear() {
        prompt = 0;
        cached = 0;
        toolUse = 0;
        candidates = 0;
        thoughts = 0;
        counted = false;
        serviceTier = "";
    }

    String serviceTier() {
        return serviceTier;
    }

    /** Whether anything was counted, even nought. */
    boolean counted() {
        return counted;
    }

    void parse(JsonPull parser) {
        if (!parser.entersObject()) {
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "promptTokenCount" -> prompt = count(parser, value);
                case "cachedContentTokenCount" -> cached = count(parser, value);
                case "toolUsePromptTokenCount" -> toolUse = count(parser, value);
                case "candidatesTokenCount" -> candidates = count(parser, value);
                case "thoughtsTokenCount" -> thoughts = count(parser, value);
                case "serviceTier" -> serviceTier = parser.textOrEmpty();
                default -> parser.skipChildren();
            }
        }
    }

    private long count(JsonPull parser, JsonToken value) {
        if (value == JsonToken.VALUE_NUMBER_INT) {
            counted = true;
            return Math.max(0, parser.getLongValue());
        }
        parser.skipChildren();
        return 0;
    }

    Usage usage() {
        return new Usage(Math.max(0, prompt - cached) + toolUse, cached, 0, 0, candidates + thoughts, thoughts);
    }
}
