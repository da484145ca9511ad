package au.pip.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.KillContract;
import au.pip.assistant.store.Opening;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.StoresOpener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PostgresKillTest extends KillContract {
    private final PostgresServer server = PostgresServer.newest();
    private final List<String> urls = new ArrayList<>();

    static final class Opener implements StoresOpener {
        @Override
        public Stores open(List<String> arguments) {
            return JdbcStores.openPostgres(arguments.getFirst());
        }
    }

    @Override
    protected Opening database(String name) {
        urls.add(server.preparedDatabase());
        return new Opening(Opener.class, List.of(urls.getLast()));
    }

    @Override
    protected void assertSound(Opening opening) {
        try (Database database = PostgresOpening.open(opening.arguments().getFirst())) {
            assertThat(SearchRows.wrong(database)).isEmpty();
        }
    }

    @AfterEach
    void drop() {
        urls.forEach(server::drop);
    }
}
