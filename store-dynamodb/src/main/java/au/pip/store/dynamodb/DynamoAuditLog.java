package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.store.AuditLog;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Row;
import org.jspecify.annotations.Nullable;

final class DynamoAuditLog implements AuditLog {
    private final StoredRows rows;

    DynamoAuditLog(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public void append(AccountId account, AuditEntry entry) {
        rows.add(RowOf.of(
                Noun.AUDIT_ENTRY,
                account.value(),
                entry.id(),
                entry.at().toEpochMilli(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.detail()));
    }

    @Override
    public Page<AuditEntry> page(AccountId account, @Nullable String cursor, int limit) {
        Page<Row> page =
                rows.page(Query.of(Lists.audit(account)).latestFirst(), "audit of " + account.value(), cursor, limit);
        return new Page<>(page.items().stream().map(DynamoAuditLog::entry).toList(), page.next());
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.text("id"),
                RowOf.time(row, "at"),
                row.text("actor"),
                row.text("action"),
                row.text("subject"),
                row.text("detail"));
    }
}
