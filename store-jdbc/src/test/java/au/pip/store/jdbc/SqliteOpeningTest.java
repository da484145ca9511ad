package au.pip.store.jdbc;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.conversations;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteOpeningTest {
    @TempDir
    private Path folder;

    @Test
    void makesAFileForItsOwnerOnlyAndLeavesNothingElseWhenClosed() throws IOException {
        Path file = folder.resolve("pip.db");

        JdbcStores.openSqlite(file).close();

        assertThat(names()).containsExactly("pip.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsItsPromisesInEveryConnection() {
        try (Database database = SqliteOpening.open(folder.resolve("pip.db"), Duration.ofSeconds(1))) {
            assertThat(pragmaOfTheWriter(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragmaOfTheWriter(database, "synchronous")).as("FULL").isEqualTo("2");
            assertThat(pragmaOfTheWriter(database, "foreign_keys")).isEqualTo("1");
            assertThatExceptionOfType(StoreException.class)
                    .as("a reader that writes")
                    .isThrownBy(() -> database.read(handle -> handle.execute("DELETE FROM memory")));
        }
    }

    @Test
    void usesAFileWhoseNameHasCharactersThatMeanSomethingElsewhere() throws IOException {
        Path file = folder.resolve("my books?mode=memory&x=%20#é;🧾.db");

        try (Stores stores = JdbcStores.openSqlite(file)) {
            stored(stores, ANN);
        }

        assertThat(names()).containsExactly(file.getFileName().toString());
        try (Stores stores = JdbcStores.openSqlite(file)) {
            assertThat(conversations(stores, ANN)).hasSize(1);
        }
    }

    @Test
    void takesAnEmptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("pip.db"));

        try (Stores stores = JdbcStores.openSqlite(file)) {
            assertThat(conversations(stores, ANN)).isEmpty();
        }
    }

    @Test
    void opensOnceForEachOfManyWhoOpenANewFileAtOnce() throws Exception {
        Path file = folder.resolve("pip.db");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> openings = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(opener -> threads.submit(() -> {
                        try (Stores stores = JdbcStores.openSqlite(file)) {
                            stored(stores, ANN);
                        }
                    }))
                    .toList();
            for (Future<?> opening : openings) {
                opening.get();
            }
        }

        try (Stores stores = JdbcStores.openSqlite(file)) {
            assertThat(conversations(stores, ANN)).hasSize(8);
        }
    }

    @Test
    void refusesAFolderThatIsNotThere() throws IOException {
        Path file = folder.resolve("missing").resolve("pip.db");

        assertThat(refusal(file))
                .contains("There is no folder " + file.getParent())
                .contains("make it");
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesAFolderInPlaceOfAFile() throws IOException {
        assertThat(refusal(folder)).isEqualTo(folder + " is a folder: name a file for the database.");
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNoDatabaseAndLeavesItAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Dear diary. ".repeat(500));

        assertThat(refusalThatChangesNothing(file))
                .contains("is not a database")
                .contains("name another file");
    }

    @Test
    void refusesAnotherProgramsDatabaseAndLeavesItAlone() throws Exception {
        Path file = folder.resolve("photos.db");
        change(file, "CREATE TABLE photo (name TEXT)", "INSERT INTO photo VALUES ('cat.jpg')");

        assertThat(refusalThatChangesNothing(file))
                .isEqualTo(file + " is another program's database: name another file.");
    }

    @Test
    void refusesADatabaseOfANewerPipAndLeavesItAlone() throws Exception {
        Path file = folder.resolve("pip.db");
        JdbcStores.openSqlite(file).close();
        change(file, """
                INSERT INTO flyway_schema_history
                SELECT 99, '99', 'from the future', type, 'V99__from_the_future.sql', 1, installed_by, installed_on, 1, 1
                FROM flyway_schema_history WHERE version = '1'
                """);

        assertThat(refusalThatChangesNothing(file))
                .contains("made by a newer Pip")
                .contains("start that version");
    }

    @Test
    void refusesADatabaseWhoseTablesOtherMigrationsMade() throws Exception {
        Path file = folder.resolve("pip.db");
        JdbcStores.openSqlite(file).close();
        change(file, "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");

        assertThat(refusalThatChangesNothing(file)).contains("tables that this Pip did not make");
    }

    @Test
    void refusesADamagedDatabase() throws Exception {
        Path file = folder.resolve("pip.db");
        JdbcStores.openSqlite(file).close();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096);
            bytes.write("not a page ".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(refusalThatChangesNothing(file)).contains("is damaged").contains("restore a backup");
    }

    @Test
    void refusesANewFileThatAnotherProgramKeepsLocked() throws Exception {
        Path file = folder.resolve("pip.db");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> SqliteOpening.open(file, Duration.ofMillis(200)))
                    .withMessageContaining("kept locked by another program")
                    .withMessageContaining("close that program");
        }
        JdbcStores.openSqlite(file).close();
    }

    @Test
    void tellsThatAnotherProgramKeepsTheDatabaseLockedAndWorksAfterwards() throws Exception {
        Path file = folder.resolve("pip.db");
        JdbcStores.openSqlite(file).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement();
                Stores stores = new JdbcStores(SqliteOpening.open(file, Duration.ofMillis(200)))) {
            statement.execute("BEGIN IMMEDIATE");

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> stored(stores, ANN))
                    .withMessageContaining("kept locked by another program");
            assertThat(conversations(stores, ANN)).isEmpty();

            statement.execute("ROLLBACK");
            stored(stores, ANN);
            assertThat(conversations(stores, ANN)).hasSize(1);
        }
    }

    private String refusalThatChangesNothing(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        String refusal = refusal(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(names()).containsExactly(file.getFileName().toString());
        return refusal;
    }

    private static String refusal(Path file) {
        try (Stores opened = JdbcStores.openSqlite(file)) {
            throw new AssertionError("opened: " + opened);
        } catch (StoreException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String pragmaOfTheWriter(Database database, String name) {
        return database.write(handle ->
                handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    private static void change(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
