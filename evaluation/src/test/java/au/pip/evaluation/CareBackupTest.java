package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.care.Archive;
import au.pip.assistant.care.ArchiveHeader;
import au.pip.assistant.care.Backup;
import au.pip.assistant.care.Progress;
import au.pip.assistant.care.Restore;
import au.pip.assistant.care.RowSource;
import au.pip.assistant.care.Verify;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Stores;
import au.pip.evaluation.Databases.Kind;
import au.pip.server.OpenedDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backups while eight people write, of a database that DynamoDB reads in several pages. */
class CareBackupTest {
    private static final AccountId ANN = new AccountId("ann");
    private static final int WRITERS = 8;
    private static final int TURNS_BEFORE = 240;

    /** About 6 KB, pressed or not. */
    private static final String LONG = new Random(1)
            .ints(9_000, 'a', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

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

    @ParameterizedTest
    @EnumSource
    void holdsWholeTurnsOnlyAndRestoresIntoAnyOther(Kind kind) throws Exception {
        try (OpenedDatabase database = Databases.open(databases.fresh(kind, folder));
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int turn = 0; turn < TURNS_BEFORE; turn += 8) {
                talk(database.stores(), 8, LONG);
            }
            AtomicBoolean enough = new AtomicBoolean();
            AtomicLong turns = new AtomicLong();
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writing.add(writers.submit(() -> write(database.stores(), enough, turns)));
            }
            List<Path> backups = new ArrayList<>();
            try {
                for (long wanted = 20; wanted <= 60; wanted += 20) {
                    while (turns.get() < wanted) {
                        Thread.sleep(5);
                    }
                    backups.add(backup(database, kind, "backup-" + wanted));
                }
            } finally {
                enough.set(true);
            }
            for (Future<?> each : writing) {
                each.get();
            }
            for (Path backup : backups) {
                boolean last = backup.equals(backups.getLast());
                check(Archive.checked(backup, Progress.NONE), last ? Kind.values() : new Kind[] {Kind.SQLITE});
            }
        }
    }

    private static void write(Stores stores, AtomicBoolean enough, AtomicLong turns) {
        Conversation conversation = begun(stores);
        while (!enough.get()) {
            turn(stores, conversation, "{}");
            turns.incrementAndGet();
        }
    }

    private static void talk(Stores stores, int turns, String said) {
        Conversation conversation = begun(stores);
        for (int turn = 0; turn < turns; turn++) {
            turn(stores, conversation, said);
        }
    }

    private static Conversation begun(Stores stores) {
        Conversation conversation = new Conversation(id(), "Books", now(), now());
        stores.conversations().create(ANN, conversation);
        return conversation;
    }

    private static void turn(Stores stores, Conversation conversation, String said) {
        Run run = Run.begin(id(), conversation.id(), now(), "node-1");
        List<Hold> holds = List.of(new Hold(ANN, "month", Unit.TOKEN, 7, Long.MAX_VALUE));
        stores.budgets().reserve(ANN, run.id(), holds, now());
        stores.runs().begin(ANN, run, new Entry(id(), Entry.Kind.QUESTION, run.id(), "Who?", "{}", now()));
        stores.events().append(ANN, run.id(), List.of(new LoggedEvent(1, "text", said)));
        stores.events().append(ANN, run.id(), List.of(new LoggedEvent(2, "text", "{}")));
        Entry answer = new Entry(id(), Entry.Kind.ANSWER, run.id(), "You.", said, now());
        stores.runs().finish(ANN, run.id(), Run.State.COMPLETED, answer, List.of());
        stores.events().append(ANN, run.id(), List.of(new LoggedEvent(3, "finished", "{}")));
        stores.budgets().settle(ANN, run.id(), 0, 5);
    }

    private Path backup(OpenedDatabase database, Kind kind, String name) {
        Path file = folder.resolve(name);
        boolean oneMoment = database.stores().rows().readsOneMoment();
        assertThat(oneMoment).isEqualTo(kind != Kind.DYNAMODB);
        ArchiveHeader header = new ArchiveHeader("0.1.0", Instant.now(), kind.name(), oneMoment);
        Backup.Made made = Backup.make(RowSource.of(database.stores().rows()), header, file, false, Progress.NONE);
        if (oneMoment) {
            assertThat(made.leftOut()).isZero();
        }
        return file;
    }

    private void check(Archive archive, Kind... kinds) {
        assertThat(archive.tally().part(Noun.RUN).rows()).isGreaterThanOrEqualTo(TURNS_BEFORE + 20);
        assertThat(Verify.of(archive, Progress.NONE).problems()).isEmpty();
        for (Kind to : kinds) {
            try (OpenedDatabase target = Databases.open(databases.fresh(to, folder))) {
                assertThat(Restore.into(target.place(), archive, Progress.NONE)).isEqualTo(archive.tally());
            }
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
