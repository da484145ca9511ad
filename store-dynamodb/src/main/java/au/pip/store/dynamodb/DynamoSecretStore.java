package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Secret;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.SecretStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of all secrets is the index's: a first one kept a moment ago may not be in it yet. */
final class DynamoSecretStore implements SecretStore {
    private final StoredRows rows;

    DynamoSecretStore(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Secret> find(AccountId account, String kind, String owner) {
        return rows.find(key(account, kind, owner)).map(DynamoSecretStore::secret);
    }

    @Override
    public boolean put(AccountId account, String kind, String owner, long expected, String sealed) {
        Row row = RowOf.of(Noun.SECRET, account.value(), kind, owner, sealed, expected + 1);
        Condition condition = expected == 0 ? Condition.absent() : Condition.equal("version", expected);
        return rows.replacement().put(row, condition);
    }

    @Override
    public boolean remove(AccountId account, String kind, String owner) {
        return rows.replacement().remove(Noun.SECRET, key(account, kind, owner), Condition.exists());
    }

    @Override
    public Page<Owned> page(@Nullable String cursor, int limit) {
        Page<Row> page = rows.page(Query.ofIndex(Lists.SECRETS), "secrets", cursor, limit);
        return new Page<>(
                page.items().stream()
                        .map(row -> new Owned(new AccountId(row.text("account_id")), secret(row)))
                        .toList(),
                page.next());
    }

    private static Key key(AccountId account, String kind, String owner) {
        return Keys.of(account, Noun.SECRET, kind, owner);
    }

    private static Secret secret(Row row) {
        return new Secret(row.text("kind"), row.text("owner"), row.text("sealed"), row.number("version"));
    }
}
