package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.UsageStore;
import au.pip.assistant.store.spi.UsageLines;
import au.pip.assistant.store.spi.UsageSums;
import java.time.Instant;
import java.util.List;

/** Sums what the copies of the records hold: those of a conversation lie with it, all of an account's by time. */
final class DynamoUsageStore implements UsageStore {
    private final StoredRows rows;

    DynamoUsageStore(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Sum> between(AccountId account, Instant from, Instant until) {
        return Milliseconds.of(from) > Milliseconds.of(until) ? List.of() : sums(copies(account, from, until));
    }

    private static Query copies(AccountId account, Instant from, Instant until) {
        return Query.of(Lists.usage(account))
                .between(KeyText.number(Milliseconds.of(from)), KeyText.number(Milliseconds.of(until)));
    }

    @Override
    public List<Sum> ofConversation(AccountId account, String conversationId) {
        return sums(
                Query.of(Keys.conversationPartition(account, conversationId)).beginning("usage#"));
    }

    @Override
    public List<Line> lines(AccountId account, Instant from, Instant until) {
        if (Milliseconds.of(from) > Milliseconds.of(until)) {
            return List.of();
        }
        UsageLines lines = new UsageLines();
        rows.table()
                .each(
                        copies(account, from, until),
                        item -> lines.add(UsageRow.line(rows.items().row(Noun.USAGE_RECORD, item))));
        return lines.all();
    }

    private List<Sum> sums(Query copies) {
        UsageSums sums = new UsageSums();
        rows.table().each(copies, item -> sums.add(UsageRow.sum(rows.items().row(Noun.USAGE_RECORD, item))));
        return sums.all();
    }
}
