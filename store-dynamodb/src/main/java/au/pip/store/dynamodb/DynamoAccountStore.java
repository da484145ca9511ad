package au.pip.store.dynamodb;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.store.AccountStore;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Row;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of all accounts is the index's: one made a moment ago may not be in it yet. */
final class DynamoAccountStore implements AccountStore {
    private final StoredRows rows;

    DynamoAccountStore(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean create(Account account) {
        return rows.add(RowOf.of(
                Noun.ACCOUNT,
                account.id().value(),
                account.name(),
                account.createdAt().toEpochMilli()));
    }

    @Override
    public Optional<Account> find(AccountId account) {
        return rows.find(Keys.account(account)).map(DynamoAccountStore::account);
    }

    @Override
    public boolean rename(AccountId account, String name) {
        return rows.replacement().change(Noun.ACCOUNT, Keys.account(account), Map.of("name", name));
    }

    @Override
    public Page<Account> page(@Nullable String cursor, int limit) {
        Page<Row> page = rows.page(Query.ofIndex(Lists.ACCOUNTS), "accounts", cursor, limit);
        return new Page<>(page.items().stream().map(DynamoAccountStore::account).toList(), page.next());
    }

    private static Account account(Row row) {
        return new Account(new AccountId(row.text("account_id")), row.text("name"), RowOf.time(row, "created_at"));
    }
}
