package au.pip.store.jdbc;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.store.AccountStore;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.spi.Cursor;
import au.pip.assistant.store.spi.Limit;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class JdbcAccountStore implements AccountStore {
    private static final String LIST = "accounts";

    private final Database database;

    JdbcAccountStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean create(Account account) {
        return database.write(handle -> handle.createUpdate("""
                                INSERT INTO account (account_id, name, created_at)
                                VALUES (:account, :name, :createdAt)
                                ON CONFLICT (account_id) DO NOTHING
                                """)
                        .bind("account", account.id().value())
                        .bind("name", account.name())
                        .bind("createdAt", account.createdAt().toEpochMilli())
                        .execute())
                > 0;
    }

    @Override
    public Optional<Account> find(AccountId account) {
        return database.read(handle -> handle.createQuery("""
                        SELECT account_id, name, created_at FROM account WHERE account_id = :account
                        """)
                .bind("account", account.value())
                .map(Columns.read(JdbcAccountStore::account))
                .findOne());
    }

    @Override
    public boolean rename(AccountId account, String name) {
        return database.write(
                        handle -> handle.createUpdate("UPDATE account SET name = :name WHERE account_id = :account")
                                .bind("name", name)
                                .bind("account", account.value())
                                .execute())
                > 0;
    }

    @Override
    public Page<Account> page(@Nullable String cursor, int limit) {
        Limit rows = new Limit(limit).atMost(100);
        List<Account> found = cursor == null ? first(rows) : after(Cursor.place(LIST, cursor), rows);
        return rows.page(found, last -> Cursor.at(LIST, last.id().value()));
    }

    private List<Account> first(Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT account_id, name, created_at FROM account
                        ORDER BY account_id
                        LIMIT :limit
                        """)
                .bind("limit", rows.andOneMore())
                .map(Columns.read(JdbcAccountStore::account))
                .list());
    }

    private List<Account> after(String id, Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT account_id, name, created_at FROM account
                        WHERE account_id > :id
                        ORDER BY account_id
                        LIMIT :limit
                        """)
                .bind("id", id)
                .bind("limit", rows.andOneMore())
                .map(Columns.read(JdbcAccountStore::account))
                .list());
    }

    private static Account account(Columns row) throws SQLException {
        return new Account(new AccountId(row.text("account_id")), row.text("name"), row.time("created_at"));
    }
}
