package au.pip.llm.protocol.openai;

import au.pip.llm.Usage;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The counts of one reply. {@code input_tokens} includes what was read from and written to the cache; the one kind of
 * write that OpenAI has (for 30 minutes, at 1.25 times the input's price) stands in the bucket of the shorter writes.
 */
final class ResponsesUsage {
    /** xAI's ticks: ten thousand million make a dollar. */
    private static final int TICK_DIGITS = 10;

    private ResponsesUsage() {}

    static Usage parse(JsonNode usage) {
        long input = Json.number(usage, "input_tokens", 0);
        JsonNode inputDetails = usage.get("input_tokens_details");
        long read = Json.number(inputDetails, "cached_tokens", 0);
        long written = Json.number(inputDetails, "cache_write_tokens", 0);
        long output = Json.number(usage, "output_tokens", 0);
        long reasoning = Json.number(usage.get("output_tokens_details"), "reasoning_tokens", 0);
        return new Usage(
                fresh(input, read + written),
                read,
                written,
                0,
                excludesReasoning(usage, input, output, reasoning) ? output + reasoning : output,
                reasoning);
    }

    /** More cached than there was input (seen from xAI) can only mean that the cached is not part of it. */
    private static long fresh(long input, long cached) {
        return cached > input ? input : input - cached;
    }

    /** OpenAI counts reasoning as output; xAI has counted it beside. Only the total tells. */
    private static boolean excludesReasoning(JsonNode usage, long input, long output, long reasoning) {
        return reasoning > 0 && input + output + reasoning == Json.number(usage, "total_tokens", -1);
    }

    /** What the provider says it charges, in US dollars; null when it does not say, or says nothing. */
    static @Nullable BigDecimal cost(JsonNode usage) {
        long ticks = Json.number(usage, "cost_in_usd_ticks", 0);
        return ticks > 0 ? BigDecimal.valueOf(ticks, TICK_DIGITS).stripTrailingZeros() : null;
    }
}
