package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.FoundEntry;
import au.pip.assistant.store.EntryStore;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.spi.Limit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Entries are in the order of their sequence, whatever their times say. */
final class DynamoEntryStore implements EntryStore {
    private final StoredRows rows;
    private final EntrySearch search;

    DynamoEntryStore(StoredRows rows) {
        this.rows = rows;
        this.search = new EntrySearch(rows);
    }

    @Override
    public Page<Entry> page(AccountId account, String conversationId, @Nullable String cursor, int limit) {
        Limit most = new Limit(limit).atMost(100);
        String list = "entries of " + account.value() + " in " + conversationId;
        String after = cursor == null ? Keys.entrySort(Long.MIN_VALUE) : TableCursor.place(list, cursor);
        Page<Map<String, AttributeValue>> page = most.page(
                rows.table().first(entries(account, conversationId, after + "$"), Math.toIntExact(most.andOneMore())),
                last -> TableCursor.at(list, Key.of(last).sort()));
        return new Page<>(page.items().stream().map(this::entry).toList(), page.next());
    }

    @Override
    public List<Entry> latest(AccountId account, String conversationId, int limit) {
        return rows
                .table()
                .first(
                        entries(account, conversationId, Keys.entrySort(Long.MIN_VALUE))
                                .latestFirst(),
                        new Limit(limit).rows())
                .reversed()
                .stream()
                .map(this::entry)
                .toList();
    }

    /** @param from a sort key, or what is above one and below the next */
    private static Query entries(AccountId account, String conversationId, String from) {
        return Query.of(Keys.conversationPartition(account, conversationId))
                .between(from, Keys.entrySort(Long.MAX_VALUE));
    }

    private Entry entry(Map<String, AttributeValue> item) {
        return EntryRow.entry(rows.items().row(item));
    }

    @Override
    public Page<FoundEntry> search(AccountId account, String query, @Nullable String cursor, int limit) {
        Page<Row> page = search.page(account, query, cursor, new Limit(limit).atMost(100));
        return new Page<>(
                page.items().stream()
                        .map(row -> new FoundEntry(row.text("conversation_id"), EntryRow.entry(row)))
                        .toList(),
                page.next());
    }
}
