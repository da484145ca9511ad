package au.pip.store.jdbc;

import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.DraftLimitsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteDraftLimitsTest extends DraftLimitsContract {
    @TempDir
    private Path folder;

    @Override
    protected Stores open() {
        return JdbcStores.openSqlite(folder.resolve("pip.db"));
    }
}
