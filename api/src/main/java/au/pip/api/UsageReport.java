package au.pip.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was used in a month: {@code GET /api/usage?month=2026-11}. Months begin at midnight in Sydney.
 *
 * @param total of the whole month, over all models
 * @param models by provider, model and price
 * @param conversations those that used most, the dearest first, a hundred at most
 * @param moreConversations how many more there were
 * @param budgets what the budgets stand at now, whichever month was asked for; none where nothing is limited
 */
public record UsageReport(
        String month,
        Total total,
        List<ModelLine> models,
        List<ConversationLine> conversations,
        int moreConversations,
        List<BudgetView> budgets) {
    /**
     * @param costUsd of the replies whose price is known, a decimal string
     * @param unpricedReplies replies whose price is not known
     */
    public record Total(long replies, UsageView usage, String costUsd, long unpricedReplies) {}

    /**
     * @param priceVersion which price was used; null where none was known
     * @param costUsd of the replies whose price is known, a decimal string
     * @param unpricedReplies replies whose price is not known
     */
    public record ModelLine(
            String provider,
            String model,
            @Nullable String priceVersion,
            long replies,
            UsageView usage,
            @Nullable String costUsd,
            long unpricedReplies) {}

    /** The same of a conversation, over all models. */
    public record ConversationLine(
            String conversationId, String title, long replies, UsageView usage, String costUsd, long unpricedReplies) {}
}
