package au.pip.store.jdbc;

import au.pip.assistant.store.Opening;
import au.pip.assistant.xero.RenewalContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteRenewalTest extends RenewalContract {
    @TempDir
    private Path folder;

    @Override
    protected Opening database(String name) {
        return new Opening(
                SqliteKillTest.Opener.class,
                List.of(folder.resolve(name + ".db").toString()));
    }
}
