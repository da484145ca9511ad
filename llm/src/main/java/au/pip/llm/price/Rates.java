package au.pip.llm.price;

import au.pip.llm.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** US dollars for a million tokens, by the buckets of {@link Usage}; null where a price is not known. */
record Rates(
        BigDecimal input,
        BigDecimal output,
        @Nullable BigDecimal cacheRead,
        @Nullable BigDecimal cacheWrite5m,
        @Nullable BigDecimal cacheWrite1h) {

    /** The exact cost; null when tokens were used whose price is not known. */
    @Nullable
    BigDecimal cost(Usage usage) {
        BigDecimal sum = times(usage.freshInput(), input).add(times(usage.output(), output));
        long[] counts = {usage.cacheRead(), usage.cacheWrite5m(), usage.cacheWrite1h()};
        @Nullable BigDecimal[] rates = {cacheRead, cacheWrite5m, cacheWrite1h};
        for (int bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] != 0) {
                BigDecimal rate = rates[bucket];
                if (rate == null) {
                    return null;
                }
                sum = sum.add(times(counts[bucket], rate));
            }
        }
        BigDecimal cost = sum.movePointLeft(6).stripTrailingZeros();
        return cost.signum() == 0 ? BigDecimal.ZERO : cost;
    }

    /** All input at the dearest of its rates. */
    BigDecimal most(long inputTokens, long outputTokens) {
        BigDecimal dearest = input;
        for (BigDecimal rate : new @Nullable BigDecimal[] {cacheRead, cacheWrite5m, cacheWrite1h}) {
            dearest = rate == null ? dearest : dearest.max(rate);
        }
        return times(inputTokens, dearest).add(times(outputTokens, output)).movePointLeft(6);
    }

    private static BigDecimal times(long tokens, BigDecimal rate) {
        return rate.multiply(BigDecimal.valueOf(tokens));
    }
}
