package au.pip.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.KillContract;
import au.pip.assistant.store.Opening;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.StoresOpener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteKillTest extends KillContract {
    @TempDir
    private Path folder;

    static final class Opener implements StoresOpener {
        @Override
        public Stores open(List<String> arguments) {
            return JdbcStores.openSqlite(Path.of(arguments.getFirst()));
        }
    }

    @Override
    protected Opening database(String name) {
        return new Opening(Opener.class, List.of(folder.resolve(name + ".db").toString()));
    }

    @Override
    protected void assertSound(Opening opening) {
        Path file = Path.of(opening.arguments().getFirst());
        try (Database database = SqliteOpening.open(file, Duration.ofSeconds(1))) {
            for (String check : List.of("PRAGMA integrity_check", "PRAGMA foreign_key_check")) {
                List<String> found = database.read(
                        handle -> handle.createQuery(check).mapTo(String.class).list());
                assertThat(found).as(check).isSubsetOf("ok");
            }
            database.write(
                    handle -> handle.execute("INSERT INTO entry_search (entry_search) VALUES ('integrity-check')"));
            assertThat(SearchRows.wrong(database)).isEmpty();
        }
    }
}
