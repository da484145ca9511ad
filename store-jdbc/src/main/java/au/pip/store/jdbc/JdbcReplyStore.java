package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.ReplyStore;
import java.time.Instant;
import java.util.Optional;

final class JdbcReplyStore implements ReplyStore {
    private final Database database;

    JdbcReplyStore(Database database) {
        this.database = database;
    }

    @Override
    public void put(AccountId account, String connectionId, String name, Reply reply) {
        if (reply.body().length > MOST_BYTES) {
            throw new IllegalArgumentException("A reply has at most " + MOST_BYTES + " bytes.");
        }
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO reply (account_id, connection_id, name, at, size, body)
                        VALUES (:account, :connection, :name, :at, :size, :body)
                        ON CONFLICT (account_id, connection_id, name)
                        DO UPDATE SET at = excluded.at, size = excluded.size, body = excluded.body
                        """)
                .bind("account", account.value())
                .bind("connection", connectionId)
                .bind("name", name)
                .bind("at", reply.at().toEpochMilli())
                .bind("size", reply.body().length)
                .bind("body", reply.body())
                .execute());
    }

    @Override
    public Optional<Reply> find(AccountId account, String connectionId, String name) {
        return database.read(handle -> handle.createQuery("""
                        SELECT at, body FROM reply
                        WHERE account_id = :account AND connection_id = :connection AND name = :name
                        """)
                .bind("account", account.value())
                .bind("connection", connectionId)
                .bind("name", name)
                .map(Columns.read(row -> new Reply(row.time("at"), row.bytes("body"))))
                .findOne());
    }

    @Override
    public long bytes(AccountId account, String connectionId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT COALESCE(SUM(size), 0) AS bytes FROM reply
                        WHERE account_id = :account AND connection_id = :connection
                        """)
                .bind("account", account.value())
                .bind("connection", connectionId)
                .map(Columns.read(row -> row.number("bytes")))
                .one());
    }

    @Override
    public int forget(AccountId account, String connectionId) {
        return database.write(handle -> handle.createUpdate("""
                        DELETE FROM reply WHERE account_id = :account AND connection_id = :connection
                        """)
                .bind("account", account.value())
                .bind("connection", connectionId)
                .execute());
    }

    @Override
    public int forget(Instant before) {
        return database.write(handle -> handle.createUpdate("DELETE FROM reply WHERE at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
