package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.FoundEntry;
import au.pip.assistant.store.EntryStore;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.spi.Cursor;
import au.pip.assistant.store.spi.Limit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries are in the order of their sequence, whatever their times say. */
final class JdbcEntryStore implements EntryStore {
    private final Database database;

    JdbcEntryStore(Database database) {
        this.database = database;
    }

    @Override
    public Page<Entry> page(AccountId account, String conversationId, @Nullable String cursor, int limit) {
        Limit rows = new Limit(limit).atMost(100);
        String list = "entries of " + account.value() + " in " + conversationId;
        long above = cursor == null ? 0 : Long.parseLong(Cursor.place(list, cursor));
        Page<EntryRow> page = rows.page(
                after(account, conversationId, above, rows), last -> Cursor.at(list, Long.toString(last.sequence())));
        return new Page<>(entries(page.items()), page.next());
    }

    private List<EntryRow> after(AccountId account, String conversationId, long above, Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT sequence, id, kind, run_id, text, detail, at
                        FROM entry
                        WHERE account_id = :account AND conversation_id = :conversation AND sequence > :above
                        ORDER BY sequence
                        LIMIT :limit
                        """)
                .bind("account", account.value())
                .bind("conversation", conversationId)
                .bind("above", above)
                .bind("limit", rows.andOneMore())
                .map(Columns.read(EntryRow::of))
                .list());
    }

    @Override
    public List<Entry> latest(AccountId account, String conversationId, int limit) {
        List<EntryRow> latestFirst = database.read(handle -> handle.createQuery("""
                        SELECT sequence, id, kind, run_id, text, detail, at
                        FROM entry
                        WHERE account_id = :account AND conversation_id = :conversation
                        ORDER BY sequence DESC
                        LIMIT :limit
                        """)
                .bind("account", account.value())
                .bind("conversation", conversationId)
                .bind("limit", new Limit(limit).rows())
                .map(Columns.read(EntryRow::of))
                .list());
        return entries(latestFirst.reversed());
    }

    @Override
    public Page<FoundEntry> search(AccountId account, String query, @Nullable String cursor, int limit) {
        return SearchIndex.find(database, account, query, cursor, limit);
    }

    private static List<Entry> entries(List<EntryRow> rows) {
        return rows.stream().map(EntryRow::entry).toList();
    }
}
