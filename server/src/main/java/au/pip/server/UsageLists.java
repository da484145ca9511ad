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
    private static final Sum NOTHING = new Sum("", "", 0, Usage.NONE, BigDecimal.ZERO, 0);

    private record Price(
            String provider, String model, @Nullable String version) {
        static Price of(Line line) {
            return new Price(line.sum().provider(), line.sum().model(), line.priceVersion());
        }
    }

    UsageReport report(BudgetMonth month, List<BudgetView> budgets) {
        Map<Price, Sum> models = new LinkedHashMap<>();
        Map<String, Sum> conversations = new LinkedHashMap<>();
        Sum all = NOTHING;
        for (Line line : stores.usage().lines(account, month.from(), month.until())) {
            all = all.plus(line.sum());
            models.merge(Price.of(line), line.sum(), Sum::plus);
            conversations.merge(line.conversationId(), line.sum(), Sum::plus);
        }
        return new UsageReport(
                month.month().toString(),
                new UsageReport.Total(
                        all.replies(), view(all.usage()), all.knownCostUsd().toPlainString(), all.unpricedReplies()),
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

    private static UsageView view(Usage usage) {
        return new UsageView(
                usage.freshInput(), usage.cacheRead(), usage.cacheWrite5m() + usage.cacheWrite1h(), usage.output());
    }

    private static ModelLine model(Price price, Sum total) {
        return new ModelLine(
                price.provider(),
                price.model(),
                price.version(),
                total.replies(),
                view(total.usage()),
                total.knownCostUsd().toPlainString(),
                total.unpricedReplies());
    }

    private List<ConversationLine> dearest(Map<String, Sum> conversations) {
        List<Map.Entry<String, Sum>> dearest = new ArrayList<>(conversations.entrySet());
        dearest.sort(Comparator.<Map.Entry<String, Sum>, BigDecimal>comparing(
                        each -> each.getValue().knownCostUsd())
                .thenComparingLong(each -> each.getValue().usage().total())
                .reversed());
        return dearest.stream()
                .limit(MOST_CONVERSATIONS)
                .map(each -> conversation(each.getKey(), each.getValue()))
                .toList();
    }

    private ConversationLine conversation(String id, Sum total) {
        return new ConversationLine(
                id,
                stores.conversations()
                        .find(account, id)
                        .map(Conversation::title)
                        .orElse(""),
                total.replies(),
                view(total.usage()),
                total.knownCostUsd().toPlainString(),
                total.unpricedReplies());
    }
}
