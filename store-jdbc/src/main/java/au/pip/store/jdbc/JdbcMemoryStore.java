package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Memory;
import au.pip.assistant.store.MemoryStore;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean replace(AccountId account, @Nullable Memory seen, Memory memory) {
        String statement = seen == null ? """
                INSERT INTO memory (account_id, text, updated_at)
                VALUES (:account, :text, :updatedAt)
                ON CONFLICT (account_id) DO NOTHING
                """ : """
                UPDATE memory SET text = :text, updated_at = :updatedAt
                WHERE account_id = :account AND updated_at = :seenAt
                """;
        return database.write(handle -> {
                    Update update = handle.createUpdate(statement)
                            .bind("account", account.value())
                            .bind("text", memory.text())
                            .bind("updatedAt", memory.updatedAt().toEpochMilli());
                    return (seen == null
                                    ? update
                                    : update.bind("seenAt", seen.updatedAt().toEpochMilli()))
                            .execute();
                })
                > 0;
    }
}
