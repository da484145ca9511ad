package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Memory;
import au.pip.assistant.store.MemoryStore;
import java.util.Optional;

final class JdbcMemoryStore implements MemoryStore {
    private final Database database;

    JdbcMemoryStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Memory> find(AccountId account) {
        return database.read(handle -> handle.createQuery(
                        "SELECT text, updated_at FROM memory WHERE account_id = :account")
                .bind("account", account.value())
                .map(Columns.read(row -> new Memory(row.text("text"), row.time("updated_at"))))
                .findOne());
    }

    @Override
    public void put(AccountId account, Memory memory) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO memory (account_id, text, updated_at)
                        VALUES (:account, :text, :updatedAt)
                        ON CONFLICT (account_id) DO UPDATE
                        SET text = excluded.text, updated_at = excluded.updated_at
                        """)
                .bind("account", account.value())
                .bind("text", memory.text())
                .bind("updatedAt", memory.updatedAt().toEpochMilli())
                .execute());
    }
}
