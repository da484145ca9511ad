package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.UsageStore;
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
        UsageSums sums = new UsageSums();
        rows.table().each(copies, item -> sums.add(UsageRow.sum(rows.items().row(Noun.USAGE_RECORD, item))));
        return sums.all();
    }
}
