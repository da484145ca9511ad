package au.pip.llm.protocol.openai;

import au.pip.llm.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The counts of one reply. */
final class ResponsesUsage {
    private ResponsesUsage() {}

    static Usage parse(JsonNode usage) {
        JsonNode inputDetails = usage.get("input_tokens_details");
        return OpenAiUsage.of(
                OpenAiUsage.count(usage, "input_tokens"),
                OpenAiUsage.count(inputDetails, "cached_tokens"),
                OpenAiUsage.count(inputDetails, "cache_write_tokens"),
                OpenAiUsage.count(usage, "output_tokens"),
                OpenAiUsage.count(usage.get("output_tokens_details"), "reasoning_tokens"),
                OpenAiUsage.count(usage, "total_tokens"));
    }

    /** What the provider says it charges, in US dollars; null when it does not say, or says nothing. */
    static @Nullable BigDecimal cost(JsonNode usage) {
        BigDecimal usd = OpenAiUsage.ticks(usage);
        return usd.signum() > 0 ? usd : null;
    }
}
