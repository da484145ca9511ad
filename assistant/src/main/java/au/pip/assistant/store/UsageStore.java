package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.llm.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what was used; records are written by {@link RunStore#finish}. */
public interface UsageStore {
    /**
     * @param knownCostUsd exact sum over the records whose price is known
     * @param unpricedReplies replies of the records whose price is not known
     */
    record Sum(
            String provider, String model, long replies, Usage usage, BigDecimal knownCostUsd, long unpricedReplies) {
        /** Both together, exactly, under this one's provider and model. */
        public Sum plus(Sum other) {
            return new Sum(
                    provider,
                    model,
                    replies + other.replies,
                    usage.plus(other.usage),
                    knownCostUsd.add(other.knownCostUsd),
                    unpricedReplies + other.unpricedReplies);
        }
    }

    /** Sums by provider and model over records from {@code from} (included) to {@code until} (not included). */
    List<Sum> between(AccountId account, Instant from, Instant until);

    List<Sum> ofConversation(AccountId account, String conversationId);

    /** @param priceVersion which price was used; null where none was known */
    record Line(String conversationId, @Nullable String priceVersion, Sum sum) {}

    /** Sums by conversation, provider, model and price over the records that {@link #between} sums, in no order. */
    List<Line> lines(AccountId account, Instant from, Instant until);
}
