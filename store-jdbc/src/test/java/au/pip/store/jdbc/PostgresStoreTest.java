package au.pip.store.jdbc;

import au.pip.assistant.store.StoreContract;
import au.pip.assistant.store.Stores;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class PostgresStoreTest extends StoreContract {
    private final PostgresServer server = server();
    private final Map<String, String> urls = new HashMap<>();

    PostgresServer server() {
        return PostgresServer.newest();
    }

    @Override
    protected Stores open(String name) {
        return JdbcStores.openPostgres(urls.computeIfAbsent(name, _ -> server.preparedDatabase()));
    }

    @AfterEach
    void giveBack() {
        // Before the stores are closed: nobody is at work any more.
        urls.values().forEach(server::giveBack);
    }
}
