package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.store.ConnectionStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

final class JdbcConnectionStore implements ConnectionStore {
    private final Database database;

    JdbcConnectionStore(Database database) {
        this.database = database;
    }

    @Override
    public void put(AccountId account, Connection connection) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO connection (
                            account_id, id, organisation_id, organisation_name, state, scopes, created_at, updated_at)
                        VALUES (
                            :account, :id, :organisation, :organisationName, :state, :scopes, :createdAt, :updatedAt)
                        ON CONFLICT (account_id, id) DO UPDATE
                        SET organisation_id = excluded.organisation_id,
                            organisation_name = excluded.organisation_name,
                            state = excluded.state,
                            scopes = excluded.scopes,
                            created_at = excluded.created_at,
                            updated_at = excluded.updated_at
                        """)
                .bind("account", account.value())
                .bind("id", connection.id())
                .bind("organisation", connection.organisationId())
                .bind("organisationName", connection.organisationName())
                .bind("state", Columns.word(connection.state()))
                .bind("scopes", String.join(" ", new TreeSet<>(connection.scopes())))
                .bind("createdAt", connection.createdAt().toEpochMilli())
                .bind("updatedAt", connection.updatedAt().toEpochMilli())
                .execute());
    }

    @Override
    public Optional<Connection> find(AccountId account, String connectionId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, organisation_id, organisation_name, state, scopes, created_at, updated_at
                        FROM connection
                        WHERE account_id = :account AND id = :id
                        """)
                .bind("account", account.value())
                .bind("id", connectionId)
                .map(Columns.read(JdbcConnectionStore::connection))
                .findOne());
    }

    @Override
    public List<Connection> all(AccountId account) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, organisation_id, organisation_name, state, scopes, created_at, updated_at
                        FROM connection
                        WHERE account_id = :account
                        ORDER BY id
                        """)
                .bind("account", account.value())
                .map(Columns.read(JdbcConnectionStore::connection))
                .list());
    }

    @Override
    public boolean remove(AccountId account, String connectionId) {
        return database.write(
                        handle -> handle.createUpdate("DELETE FROM connection WHERE account_id = :account AND id = :id")
                                .bind("account", account.value())
                                .bind("id", connectionId)
                                .execute())
                > 0;
    }

    private static Connection connection(Columns row) throws SQLException {
        String scopes = row.text("scopes");
        return new Connection(
                row.text("id"),
                row.text("organisation_id"),
                row.text("organisation_name"),
                row.word("state", Connection.State.class),
                scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" ")),
                row.time("created_at"),
                row.time("updated_at"));
    }
}
