package au.pip.store.jdbc;

import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.DraftsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteDraftsTest extends DraftsContract {
    @TempDir
    private Path folder;

    @Override
    protected Stores open() {
        return JdbcStores.openSqlite(folder.resolve("pip.db"));
    }
}
