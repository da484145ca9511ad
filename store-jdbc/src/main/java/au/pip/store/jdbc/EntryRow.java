package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.store.jdbc.SearchIndex.Said;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** An entry and its place in the conversation. */
record EntryRow(long sequence, Entry entry) {
    static EntryRow of(Columns row) throws SQLException {
        Entry entry = new Entry(
                row.text("id"),
                row.word("kind", Entry.Kind.class),
                row.text("run_id"),
                row.text("text"),
                row.text("detail"),
                row.time("at"));
        return new EntryRow(row.number("sequence"), entry);
    }

    /**
     * Adds the entry as the conversation's last, and makes its time the conversation's. The conversation's row is
     * written first: it is this transaction's from then on, and so is the next sequence.
     */
    static void add(Handle handle, AccountId account, String conversationId, Entry entry) {
        handle.createUpdate("""
                        UPDATE conversation SET updated_at = :at
                        WHERE account_id = :account AND id = :conversation
                        """)
                .bind("at", entry.at().toEpochMilli())
                .bind("account", account.value())
                .bind("conversation", conversationId)
                .execute();
        long sequence = next(handle, account, conversationId);
        handle.createUpdate("""
                        INSERT INTO entry (account_id, conversation_id, sequence, id, run_id, kind, text, detail, at)
                        VALUES (:account, :conversation, :sequence, :id, :run, :kind, :text, :detail, :at)
                        """)
                .bind("account", account.value())
                .bind("conversation", conversationId)
                .bind("sequence", sequence)
                .bind("id", entry.id())
                .bind("run", entry.runId())
                .bind("kind", Columns.word(entry.kind()))
                .bind("text", entry.text())
                .bind("detail", entry.detail())
                .bind("at", entry.at().toEpochMilli())
                .execute();
        SearchIndex.add(handle, List.of(new Said(account.value(), conversationId, sequence, entry.text())));
    }

    private static long next(Handle handle, AccountId account, String conversationId) {
        return handle.createQuery("""
                        SELECT COALESCE(MAX(sequence), 0) + 1 FROM entry
                        WHERE account_id = :account AND conversation_id = :conversation
                        """)
                .bind("account", account.value())
                .bind("conversation", conversationId)
                .mapTo(Long.class)
                .one();
    }
}
