package au.pip.llm.protocol.anthropic;

import au.pip.llm.Usage;
import au.pip.llm.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The counts of one reply. Each report is cumulative and may leave fields out, so the last value of each field counts.
 * {@code input_tokens} excludes what was read from and written to the cache. Where only the total of cache writes is
 * given, they are five-minute writes, the API's default.
 */
final class AnthropicUsage {
    private long input;
    private long cacheRead;
    private long cacheWritten;
    private long cacheWritten1h;
    private long output;
    private long thinking;

    Usage update(@Nullable JsonNode usage) {
        input = count(usage, "input_tokens", input);
        cacheRead = count(usage, "cache_read_input_tokens", cacheRead);
        cacheWritten = count(usage, "cache_creation_input_tokens", cacheWritten);
        output = count(usage, "output_tokens", output);
        JsonNode writes = usage == null ? null : usage.get("cache_creation");
        if (writes != null && writes.isObject()) {
            cacheWritten1h = count(writes, "ephemeral_1h_input_tokens", cacheWritten1h);
            long fiveMinutes = count(writes, "ephemeral_5m_input_tokens", cacheWritten - cacheWritten1h);
            cacheWritten = Math.max(cacheWritten, fiveMinutes + cacheWritten1h);
        }
        JsonNode details = usage == null ? null : usage.get("output_tokens_details");
        thinking = count(details, "thinking_tokens", thinking);
        return new Usage(
                input, cacheRead, Math.max(0, cacheWritten - cacheWritten1h), cacheWritten1h, output, thinking);
    }

    private static long count(@Nullable JsonNode counts, String field, long otherwise) {
        return Math.max(0, Json.number(counts, field, otherwise));
    }
}
