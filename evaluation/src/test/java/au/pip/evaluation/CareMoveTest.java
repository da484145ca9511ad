package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.AccountId;
import au.pip.assistant.care.Archive;
import au.pip.assistant.care.ArchiveHeader;
import au.pip.assistant.care.Backup;
import au.pip.assistant.care.CareException;
import au.pip.assistant.care.HalfArrived;
import au.pip.assistant.care.Move;
import au.pip.assistant.care.Progress;
import au.pip.assistant.care.Restore;
import au.pip.assistant.care.SampleRows;
import au.pip.assistant.care.Tally;
import au.pip.assistant.care.Verify;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.evaluation.Databases.Kind;
import au.pip.server.OpenedDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows between databases of all three kinds: nothing is lost, nothing is changed, and what broke off goes on. */
class CareMoveTest {
    private static Databases databases;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    private OpenedDatabase open(String url) {
        return Databases.open(url);
    }

    private String fresh(Kind kind) {
        return databases.fresh(kind, folder);
    }

    private String filled(Kind kind, List<Row> rows) {
        String url = fresh(kind);
        try (OpenedDatabase database = open(url)) {
            for (int from = 0; from < rows.size(); from += 100) {
                database.stores().rows().add(rows.subList(from, Math.min(rows.size(), from + 100)));
            }
        }
        return url;
    }

    private Move.Moved move(String from, String to) {
        try (OpenedDatabase source = open(from);
                OpenedDatabase target = open(to)) {
            return Move.between(source.place(), target.place(), Progress.NONE);
        }
    }

