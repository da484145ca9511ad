package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.CallStore;
import java.util.Optional;

final class JdbcCallStore implements CallStore {
    private final Database database;

    JdbcCallStore(Database database) {
        this.database = database.urgent();
    }

    @Override
    public Optional<Counted> find(AccountId account, String organisationId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT counted, version FROM call_count
                        WHERE account_id = :account AND organisation_id = :organisation
                        """)
                .bind("account", account.value())
                .bind("organisation", organisationId)
                .map(Columns.read(row -> new Counted(row.text("counted"), row.number("version"))))
                .findOne());
    }

    @Override
    public boolean replace(AccountId account, String organisationId, long version, String text) {
        String statement = version == 0 ? """
                        INSERT INTO call_count (account_id, organisation_id, counted, version)
                        VALUES (:account, :organisation, :counted, :version + 1)
                        ON CONFLICT (account_id, organisation_id) DO NOTHING
                        """ : """
                        UPDATE call_count SET counted = :counted, version = version + 1
                        WHERE account_id = :account AND organisation_id = :organisation AND version = :version
                        """;
        return database.write(handle -> handle.createUpdate(statement)
                        .bind("account", account.value())
                        .bind("organisation", organisationId)
                        .bind("counted", text)
                        .bind("version", version)
                        .execute())
                > 0;
    }
}
