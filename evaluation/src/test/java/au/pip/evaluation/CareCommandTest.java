package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.assistant.care.SampleRows;
import au.pip.assistant.node.Node;
import au.pip.assistant.store.Row;
import au.pip.evaluation.Databases.Kind;
import au.pip.evaluation.Program.Ended;
import au.pip.server.OpenedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code ./pip db} as people run it. */
@Tag("slow")
class CareCommandTest {
    @TempDir
    Path folder;

    private final Databases databases = new Databases();

    @AfterEach
    void close() {
        databases.close();
    }

    private Ended db(String url, String... arguments) {
        return dbWith("true", url, arguments);
    }

    private Ended dbWith(String createTable, String url, String... arguments) {
        return Program.db(
                folder,
                Map.of(
                        "DATABASE_URL",
                        url,
                        "DATABASE_CREATE_TABLE",
                        createTable,
                        "PIP_DATA_DIR",
                        folder.resolve("data").toString()),
                arguments);
    }

    private static void works(Ended ended, String... parts) {
        assertThat(ended.status()).as(ended.toString()).isZero();
        assertThat(List.of(parts)).allSatisfy(part -> assertThat(ended.out()).contains(part));
        assertThat(ended.err()).doesNotContain("Exception");
    }

    private static void refuses(Ended ended, String... parts) {
        assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.line()).contains(parts);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines().filter(line -> !line.startsWith("  "))).hasSize(1);
        assertThat(ended.err()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    private String filled() {
        return filled(databases.fresh(Kind.SQLITE, folder), SampleRows.some());
    }

    private static String filled(String url, List<Row> rows) {
        try (OpenedDatabase database = Databases.open(url)) {
            for (int from = 0; from < rows.size(); from += 100) {
                database.stores().rows().add(rows.subList(from, Math.min(rows.size(), from + 100)));
            }
        }
        return url;
    }

    private static Path file(String url) {
        return Path.of(url.substring("sqlite:".length()));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".txt") && !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void backsUpVerifiesAndRestoresAcrossDatabases() {
        String sqlite = filled();
        String postgresql = databases.fresh(Kind.POSTGRESQL, folder);
        String backup = folder.resolve("pip.backup").toString();
        works(db(sqlite, "backup", "--out", backup), "Backed up", "conversation", "usage_record");
        works(db(sqlite, "verify", "--from", backup), "of one moment", "no problem found");
        works(db(sqlite, "verify"), "no problem found");
        works(db(postgresql, "restore", "--from", backup), "Restored");
        works(db(postgresql, "verify"), "no problem found");
        works(db(postgresql, "status"), "holds     rows", "postgresql://pip@");
    }

    @Test
    void movesAndSaysWhatToSet() {
        String sqlite = filled();
        String postgresql = databases.fresh(Kind.POSTGRESQL, folder);
        Ended moved = db(sqlite, "move", "--to", postgresql);
        works(moved, "both sides are equal", "DATABASE_PROVIDER=postgresql", "  yes  ");
        assertThat(moved.out() + moved.err()).doesNotContain(Databases.PASSWORD);
        refuses(db(sqlite, "move", "--to", postgresql), "holds rows already");
        refuses(db(sqlite, "move", "--to", sqlite), "name another one");
    }

    @Test
    void movesToDynamoDbAndBack() {
        String dynamodb = databases.fresh(Kind.DYNAMODB, folder);
        String back = databases.fresh(Kind.SQLITE, folder);
        works(db(filled(), "move", "--to", dynamodb), "both sides are equal", "DATABASE_TABLE_NAME=");
        works(db(dynamodb, "move", "--to", back), "both sides are equal");
        works(db(dynamodb, "backup", "--out", folder.resolve("d").toString()), "Backed up");
        works(db(back, "verify"), "no problem found");
    }

    /** A table costs money, and its name may be a slip. */
    @Test
    void makesATableOnlyWhereRowsAreBroughtAndTheSettingsAllowIt() {
        String slip = databases.fresh(Kind.DYNAMODB, folder);
        String backup = folder.resolve("pip.backup").toString();
        works(db(filled(), "backup", "--out", backup));
        refuses(db(slip, "status"), "is not there");
        refuses(db(slip, "verify"), "is not there");
        refuses(db(slip, "backup", "--out", folder.resolve("none").toString()), "is not there");
        refuses(db(slip, "move", "--to", databases.fresh(Kind.SQLITE, folder)), "is not there");
        refuses(dbWith("false", slip, "restore", "--from", backup), "is not there");
        refuses(db(slip, "status"), "is not there");
        works(db(slip, "restore", "--from", backup), "Restored");
        works(dbWith("false", slip, "status"), "holds     rows");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "DYNAMODB"})
    void movesNoDatabaseThatAServerUsesUnlessTold(Kind kind) {
        String used = filled(databases.fresh(kind, folder), SampleRows.of(1, 1, 1));
        String target = databases.fresh(Kind.SQLITE, folder);
        try (OpenedDatabase database = Databases.open(used);
                Node _ = Node.sharing("north", database.stores().leases(), Clock.systemUTC())) {
            refuses(db(used, "move", "--to", target), "A server uses", "north", "--while-in-use");
            assertThat(file(target)).doesNotExist();
            works(db(used, "move", "--to", target, "--while-in-use"), "DATABASE_PROVIDER=sqlite");
        }
        works(db(used, "move", "--to", databases.fresh(Kind.SQLITE, folder)), "both sides are equal");
    }

    @Test
    void refusesToRestoreOverWhatIsThereUnlessTold() throws IOException {
        String sqlite = filled();
        String backup = folder.resolve("pip.backup").toString();
        works(db(sqlite, "backup", "--out", backup));
        String other = filled(databases.fresh(Kind.SQLITE, folder), SampleRows.of(1, 1, 1));
        refuses(db(other, "restore", "--from", backup), "holds rows already", "--replace");
        works(db(other, "restore", "--from", backup, "--replace"), "is kept as", "Restored");
        works(db(other, "verify"), "%,d rows".formatted(SampleRows.some().size()));
        String kept = names().stream()
                .filter(name -> name.contains(".before-"))
                .findFirst()
                .orElseThrow();
        works(
                db("sqlite:" + folder.resolve(kept), "verify"),
                "%,d rows, no problem".formatted(SampleRows.of(1, 1, 1).size()));
    }

    @Test
    void replacesADamagedDatabaseAndKeepsIt() throws IOException {
        String sqlite = filled();
        String backup = folder.resolve("pip.backup").toString();
        works(db(sqlite, "backup", "--out", backup));
        byte[] bytes = Files.readAllBytes(file(sqlite));
        Arrays.fill(bytes, 100, bytes.length, (byte) 7);
        Files.write(file(sqlite), bytes);
        assertThat(db(sqlite, "verify").status()).isEqualTo(1);
        works(db(sqlite, "restore", "--from", backup, "--replace"), "Restored");
        works(db(sqlite, "verify"), "no problem found");
        assertThat(names()).anyMatch(name -> name.contains(".before-"));
    }

    @Test
    void findsDamageThatSqliteItselfKnows() throws IOException {
        String sqlite = filled(databases.fresh(Kind.SQLITE, folder), SampleRows.of(20, 5, 5));
        byte[] bytes = Files.readAllBytes(file(sqlite));
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 4096, (byte) 0xff);
        Files.write(file(sqlite), bytes);
        Ended verified = db(sqlite, "verify");
        assertThat(verified.status()).as(verified.toString()).isEqualTo(1);
        assertThat(verified.out() + verified.err()).contains("damaged");
    }

    @Test
    void overwritesNoFileUnlessTold() throws IOException {
        String sqlite = filled();
        Path there = Files.writeString(folder.resolve("there"), "precious");
        refuses(db(sqlite, "backup", "--out", there.toString()), "already there", "--replace");
        assertThat(Files.readString(there)).isEqualTo("precious");
        works(db(sqlite, "backup", "--out", there.toString(), "--replace"), "Backed up");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesABackupThatWasCutBeforeItTouchesAnything() throws IOException {
        String sqlite = filled();
        Path backup = folder.resolve("pip.backup");
        works(db(sqlite, "backup", "--out", backup.toString()));
        byte[] bytes = Files.readAllBytes(backup);
        Files.write(backup, Arrays.copyOf(bytes, bytes.length - 200));
        String fresh = databases.fresh(Kind.SQLITE, folder);
        refuses(db(fresh, "restore", "--from", backup.toString()), "cut or changed");
        refuses(db(fresh, "verify", "--from", backup.toString()), "cut or changed");
        assertThat(file(fresh)).doesNotExist();
    }

    @Test
    void saysHowItIsUsed() {
        String sqlite = filled();
        for (String[] wrong : List.of(
                new String[] {"dance"},
                new String[] {"backup"},
                new String[] {"backup", "--out"},
                new String[] {"restore", "--form", "x"},
                new String[] {"move", "--to", "sqlite:/x", "postgresql://u:" + Databases.PASSWORD + "@h/d"})) {
            Ended ended = db(sqlite, wrong);
            assertThat(ended.status()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(ended.line()).contains("--help");
            assertThat(ended.err()).doesNotContain(Databases.PASSWORD);
        }
        assertThat(db(sqlite, "--help").status()).isZero();
        assertThat(db(sqlite).out()).contains("backup", "restore", "verify", "move", "status");
        assertThat(db(sqlite, "backup", "--help").out()).contains("point-in-time");
    }

    @Test
    void makesNoDatabaseWhereThereIsNone() {
        Path none = folder.resolve("none.db");
        for (String[] command : List.of(
                new String[] {"status"},
                new String[] {"verify"},
                new String[] {"backup", "--out", folder.resolve("b").toString()},
                new String[] {"move", "--to", "sqlite:" + folder.resolve("c.db")})) {
            refuses(db("sqlite:" + none, command), "There is no database " + none);
        }
        assertThat(none).doesNotExist();
        assertThat(folder.resolve("c.db")).doesNotExist();
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void backsUpBesideAServerAndMovesOnlyWhenItIsGoneOrWhenTold() {
        try (PretendBooks pretend = new PretendBooks()) {
            Map<String, String> settings = pretend.settings(folder.resolve("data"), "LLM_PROVIDER", "offline");
            String to = "sqlite:" + folder.resolve("other.db");
            try (Program server = Program.server(folder, settings)) {
                String address = server.awaitLine("pip ready on (\\S+)");
                assertThat(Program.ask(folder, Map.of(), "--server", address, "Who owes me money?")
                                .status())
                        .isZero();
                works(
                        Program.db(
                                folder,
                                settings,
                                "backup",
                                "--out",
                                folder.resolve("b").toString()),
                        "Backed up");
                works(Program.db(folder, settings, "verify"), "no problem found");
                works(Program.db(folder, settings, "status"), "servers   in use by one");
                refuses(Program.db(folder, settings, "move", "--to", to), "already using", "--while-in-use");
                refuses(
                        Program.db(
                                folder,
                                settings,
                                "restore",
                                "--from",
                                folder.resolve("b").toString(),
                                "--replace"),
                        "already using");
                works(Program.db(folder, settings, "move", "--while-in-use", "--to", to), "both sides are equal");
                server.terminate();
            }
            works(Program.db(folder, settings, "status"), "servers   none");
            works(
                    Program.db(folder, settings, "move", "--to", "sqlite:" + folder.resolve("third.db")),
                    "both sides are equal");
        }
    }

    @Test
    void startsNoServerOnWhatIsHalfBrought() throws Exception {
        String sqlite = filled();
        Path half = folder.resolve("half.db");
        assertThat(MovesUntil.run(folder, sqlite, "sqlite:" + half, 100)).isEqualTo(MovesUntil.KILLED);
        try (PretendBooks pretend = new PretendBooks();
                Program server = Program.server(
                        folder,
                        pretend.settings(folder.resolve("data"), "PIP_DEMO", "0", "DATABASE_URL", "sqlite:" + half))) {
            Ended ended = server.awaitEnd();
            refuses(ended, "holds only a part", "sqlite:" + file(sqlite), "move again");
        }
        works(db("sqlite:" + half, "status"), "only a part");
        refuses(db("sqlite:" + half, "backup", "--out", folder.resolve("b").toString()), "only a part");
        works(db(sqlite, "move", "--to", "sqlite:" + half), "both sides are equal");
    }

    @Test
    void clearsUpWhenItIsStopped() throws Exception {
        String sqlite = filled(databases.fresh(Kind.SQLITE, folder), SampleRows.of(60, 20, 10));
        Path out = folder.resolve("pip.backup");
        try (Program backup =
                Program.startDb(folder, Map.of("DATABASE_URL", sqlite), "backup", "--out", out.toString())) {
            while (names().stream().noneMatch(name -> name.contains(".unfinished-"))) {
                Thread.onSpinWait();
            }
            Ended ended = backup.terminate();
            assertThat(ended.line()).contains("stopped: nothing was written");
            assertThat(ended.status()).isEqualTo(143);
        }
        assertThat(names()).noneMatch(name -> name.startsWith("pip.backup"));
    }

    @Test
    void leavesNothingOnAFullDisk() throws Exception {
        String sqlite = filled(databases.fresh(Kind.SQLITE, folder), SampleRows.of(40, 10, 10));
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Ended ended = Program.dbOnSmallDisk(
                folder,
                disk,
                Map.of("DATABASE_URL", sqlite),
                "backup",
                "--out",
                disk.resolve("b").toString());
        assumeTrue(ended.status() != 99 && !ended.err().contains("unshare"), "no small disk can be mounted here");
        assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.line()).contains("No space left", "nothing of it is left");
        assertThat(ended.out()).isEqualTo("0\n");
    }
}
