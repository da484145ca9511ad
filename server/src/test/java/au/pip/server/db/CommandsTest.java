package au.pip.server.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.care.Progress;
import au.pip.llm.settings.DotEnv;
import au.pip.llm.settings.Settings;
import au.pip.server.DatabaseSettings;
import au.pip.server.OpenedDatabase;
import au.pip.store.jdbc.JdbcStores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./pip db} over a SQLite file. */
class CommandsTest {
    @TempDir
    Path folder;

    private record Ended(int status, String out, String err) {}

    private Path file() {
        return folder.resolve("pip.db");
    }

    private Ended db(String... arguments) {
        return db(file(), arguments);
    }

    private Ended db(Path file, String... arguments) {
        return db(file, Progress.NONE, arguments);
    }

    private static Ended db(Path file, Progress progress, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Desk desk = new Desk(
                () -> settings(file),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                progress);
        return new Ended(Main.run(desk, arguments), out.toString(UTF_8), err.toString(UTF_8));
    }

    private static Settings settings(Path file) {
        return new Settings(Map.of("DATABASE_URL", "sqlite:" + file), DotEnv.empty());
    }

    private static void refused(Ended ended, String... parts) {
        assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("pip: ").contains(parts).hasLineCount(1);
    }

    /** Every file with its bytes. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.toList()) {
                files.put(
                        each.getFileName().toString(),
                        Files.isDirectory(each) ? "folder" : new String(Files.readAllBytes(each), UTF_8));
            }
        }
        return files;
    }

    /** As a version left it that lacked the last migration: nothing is looked at but the history. */
    private void older() throws SQLException {
        JdbcStores.openSqlite(file()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM flyway_schema_history WHERE installed_rank ="
                    + " (SELECT MAX(installed_rank) FROM flyway_schema_history)");
        }
    }

    @Test
    void whoLooksAtAnOlderDatabaseIsToldWhatToDoAndChangesNoByte() throws Exception {
        older();
        // The lock is the one file that is made, and it stays: whoever removed it might take it from another.
        Files.createFile(folder.resolve(file().getFileName() + ".lock"));
        Map<String, String> before = files();
        for (String[] command : List.of(
                new String[] {"status"},
                new String[] {"verify"},
                new String[] {"backup", "--out", folder.resolve("b").toString()},
                new String[] {"move", "--to", "sqlite:" + folder.resolve("c.db")},
                new String[] {"move", "--while-in-use", "--to", "sqlite:" + folder.resolve("c.db")})) {
            refused(
                    db(command),
                    "The database " + file() + " has the tables of an older Pip, and nothing was changed",
                    "start the server of this version, which keeps a copy of them first (beside the file)",
                    "The older version's ./pip db backup works until then.");
            assertThat(files()).as(command[0]).isEqualTo(before);
        }
    }

    @Test
    void seesThatAServerHasTheFile() {
        DatabaseSettings settings = DatabaseSettings.read(settings(file()));
        try (OpenedDatabase _ = OpenedDatabase.alone(settings)) {
            assertThat(db("status").out()).contains("servers   in use by one");
            refused(
                    db("move", "--to", "sqlite:" + folder.resolve("c.db")),
                    "Another Pip is already using the database " + file(),
                    "Stop it first, or say --while-in-use: what is written during the move then stays behind.");
        }
        Ended status = db("status");
        assertThat(status.out()).contains("servers   none");
        assertThat(db("status")).isEqualTo(status);
        try (OpenedDatabase _ = OpenedDatabase.alone(settings)) {
            assertThat(db("status").out()).contains("servers   in use by one");
        }
    }

    @Test
    void namesTheOptionOfTheTargetThatIsInUse() {
        JdbcStores.openSqlite(file()).close();
        Path target = folder.resolve("c.db");
        try (OpenedDatabase _ = OpenedDatabase.alone(DatabaseSettings.read(settings(target)))) {
            refused(db("move", "--to", "sqlite:" + target), "Stop it first, or name another one in --to.");
        }
    }

    @Test
    void leavesNoLockBesideWhatIsNoDatabase() throws Exception {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "Dear diary. ".repeat(500));
        Path other = Files.createDirectory(folder.resolve("folder"));
        JdbcStores.openSqlite(file()).close();
        db("backup", "--out", folder.resolve("b").toString());
        Map<String, String> before = files();
        for (Path wrong : List.of(notes, other)) {
            for (String[] command : List.of(
                    new String[] {"status"},
                    new String[] {"verify"},
                    new String[] {"restore", "--from", folder.resolve("b").toString()},
                    new String[] {"move", "--to", "sqlite:" + folder.resolve("c.db")})) {
                refused(db(wrong, command), wrong.toString());
            }
            refused(db("move", "--to", "sqlite:" + wrong), wrong.toString());
        }
        refused(db(other, "restore", "--replace", "--from", folder.resolve("b").toString()), "is a folder");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void tellsWhichVerbsThereAre() {
        Ended wrong = db("frob");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .isEqualTo("pip: ./pip db takes one of backup, restore, verify, move, status, and this is none of them."
                        + " ./pip db --help lists what there is.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "backup", "restore", "verify", "move", "status"})
    void helpFillsItsLinesAndBreaksNoSentenceTwice(String verb) {
        String help = db((verb + " --help").strip().split(" ")).out();
        assertThat(help.lines()).isNotEmpty().allMatch(line -> line.length() <= 80);
        assertThat(help)
                .doesNotContainPattern(
                        Pattern.compile("^(?! |Usage)[^\\n]{1,50}[^.:\\n]\\n(?! )\\w", Pattern.MULTILINE));
    }

    /** What a person reads is short: seconds, and as many digits as tell things apart. */
    @Test
    void tellsTimesAndDigestsInShort() {
        JdbcStores.openSqlite(file()).close();
        try (OpenedDatabase database = OpenedDatabase.alone(DatabaseSettings.read(settings(file())))) {
            database.stores().accounts().create(new Account(new AccountId("ann"), "Ann", Instant.EPOCH));
        }
        String backup = folder.resolve("b").toString();
        Path restored = folder.resolve("r.db");
        for (Ended ended : List.of(
                db("backup", "--out", backup),
                db("verify", "--from", backup),
                db(restored, "restore", "--from", backup),
                db("move", "--to", "sqlite:" + folder.resolve("c.db")))) {
            assertThat(ended.status()).as(ended.toString()).isZero();
            assertThat(ended.out().replace(folder.toString(), ""))
                    .contains("account")
                    .doesNotContainPattern("[0-9a-f]{13}")
                    .doesNotContainPattern("\\d\\.\\d+Z");
        }
        Path half = folder.resolve("half.db");
        Progress stopping = (step, _) -> {
            if (step.equals("bringing")) {
                throw new StoppedException();
            }
        };
        assertThat(db(half, stopping, "restore", "--from", backup).status()).isEqualTo(130);
        assertThat(db(half, "status").out())
                .containsPattern("brought from the backup of [-0-9T:]{19}Z \\(SHA-256 [0-9a-f]{12}…\\)\n");
    }
}
