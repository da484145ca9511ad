package au.pip.store.jdbc;

import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.ElsewhereContract;
import org.junit.jupiter.api.AfterEach;

class PostgresElsewhereTest extends ElsewhereContract {
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
