package au.pip.llm.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price that counts from a day on.
 *
 * @param from null for the first price of a model, which counts since ever
 * @param tiers by rising threshold
 */
record DatedPrice(@Nullable LocalDate from, Rates rates, List<Tier> tiers) {
    /**
     * Re-prices a whole request.
     *
     * @param above counts for prompts longer than this, cached tokens included
     * @param rates null when the provider has such a tier but its price is not known
     */
    record Tier(long above, @Nullable Rates rates) {}

    DatedPrice {
        tiers = List.copyOf(tiers);
    }

    boolean countsOn(LocalDate date) {
        return from == null || !date.isBefore(from);
    }

    @Nullable
    Rates ratesFor(long promptTokens) {
        Rates result = rates;
        for (Tier tier : tiers) {
            if (promptTokens > tier.above()) {
                result = tier.rates();
            }
        }
        return result;
    }

    /** The most that a request of at most so many tokens costs; null when a tier that may count has no known price. */
    @Nullable
    BigDecimal most(long input, long output) {
        BigDecimal most = rates.most(input, output);
        for (Tier tier : tiers) {
            if (input > tier.above()) {
                if (tier.rates() == null) {
                    return null;
                }
                most = most.max(tier.rates().most(input, output));
            }
        }
        return most;
    }
}
