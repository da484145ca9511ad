package au.pip.store.jdbc;

import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.StoredRepliesContract;
import org.junit.jupiter.api.AfterEach;

class PostgresStoredRepliesTest extends StoredRepliesContract {
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
