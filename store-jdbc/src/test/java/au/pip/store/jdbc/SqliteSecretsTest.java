package au.pip.store.jdbc;

import au.pip.assistant.secret.SealedStoreContract;
import au.pip.assistant.store.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSecretsTest extends SealedStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected Stores open() {
        return JdbcStores.openSqlite(folder.resolve("pip.db"));
    }
}
