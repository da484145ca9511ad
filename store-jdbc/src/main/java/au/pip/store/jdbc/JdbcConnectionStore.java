package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.store.ConnectionStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

final class JdbcConnectionStore implements ConnectionStore {
    private final Database database;

    JdbcConnectionStore(Database database) {
        this.database = database;
    }

    @Override
    public void put(AccountId account, Connection connection) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO connection (
                            account_id, id, organisation_id, organisation_name, state, scopes, created_at, updated_at,
                            sign_in_id, link_id, chosen_at)
                        VALUES (
                            :account, :id, :organisation, :organisationName, :state, :scopes, :createdAt, :updatedAt,
                            :signIn, :link, :chosenAt)
                        ON CONFLICT (account_id, id) DO UPDATE
                        SET organisation_id = excluded.organisation_id,
                            organisation_name = excluded.organisation_name,
                            state = excluded.state,
                            scopes = excluded.scopes,
                            created_at = excluded.created_at,
                            updated_at = excluded.updated_at,
                            sign_in_id = excluded.sign_in_id,
                            link_id = excluded.link_id,
                            chosen_at = excluded.chosen_at
                        """)
                .bind("account", account.value())
                .bind("id", connection.id())
                .bind("organisation", connection.organisationId())
                .bind("organisationName", connection.organisationName())
                .bind("state", Columns.word(connection.state()))
                .bind("scopes", String.join(" ", new TreeSet<>(connection.scopes())))
                .bind("createdAt", connection.createdAt().toEpochMilli())
                .bind("updatedAt", connection.updatedAt().toEpochMilli())
                .bind("signIn", connection.signInId())
                .bind("link", connection.linkId())
                .bind("chosenAt", milliseconds(connection.chosenAt()))
                .execute());
    }

    @Override
    public Optional<Connection> find(AccountId account, String connectionId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, organisation_id, organisation_name, state, scopes, created_at, updated_at,
                            sign_in_id, link_id, chosen_at
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
                        SELECT id, organisation_id, organisation_name, state, scopes, created_at, updated_at,
                            sign_in_id, link_id, chosen_at
                        FROM connection
                        WHERE account_id = :account
                        ORDER BY id
                        """)
                .bind("account", account.value())
                .map(Columns.read(JdbcConnectionStore::connection))
                .list());
    }

    @Override
    public boolean choose(AccountId account, String connectionId, Instant at) {
        return database.write(handle -> handle.createUpdate("""
                                UPDATE connection SET chosen_at = :at WHERE account_id = :account AND id = :id
                                """)
                        .bind("account", account.value())
                        .bind("id", connectionId)
                        .bind("at", at.toEpochMilli())
                        .execute())
                > 0;
    }

    @Override
    public int needSignIn(AccountId account, String signInId, Instant at) {
        return database.write(handle -> handle.createUpdate("""
                        UPDATE connection SET state = :reconnect, updated_at = :at
                        WHERE account_id = :account AND COALESCE(sign_in_id, id) = :signIn AND state = :connected
                        """)
                .bind("account", account.value())
                .bind("signIn", signInId)
                .bind("at", at.toEpochMilli())
                .bind("reconnect", Columns.word(Connection.State.RECONNECT))
                .bind("connected", Columns.word(Connection.State.CONNECTED))
                .execute());
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
        String id = row.text("id");
        String scopes = row.text("scopes");
        return new Connection(
                id,
                row.text("organisation_id"),
                row.text("organisation_name"),
                row.word("state", Connection.State.class),
                scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" ")),
                Objects.requireNonNullElse(row.textIfAny("sign_in_id"), id),
                row.textIfAny("link_id"),
                row.timeIfAny("chosen_at"),
                row.time("created_at"),
                row.time("updated_at"));
    }

    private static @Nullable Long milliseconds(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
