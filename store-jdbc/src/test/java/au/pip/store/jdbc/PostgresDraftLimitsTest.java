package au.pip.store.jdbc;

import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.DraftLimitsContract;
import org.junit.jupiter.api.AfterEach;

class PostgresDraftLimitsTest extends DraftLimitsContract {
    private final PostgresServer server = PostgresServer.newest();
    private final String url = server.preparedDatabase();

    @Override
    protected Stores open() {
        return JdbcStores.openPostgres(url);
    }

    @AfterEach
    void drop() {
        server.drop(url);
    }
}
