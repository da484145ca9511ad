package au.pip.store.jdbc;

import au.pip.assistant.store.StoreContract;
import au.pip.assistant.store.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @TempDir
    private Path folder;

    @Override
    protected Stores open(String name) {
        return JdbcStores.openSqlite(folder.resolve(name + ".db"));
    }
}
