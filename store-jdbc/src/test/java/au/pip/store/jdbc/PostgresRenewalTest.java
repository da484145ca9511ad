package au.pip.store.jdbc;

import au.pip.assistant.store.Opening;
import au.pip.assistant.xero.RenewalContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PostgresRenewalTest extends RenewalContract {
    private final PostgresServer server = PostgresServer.newest();
    private final List<String> urls = new ArrayList<>();

    @Override
    protected Opening database(String name) {
        urls.add(server.preparedDatabase());
        return new Opening(PostgresKillTest.Opener.class, List.of(urls.getLast()));
    }

    @AfterEach
    void drop() {
        urls.forEach(server::drop);
    }
}