    private List<Row> rows(String url) {
        List<Row> rows = new ArrayList<>();
        try (OpenedDatabase database = open(url)) {
            database.stores().rows().read(rows::add);
        }
        return sorted(rows);
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(Row::noun)
                        .thenComparing(row -> row.key().toString()))
                .toList();
    }

    private static Tally tally(List<Row> rows) {
        return Tally.of(rows::forEach, "", Progress.NONE);
    }

    private Path backup(String url, String name) {
        Path file = folder.resolve(name);
        try (OpenedDatabase database = open(url)) {
            ArchiveHeader header = new ArchiveHeader("0.1.0", Instant.now(), "sqlite", true);
            Backup.make(database.stores().rows()::read, header, file, false, Progress.NONE);
        }
        return file;
    }

    @Test
    void comesBackEqualAfterTheRoundTripThroughAllThree() {
        String first = filled(Kind.SQLITE, SampleRows.some());
        String second = fresh(Kind.POSTGRESQL);
        String third = fresh(Kind.DYNAMODB);
        String last = fresh(Kind.SQLITE);
        for (Move.Moved moved : List.of(move(first, second), move(second, third), move(third, last))) {
            assertThat(moved.isEqual()).isTrue();
            assertThat(moved.leftOut()).isZero();
            assertThat(moved.target()).isEqualTo(tally(SampleRows.some()));
        }
        assertThat(rows(last)).isEqualTo(sorted(SampleRows.some()));
        assertThat(rows(first)).isEqualTo(sorted(SampleRows.some()));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void restoresABackupIntoAnyOther(Kind from) {
        Path file = backup(filled(from, SampleRows.some()), "backup");
        for (Kind to : Kind.values()) {
            String url = fresh(to);
            try (OpenedDatabase target = open(url)) {
                Tally restored = Restore.into(target.place(), Archive.checked(file, Progress.NONE), Progress.NONE);
                assertThat(restored).isEqualTo(tally(SampleRows.some()));
                assertThat(Verify.of(target.stores().rows()::read, Progress.NONE)
                                .problems())
                        .isEmpty();
            }
            assertThat(rows(url)).isEqualTo(sorted(SampleRows.some()));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void goesOnWhereItWasKilled(Kind to) throws Exception {
        List<Row> rows = SampleRows.of(2, 5, 6);
        String from = filled(Kind.SQLITE, rows);
        String target = fresh(to);
        for (int killedAt : new int[] {1, 99, 101, 150, rows.size()}) {
            assertThat(MovesUntil.run(folder, from, target, killedAt)).isEqualTo(MovesUntil.KILLED);
            try (OpenedDatabase half = open(target)) {
                assertThat(HalfArrived.from(half.stores().rows()))
                        .hasValue(Databases.settings(from).toString());
            }
        }
        assertThat(move(from, target).isEqual()).isTrue();
        try (OpenedDatabase whole = open(target)) {
            assertThat(HalfArrived.from(whole.stores().rows())).isEmpty();
        }
        assertThat(rows(target)).isEqualTo(sorted(rows));
    }

    @ParameterizedTest
    @EnumSource
    void bringsNothingWhereRowsAre(Kind to) {
        String there = filled(to, SampleRows.of(1, 1, 1));
        String from = filled(Kind.SQLITE, SampleRows.some());
        assertThatThrownBy(() -> move(from, there))
                .isInstanceOf(CareException.class)
                .hasMessageContaining("holds rows already");
        assertThat(rows(there)).isEqualTo(sorted(SampleRows.of(1, 1, 1)));
        try (OpenedDatabase unmarked = open(there)) {
            assertThat(HalfArrived.from(unmarked.stores().rows())).isEmpty();
        }
    }

    @Test
    void leavesWhatAnotherBringingBrokeOff() {
        String from = filled(Kind.SQLITE, SampleRows.some());
        String target = fresh(Kind.SQLITE);
        try (OpenedDatabase half = open(target)) {
            half.stores().rows().arriving("elsewhere\n1");
        }
        assertThatThrownBy(() -> move(from, target))
                .isInstanceOf(CareException.class)
                .hasMessageContaining("elsewhere");
        assertThatThrownBy(() -> move(target, fresh(Kind.SQLITE)))
                .isInstanceOf(CareException.class)
                .hasMessageContaining("only a part");
    }

    @Test
    void saysThatTheSourceChangedSinceItBrokeOff() throws Exception {
        List<Row> rows = SampleRows.of(2, 5, 6);
        String from = filled(Kind.SQLITE, rows);
        String target = fresh(Kind.SQLITE);
        assertThat(MovesUntil.run(folder, from, target, 150)).isEqualTo(MovesUntil.KILLED);
        try (OpenedDatabase source = open(from)) {
            source.stores().accounts().rename(new AccountId("account-0"), "Bob");
        }
        assertThatThrownBy(() -> move(from, target))
                .isInstanceOf(CareException.class)
                .hasMessageContaining("has changed since this began");
    }

    @Test
    void doesNotCallATargetWholeInWhichSomebodyElseWrote() {
        String from = filled(Kind.SQLITE, SampleRows.of(1, 1, 1));
        String to = fresh(Kind.SQLITE);
        Row strangers = SampleRows.row(Noun.ACCOUNT, "stranger", "S", 1L);
        try (OpenedDatabase source = open(from);
                OpenedDatabase target = open(to)) {
            Progress meddling = (_, rows) -> {
                if (rows == 5) {
                    target.stores().rows().add(List.of(strangers));
                }
            };
            Move.Moved moved = Move.between(source.place(), target.place(), meddling);
            assertThat(moved.isEqual()).isFalse();
            assertThat(moved.source().differences(moved.target())).containsExactly(Noun.ACCOUNT);
            assertThat(HalfArrived.from(target.stores().rows())).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAtMostOneOfTwoRestoresComeToItsEnd(Kind kind) throws Exception {
        Archive first = Archive.checked(backup(filled(Kind.SQLITE, SampleRows.of(2, 3, 4)), "first"), Progress.NONE);
        Archive second = Archive.checked(backup(filled(Kind.SQLITE, SampleRows.of(3, 2, 5)), "second"), Progress.NONE);
        for (int round = 0; round < 5; round++) {
            try (OpenedDatabase target = open(fresh(kind));
                    ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<Tally>> ends = threads.invokeAll(List.of(into(target, first), into(target, second)));
                long done = ends.stream()
                        .filter(end -> end.state() == Future.State.SUCCESS)
                        .count();
                assertThat(done).isLessThanOrEqualTo(1);
                if (HalfArrived.from(target.stores().rows()).isEmpty()) {
                    assertThat(done).isEqualTo(1);
                    assertThat(Tally.of(target.stores().rows()::read, "", Progress.NONE))
                            .isIn(first.tally(), second.tally());
                }
                ends.stream()
                        .filter(end -> end.state() == Future.State.FAILED)
                        .forEach(end -> assertThat(end.exceptionNow()).isInstanceOf(CareException.class));
            }
        }
    }

    private static Callable<Tally> into(OpenedDatabase target, Archive archive) {
        return () -> Restore.into(target.place(), archive, Progress.NONE);
    }
}
