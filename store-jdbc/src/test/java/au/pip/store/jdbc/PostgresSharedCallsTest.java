package au.pip.store.jdbc;

import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.SharedCallsContract;
import org.junit.jupiter.api.AfterEach;

class PostgresSharedCallsTest extends SharedCallsContract {
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
