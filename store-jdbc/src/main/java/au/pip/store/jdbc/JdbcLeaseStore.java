package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Lease;
import au.pip.assistant.store.LeaseStore;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A lease that was given back keeps its row, for its number's sake; its holder is empty. */
final class JdbcLeaseStore implements LeaseStore {
    private static final String FIND = """
            SELECT name, holder, number, until FROM lease
            WHERE account_id = :account AND name = :name
            """;

    private final Database database;

    JdbcLeaseStore(Database database) {
        this.database = database.urgent();
    }

    @Override
    public Optional<Lease> take(AccountId account, String name, String holder, Instant now, Instant until) {
        if (holder.isEmpty()) {
            throw new IllegalArgumentException("A lease needs a holder.");
        }
        Instant kept = until.truncatedTo(ChronoUnit.MILLIS);
        return database.write(handle -> {
            Optional<Lease> found = find(handle, account, name, FIND + "<locked>");
            if (found.isEmpty()) {
                Lease first = new Lease(name, holder, 1, kept);
                insert(handle, account, first);
                return Optional.of(first);
            }
            Lease last = found.get();
            boolean own = last.holder().equals(holder);
            if (!own && !last.holder().isEmpty() && now.isBefore(last.until())) {
                return Optional.empty();
            }
            Lease taken = new Lease(name, holder, own ? last.number() : last.number() + 1, kept);
            update(handle, account, taken);
            return Optional.of(taken);
        });
    }

    @Override
    public boolean release(AccountId account, String name, String holder) {
        return database.write(handle -> handle.createUpdate("""
                                UPDATE lease SET holder = '', until = 0
                                WHERE account_id = :account AND name = :name AND holder = :holder AND holder <> ''
                                """)
                        .bind("account", account.value())
                        .bind("name", name)
                        .bind("holder", holder)
                        .execute())
                > 0;
    }

    @Override
    public Optional<Lease> find(AccountId account, String name) {
        return database.read(handle -> find(handle, account, name, FIND))
                .filter(lease -> !lease.holder().isEmpty());
    }

    private static Optional<Lease> find(Handle handle, AccountId account, String name, String query) {
        return handle.createQuery(query)
                .bind("account", account.value())
                .bind("name", name)
                .map(Columns.read(JdbcLeaseStore::lease))
                .findOne();
    }

    @Override
    public List<Lease> named(AccountId account, String prefix) {
        Optional<String> beyond = beyond(prefix);
        return database.read(handle -> {
            Query query = handle.createQuery("""
                            SELECT name, holder, number, until FROM lease
                            WHERE account_id = :account AND name >= :prefix <andBelow>
                                AND SUBSTR(name, 1, LENGTH(:prefix)) = :prefix AND holder <> ''
                            ORDER BY name
                            """)
                    .define("andBelow", beyond.isPresent() ? "AND name < :beyond" : "")
                    .bind("account", account.value())
                    .bind("prefix", prefix);
            beyond.ifPresent(text -> query.bind("beyond", text));
            return query.map(Columns.read(JdbcLeaseStore::lease)).list();
        });
    }

    /** The first text after all that begin so; empty where that takes more than the next of an ordinary character. */
    private static Optional<String> beyond(String prefix) {
        int last = prefix.isEmpty() ? 0 : prefix.charAt(prefix.length() - 1);
        return last >= ' ' && last < '~'
                ? Optional.of(prefix.substring(0, prefix.length() - 1) + (char) (last + 1))
                : Optional.empty();
    }

    private static void insert(Handle handle, AccountId account, Lease lease) {
        handle.createUpdate("""
                        INSERT INTO lease (account_id, name, holder, number, until)
                        VALUES (:account, :name, :holder, :number, :until)
                        """)
                .bind("account", account.value())
                .bind("name", lease.name())
                .bind("holder", lease.holder())
                .bind("number", lease.number())
                .bind("until", lease.until().toEpochMilli())
                .execute();
    }

    private static void update(Handle handle, AccountId account, Lease lease) {
        handle.createUpdate("""
                        UPDATE lease SET holder = :holder, number = :number, until = :until
                        WHERE account_id = :account AND name = :name
                        """)
                .bind("holder", lease.holder())
                .bind("number", lease.number())
                .bind("until", lease.until().toEpochMilli())
                .bind("account", account.value())
                .bind("name", lease.name())
                .execute();
    }

    private static Lease lease(Columns row) throws SQLException {
        return new Lease(row.text("name"), row.text("holder"), row.number("number"), row.time("until"));
    }
}
