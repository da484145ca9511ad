package au.pip.store.jdbc;

import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.ElsewhereContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteElsewhereTest extends ElsewhereContract {
    @TempDir
    private Path folder;

    @Override
    protected Stores open() {
        return JdbcStores.openSqlite(folder.resolve("pip.db"));
    }
}
