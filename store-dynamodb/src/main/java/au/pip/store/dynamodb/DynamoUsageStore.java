package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.UsageStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums what the copies of the records hold: those of a conversation lie with it, all of an account's by time. */
final class DynamoUsageStore implements UsageStore {
    private final StoredRows rows;

    DynamoUsageStore(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Sum> between(AccountId account, Instant from, Instant until) {
        long first = Milliseconds.of(from);
        long last = Milliseconds.of(until);
        return first > last
                ? List.of()
                : sums(Query.of(Lists.usage(account)).between(KeyText.number(first), KeyText.number(last)));
    }

    @Override
    public List<Sum> ofConversation(AccountId account, String conversationId) {
        return sums(
                Query.of(Keys.conversationPartition(account, conversationId)).beginning("usage#"));
    }

    private List<Sum> sums(Query copies) {
        Map<Model, Sum> sums = new HashMap<>();
        rows.table().each(copies, item -> {
            Sum sum = UsageRow.sum(rows.items().row(Noun.USAGE_RECORD, item));
            sums.merge(new Model(sum.provider(), sum.model()), sum, DynamoUsageStore::plus);
        });
        return sums.values().stream()
                .sorted(Comparator.comparing(Sum::provider).thenComparing(Sum::model))
                .toList();
    }

    private static Sum plus(Sum one, Sum other) {
        return new Sum(
                one.provider(),
                one.model(),
                one.replies() + other.replies(),
                one.usage().plus(other.usage()),
                one.knownCostUsd().add(other.knownCostUsd()),
                one.unpricedReplies() + other.unpricedReplies());
    }

    private record Model(String provider, String name) {}
}
