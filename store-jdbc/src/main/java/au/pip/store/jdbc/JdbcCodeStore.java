package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.CodeStore;
import java.time.Instant;
import java.util.Optional;

final class JdbcCodeStore implements CodeStore {
    private final Database database;

    JdbcCodeStore(Database database) {
        this.database = database;
    }

    @Override
    public void put(AccountId account, Code code) {
        int kept = database.write(handle -> handle.createUpdate("""
                        INSERT INTO code (account_id, kind, hash, payload, expires_at, used)
                        VALUES (:account, :kind, :hash, :payload, :expiresAt, 0)
                        ON CONFLICT (account_id, kind, hash) DO NOTHING
                        """)
                .bind("account", account.value())
                .bind("kind", code.kind())
                .bind("hash", code.hash())
                .bind("payload", code.payload())
                .bind("expiresAt", code.expiresAt().toEpochMilli())
                .execute());
        if (kept == 0) {
            throw new IllegalArgumentException("There is already such a code of kind " + code.kind() + ".");
        }
    }

    @Override
    public Optional<String> consume(AccountId account, String kind, String hash, Instant now) {
        return database.write(handle -> handle.createQuery("""
                        UPDATE code SET used = 1
                        WHERE account_id = :account AND kind = :kind AND hash = :hash
                            AND used = 0 AND expires_at > :now
                        RETURNING payload
                        """)
                .bind("account", account.value())
                .bind("kind", kind)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .map(Columns.read(row -> row.text("payload")))
                .findOne());
    }

    @Override
    public int forget(Instant expiredBefore) {
        return database.write(handle -> handle.createUpdate("DELETE FROM code WHERE expires_at < :before")
                .bind("before", expiredBefore.toEpochMilli())
                .execute());
    }
}
