package au.pip.server;

import au.pip.api.BudgetView;
import au.pip.api.UsageReport;
import au.pip.api.UsageReport.ConversationLine;
import au.pip.api.UsageReport.ModelLine;
import au.pip.api.UsageView;
import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.budget.BudgetMonth;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.UsageStore.Line;
import au.pip.assistant.store.UsageStore.Sum;
import au.pip.llm.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an account used in a month, by model and price, and by conversation. */
record UsageLists(Stores stores, AccountId account) {
    private static final int MOST_CONVERSATIONS = 100;

    private record Price(
            String provider, String model, @Nullable String version) {
        static Price of(Line line) {
            return new Price(line.sum().provider(), line.sum().model(), line.priceVersion());
        }
    }

    /** Of several records. */
    private record Total(long replies, Usage usage, BigDecimal costUsd, long unpriced) {
        static final Total NONE = new Total(0, Usage.NONE, BigDecimal.ZERO, 0);

        Total plus(Sum sum) {
            return new Total(
                    replies + sum.replies(),
                    usage.plus(sum.usage()),
                    costUsd.add(sum.knownCostUsd()),
                    unpriced + sum.unpricedReplies());
        }

        UsageView view() {
            return new UsageView(
                    usage.freshInput(), usage.cacheRead(), usage.cacheWrite5m() + usage.cacheWrite1h(), usage.output());
        }
    }

    UsageReport report(BudgetMonth month, List<BudgetView> budgets) {
        Map<Price, Total> models = new LinkedHashMap<>();
        Map<String, Total> conversations = new LinkedHashMap<>();
        Total all = Total.NONE;
        for (Line line : stores.usage().lines(account, month.from(), month.until())) {
            all = all.plus(line.sum());
            models.compute(Price.of(line), (_, sum) -> (sum == null ? Total.NONE : sum).plus(line.sum()));
            conversations.compute(line.conversationId(), (_, sum) -> (sum == null ? Total.NONE : sum).plus(line.sum()));
        }
        return new UsageReport(
                month.month().toString(),
                new UsageReport.Total(all.replies(), all.view(), all.costUsd().toPlainString(), all.unpriced()),
                models.entrySet().stream()
                        .map(each -> model(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(ModelLine::provider)
                                .thenComparing(ModelLine::model)
                                .thenComparing(
                                        ModelLine::priceVersion, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList(),
                dearest(conversations),
                Math.max(0, conversations.size() - MOST_CONVERSATIONS),
                budgets);
    }

    private static ModelLine model(Price price, Total total) {
        return new ModelLine(
                price.provider(),
                price.model(),
                price.version(),
                total.replies(),
                total.view(),
                total.costUsd().toPlainString(),
                total.unpriced());
    }

    private List<ConversationLine> dearest(Map<String, Total> conversations) {
        List<Map.Entry<String, Total>> dearest = new ArrayList<>(conversations.entrySet());
        dearest.sort(Comparator.<Map.Entry<String, Total>, BigDecimal>comparing(
                        each -> each.getValue().costUsd())
                .thenComparingLong(each -> each.getValue().usage().total())
                .reversed());
        return dearest.stream()
                .limit(MOST_CONVERSATIONS)
                .map(each -> conversation(each.getKey(), each.getValue()))
                .toList();
    }

    private ConversationLine conversation(String id, Total total) {
        return new ConversationLine(
                id,
                stores.conversations()
                        .find(account, id)
                        .map(Conversation::title)
                        .orElse(""),
                total.replies(),
                total.view(),
                total.costUsd().toPlainString(),
                total.unpriced());
    }
}
