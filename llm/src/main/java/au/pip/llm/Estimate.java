package au.pip.llm;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a call may use at most, told before it is made.
 *
 * @param inputTokens a bound by the size of the request; not a count
 * @param outputTokens the limit of the reply; 0 when there is none that is known
 * @param usd the cost of all that at the dearest rate of the model; null when the price is not known, 0 when it is free
 */
public record Estimate(
        String provider,
        String model,
        long inputTokens,
        long outputTokens,
        @Nullable BigDecimal usd) {}
