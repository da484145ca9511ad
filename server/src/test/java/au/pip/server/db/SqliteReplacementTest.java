package au.pip.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.care.Archive;
import au.pip.assistant.care.ArchiveHeader;
import au.pip.assistant.care.Backup;
import au.pip.assistant.care.CareException;
import au.pip.assistant.care.Progress;
import au.pip.assistant.care.RowSource;
import au.pip.assistant.store.Stores;
import au.pip.store.jdbc.JdbcStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReplacementTest {
    @TempDir
    Path folder;

    private Path file;
    private Archive archive;

    @BeforeEach
    void backUp() {
        file = folder.resolve("pip.db");
        Path other = folder.resolve("other.db");
        Path backup = folder.resolve("pip.backup");
        try (Stores stores = JdbcStores.openSqlite(other)) {
            create(stores, "backed up");
            ArchiveHeader header = new ArchiveHeader("0.1.0", Instant.now(), "sqlite", true);
            Backup.make(RowSource.of(stores.rows()), header, backup, false, Progress.NONE);
        }
        archive = Archive.checked(backup, Progress.NONE);
    }

    /** A process that was killed leaves its last commits in the log. */
    @Test
    void keepsTheOldDatabaseWithWhatWasCommittedLast() throws IOException {
        Path used = folder.resolve("used.db");
        try (Stores stores = JdbcStores.openSqlite(used)) {
            create(stores, "first");
            create(stores, "last");
            for (String part : List.of("", "-wal")) {
                Files.copy(folder.resolve("used.db" + part), folder.resolve("pip.db" + part));
            }
        }
        assertThat(Files.size(folder.resolve("pip.db-wal"))).isPositive();
        SqliteReplacement replacement = new SqliteReplacement(file);

        replacement.by(archive, Progress.NONE);

        assertThat(names(folder)).noneMatch(name -> name.endsWith("-wal"));
        assertThat(accounts(replacement.kept())).containsExactlyInAnyOrder("first", "last");
        assertThat(accounts(file)).containsExactly("backed up");
    }

    @Test
    void changesNothingWhenTheLogCannotBeBroughtIntoTheFile() throws IOException {
        Files.writeString(file, "no database at all");
        Files.writeString(folder.resolve("pip.db-wal"), "nor a log");

        assertThatExceptionOfType(CareException.class)
                .isThrownBy(() -> new SqliteReplacement(file).by(archive, Progress.NONE))
                .withMessageContaining("pip.db-wal")
                .withMessageContaining("as they were");

        assertThat(file).hasContent("no database at all");
        assertThat(folder.resolve("pip.db-wal")).hasContent("nor a log");
        assertThat(names(folder)).noneMatch(name -> name.contains(".before-"));
    }

    private static void create(Stores stores, String name) {
        stores.accounts().create(new Account(new AccountId(name), name, Instant.EPOCH));
    }

    private static List<String> accounts(Path database) {
        try (Stores stores = JdbcStores.openSqlite(database)) {
            return stores.accounts().page(null, 10).items().stream()
                    .map(Account::name)
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
