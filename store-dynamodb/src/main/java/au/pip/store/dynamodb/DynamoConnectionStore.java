package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.store.ConnectionStore;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class DynamoConnectionStore implements ConnectionStore {
    private final StoredRows rows;

    DynamoConnectionStore(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public void put(AccountId account, Connection connection) {
        rows.replacement().put(row(account, connection));
    }

    @Override
    public Optional<Connection> find(AccountId account, String connectionId) {
        return rows.find(key(account, connectionId)).map(DynamoConnectionStore::connection);
    }

    @Override
    public List<Connection> all(AccountId account) {
        List<Connection> all = new ArrayList<>();
        rows.table()
                .each(
                        Query.of(Keys.accountPartition(account))
                                .beginning(Keys.of(account, Noun.CONNECTION, "").sort()),
                        item -> all.add(connection(rows.items().row(item))));
        return all;
    }

    @Override
    public boolean choose(AccountId account, String connectionId, Instant at) {
        return rows.find(key(account, connectionId))
                .filter(row -> change(row, row.with("chosen_at", at.toEpochMilli()), Condition.exists()))
                .isPresent();
    }

    @Override
    public int needSignIn(AccountId account, String signInId, Instant at) {
        int changed = 0;
        for (Connection connection : all(account)) {
            if (connection.signInId().equals(signInId) && connection.state() == Connection.State.CONNECTED) {
                changed += needSignIn(account, connection, at) ? 1 : 0;
            }
        }
        return changed;
    }

    private boolean needSignIn(AccountId account, Connection connection, Instant at) {
        Condition sameSignIn =
                Condition.any(Condition.equal("sign_in_id", connection.signInId()), Condition.lacks("sign_in_id"));
        Row row = row(account, connection);
        Row after = row.with("state", Word.of(Connection.State.RECONNECT)).with("updated_at", at.toEpochMilli());
        return change(
                row, after, Condition.all(sameSignIn, Condition.equal("state", Word.of(Connection.State.CONNECTED))));
    }

    private boolean change(Row before, Row after, Condition condition) {
        return rows.table().write(rows.change(before, after, condition)).isDone();
    }

    @Override
    public boolean remove(AccountId account, String connectionId) {
        return rows.replacement().remove(Noun.CONNECTION, key(account, connectionId), Condition.exists());
    }

    private static Key key(AccountId account, String connectionId) {
        return Keys.of(account, Noun.CONNECTION, connectionId);
    }

    private static Row row(AccountId account, Connection connection) {
        return RowOf.of(
                Noun.CONNECTION,
                account.value(),
                connection.id(),
                connection.organisationId(),
                connection.organisationName(),
                Word.of(connection.state()),
                connection.scopes().stream().sorted().collect(Collectors.joining(" ")),
                connection.createdAt().toEpochMilli(),
                connection.updatedAt().toEpochMilli(),
                connection.signInId(),
                connection.linkId(),
                connection.chosenAt() == null ? null : connection.chosenAt().toEpochMilli());
    }

    private static Connection connection(Row row) {
        String scopes = row.text("scopes");
        return new Connection(
                row.text("id"),
                row.text("organisation_id"),
                row.text("organisation_name"),
                Word.read(row.text("state"), Connection.State.class),
                scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" ")),
                row.value("sign_in_id") instanceof String signIn ? signIn : row.text("id"),
                row.value("link_id") instanceof String link ? link : null,
                row.value("chosen_at") instanceof Long chosen ? Instant.ofEpochMilli(chosen) : null,
                RowOf.time(row, "created_at"),
                RowOf.time(row, "updated_at"));
    }
}
