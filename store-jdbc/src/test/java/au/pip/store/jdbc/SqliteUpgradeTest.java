package au.pip.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteUpgradeTest extends UpgradeTest {
    @TempDir
    private Path folder;

    private int databases;

    @Override
    Fresh fresh() throws Exception {
        Path file =
                Files.createDirectory(folder.resolve("database" + databases++)).resolve("pip's.db");
        SqliteFile made = SqliteFile.ready(file);
        try (Connection connection = made.writing(1000).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + 0x50697031);
            statement.execute("PRAGMA journal_mode = WAL");
        }
        return new Fresh(file.toString(), made.writing(1000));
    }

    @Override
    Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    Stores open(String name) {
        return JdbcStores.openSqlite(Path.of(name));
    }

    @Override
    Stores openAsItIs(String name) {
        return JdbcStores.openSqliteAsItIs(Path.of(name));
    }

    @Override
    List<Map<String, Object>> backedUp(String name, String table) throws IOException {
        Path backup = backup(Path.of(name));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        return Jdbi.create(new SqliteFile(backup, false).reading(0))
                .withHandle(handle ->
                        handle.createQuery("SELECT * FROM " + table).mapToMap().list());
    }

    private static Path backup(Path file) throws IOException {
        try (Stream<Path> all = Files.list(file.getParent())) {
            List<Path> others = all.filter(each -> !each.equals(file)).toList();
            assertThat(others)
                    .singleElement()
                    .asString()
                    .contains("pip's.db.v1-20")
                    .endsWith(".backup");
            return others.getFirst();
        }
    }

    /** With its log, as a process that was killed leaves it, and without. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoOnlyLooksLeavesEveryByteOfAnOlderFile(boolean withLog) throws Exception {
        Fresh fresh = fresh();
        Path file = Path.of(fresh.name());
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve("pip.db");
        try (Connection open = fresh.source().getConnection();
                Statement statement = open.createStatement()) {
            statement.execute("SELECT * FROM sqlite_schema");
            VersionOne.made(fresh.source(), dialect(), 30);
            if (withLog) {
                Files.copy(file, copy);
                Files.copy(Path.of(file + "-wal"), Path.of(copy + "-wal"));
            }
        }
        if (!withLog) {
            Files.copy(file, copy);
        }
        List<byte[]> before = bytes(copy);
        assertThat(before).hasSize(withLog ? 2 : 1);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> openAsItIs(copy.toString()))
                .withMessageContaining("has the tables of an older Pip");

        assertThat(bytes(copy)).usingRecursiveComparison().isEqualTo(before);
        open(copy.toString()).close();
        openAsItIs(copy.toString()).close();
    }

    /** Of the file and its log; what programs share in memory beside them lasts as long as they have it open. */
    private static List<byte[]> bytes(Path file) throws IOException {
        try (Stream<Path> all = Files.list(file.getParent())) {
            List<byte[]> bytes = new ArrayList<>();
            for (Path each : all.filter(each -> !each.toString().endsWith("-shm"))
                    .sorted()
                    .toList()) {
                bytes.add(Files.readAllBytes(each));
            }
            return bytes;
        }
    }

    @Test
    void whoOnlyLooksMakesNoFile() throws IOException {
        Path none = folder.resolve("none.db");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> openAsItIs(none.toString()))
                .withMessageContaining("There is no database " + none);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void upgradesNothingThatCannotBeBackedUp() throws Exception {
        Fresh fresh = fresh();
        VersionOne before = VersionOne.made(fresh.source(), dialect(), 30);
        Map<String, List<Map<String, Object>>> rows = before.rows();
        Path inTheWay = Files.createDirectory(Path.of(fresh.name() + ".v1-" + LocalDate.now() + ".backup"));
        Files.createFile(inTheWay.resolve("file"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> open(fresh.name()))
                .withMessageContaining("could not be backed up before its upgrade, so nothing was changed");

        assertThat(before.rows()).isEqualTo(rows);
        Files.delete(inTheWay.resolve("file"));
        Files.delete(inTheWay);
        open(fresh.name()).close();
        assertThat(before.rows()).isEqualTo(rows);
    }

    @Test
    void leavesNoPartOfABackupThatAKilledProcessBegan() throws Exception {
        Fresh fresh = fresh();
        VersionOne.made(fresh.source(), dialect(), 30);
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path part = Files.writeString(Path.of(fresh.name() + ".part-" + ended.pid() + "-x"), "half a copy");

        open(fresh.name()).close();

        assertThat(part).doesNotExist();
    }
}
