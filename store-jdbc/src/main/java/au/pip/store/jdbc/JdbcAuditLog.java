package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.store.AuditLog;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.spi.Cursor;
import au.pip.assistant.store.spi.Limit;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class JdbcAuditLog implements AuditLog {
    private final Database database;

    JdbcAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public void append(AccountId account, AuditEntry entry) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO audit_entry (account_id, id, at, actor, action, subject, detail)
                        VALUES (:account, :id, :at, :actor, :action, :subject, :detail)
                        ON CONFLICT (account_id, id) DO NOTHING
                        """)
                .bind("account", account.value())
                .bind("id", entry.id())
                .bind("at", entry.at().toEpochMilli())
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bind("subject", entry.subject())
                .bind("detail", entry.detail())
                .execute());
    }

    @Override
    public Page<AuditEntry> page(AccountId account, @Nullable String cursor, int limit) {
        Limit rows = new Limit(limit).atMost(100);
        String list = "audit of " + account.value();
        List<AuditEntry> found =
                cursor == null ? first(account, rows) : below(TimePlace.of(Cursor.place(list, cursor)), account, rows);
        return rows.page(found, last -> Cursor.at(list, new TimePlace(last.at().toEpochMilli(), last.id()).text()));
    }

    private List<AuditEntry> first(AccountId account, Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, at, actor, action, subject, detail FROM audit_entry
                        WHERE account_id = :account
                        ORDER BY at DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("account", account.value())
                .bind("limit", rows.andOneMore())
                .map(Columns.read(JdbcAuditLog::entry))
                .list());
    }

    private List<AuditEntry> below(TimePlace place, AccountId account, Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, at, actor, action, subject, detail FROM audit_entry
                        WHERE account_id = :account AND (at, id) < (:at, :id)
                        ORDER BY at DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("account", account.value())
                .bind("at", place.time())
                .bind("id", place.id())
                .bind("limit", rows.andOneMore())
                .map(Columns.read(JdbcAuditLog::entry))
                .list());
    }

    private static AuditEntry entry(Columns row) throws SQLException {
        return new AuditEntry(
                row.text("id"),
                row.time("at"),
                row.text("actor"),
                row.text("action"),
                row.text("subject"),
                row.text("detail"));
    }
}
