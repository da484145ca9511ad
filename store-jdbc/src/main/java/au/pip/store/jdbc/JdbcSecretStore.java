package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Secret;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.SecretStore;
import au.pip.assistant.store.spi.Cursor;
import au.pip.assistant.store.spi.Limit;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class JdbcSecretStore implements SecretStore {
    private static final String LIST = "secrets";

    private final Database database;

    JdbcSecretStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Secret> find(AccountId account, String kind, String owner) {
        return database.read(handle -> handle.createQuery("""
                        SELECT kind, owner, sealed, version FROM secret
                        WHERE account_id = :account AND kind = :kind AND owner = :owner
                        """)
                .bind("account", account.value())
                .bind("kind", kind)
                .bind("owner", owner)
                .map(Columns.read(JdbcSecretStore::secret))
                .findOne());
    }

    @Override
    public boolean put(AccountId account, String kind, String owner, long expected, String sealed) {
        String statement = expected == 0 ? """
                INSERT INTO secret (account_id, kind, owner, sealed, version)
                VALUES (:account, :kind, :owner, :sealed, :expected + 1)
                ON CONFLICT (account_id, kind, owner) DO NOTHING
                """ : """
                UPDATE secret SET sealed = :sealed, version = version + 1
                WHERE account_id = :account AND kind = :kind AND owner = :owner AND version = :expected
                """;
        return database.write(handle -> handle.createUpdate(statement)
                        .bind("account", account.value())
                        .bind("kind", kind)
                        .bind("owner", owner)
                        .bind("expected", expected)
                        .bind("sealed", sealed)
                        .execute())
                > 0;
    }

    @Override
    public boolean remove(AccountId account, String kind, String owner) {
        return database.write(handle -> handle.createUpdate("""
                                DELETE FROM secret
                                WHERE account_id = :account AND kind = :kind AND owner = :owner
                                """)
                        .bind("account", account.value())
                        .bind("kind", kind)
                        .bind("owner", owner)
                        .execute())
                > 0;
    }

    @Override
    public Page<Owned> page(@Nullable String cursor, int limit) {
        Limit rows = new Limit(limit).atMost(100);
        List<Owned> found = cursor == null ? first(rows) : after(Place.of(Cursor.place(LIST, cursor)), rows);
        return rows.page(found, last -> Cursor.at(LIST, Place.of(last).text()));
    }

    private List<Owned> first(Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT account_id, kind, owner, sealed, version FROM secret
                        ORDER BY account_id, kind, owner
                        LIMIT :limit
                        """)
                .bind("limit", rows.andOneMore())
                .map(Columns.read(JdbcSecretStore::owned))
                .list());
    }

    private List<Owned> after(Place place, Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT account_id, kind, owner, sealed, version FROM secret
                        WHERE (account_id, kind, owner) > (:account, :kind, :owner)
                        ORDER BY account_id, kind, owner
                        LIMIT :limit
                        """)
                .bind("account", place.account())
                .bind("kind", place.kind())
                .bind("owner", place.owner())
                .bind("limit", rows.andOneMore())
                .map(Columns.read(JdbcSecretStore::owned))
                .list());
    }

    private static Owned owned(Columns row) throws SQLException {
        return new Owned(new AccountId(row.text("account_id")), secret(row));
    }

    private static Secret secret(Columns row) throws SQLException {
        return new Secret(row.text("kind"), row.text("owner"), row.text("sealed"), row.number("version"));
    }

    private record Place(String account, String kind, String owner) {
        static Place of(Owned last) {
            return new Place(
                    last.account().value(), last.secret().kind(), last.secret().owner());
        }

        static Place of(String text) {
            String[] parts = text.split(" ", 3);
            int account = Integer.parseInt(parts[0]);
            int kind = account + Integer.parseInt(parts[1]);
            return new Place(
                    parts[2].substring(0, account), parts[2].substring(account, kind), parts[2].substring(kind));
        }

        /** Any of them may have spaces in it, so their lengths come first. */
        String text() {
            return account.length() + " " + kind.length() + " " + account + kind + owner;
        }
    }
}
