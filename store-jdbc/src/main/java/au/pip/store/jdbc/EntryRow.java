package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** An entry and its place in the conversation. */
record EntryRow(long sequence, Entry entry) {
    static EntryRow of(Row row) throws SQLException {
        Entry entry = new Entry(
                row.text("id"),
                row.word("kind", Entry.Kind.class),
                row.text("run_id"),
                row.text("text"),
                row.text("detail"),
                row.time("at"));
        return new EntryRow(row.number("sequence"), entry);
    }

    /** Adds the entry as the conversation's last, and makes its time the conversation's. */
    static void add(Handle handle, AccountId account, String conversationId, Entry entry) {
        handle.createUpdate("""
                        INSERT INTO entry (account_id, conversation_id, sequence, id, run_id, kind, text, detail, at)
                        VALUES (
                            :account,
                            :conversation,
                            (SELECT COALESCE(MAX(sequence), 0) + 1 FROM entry
                                WHERE account_id = :account AND conversation_id = :conversation),
                            :id, :run, :kind, :text, :detail, :at)
                        """)
                .bind("account", account.value())
                .bind("conversation", conversationId)
                .bind("id", entry.id())
                .bind("run", entry.runId())
                .bind("kind", Row.word(entry.kind()))
                .bind("text", entry.text())
                .bind("detail", entry.detail())
                .bind("at", entry.at().toEpochMilli())
                .execute();
        handle.createUpdate("""
                        UPDATE conversation SET updated_at = :at
                        WHERE account_id = :account AND id = :conversation
                        """)
                .bind("at", entry.at().toEpochMilli())
                .bind("account", account.value())
                .bind("conversation", conversationId)
                .execute();
    }
}
