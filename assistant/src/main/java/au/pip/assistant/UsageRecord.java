package au.pip.assistant;

import au.pip.llm.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one model used in one run.
 *
 * @param replies how many replies of the model it took
 * @param costUsd exact; null when the price is not known
 * @param priceVersion which price was used; null when none
 */
public record UsageRecord(
        String runId,
        String conversationId,
        String provider,
        String model,
        int replies,
        Usage usage,
        @Nullable BigDecimal costUsd,
        @Nullable String priceVersion,
        Instant at) {}
