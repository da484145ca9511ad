package au.pip.store.jdbc;

import static au.pip.assistant.store.Samples.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.store.ChildProcess;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database of the first release is brought up to date with every row as it was, whatever happens meanwhile. */
abstract class UpgradeTest {
    /** Enough for an upgrade to take long enough to be killed in. */
    private static final int TURNS = 2_000;

    /** A new database: what {@link Upgrades} is told, and a way to its tables. */
    record Fresh(String name, DataSource source) {}

    abstract Fresh fresh() throws Exception;

    abstract Dialect dialect();

    abstract Stores open(String name);

    abstract Stores openAsItIs(String name);

    /** The rows of a table of the backup that was made before the upgrade. */
    abstract List<Map<String, Object>> backedUp(String name, String table) throws Exception;

    @Test
    void keepsEveryRowAndMakesEntriesFindable() throws Exception {
        Fresh fresh = fresh();
        VersionOne before = VersionOne.made(fresh.source(), dialect(), 300);
        Map<String, List<Map<String, Object>>> rows = before.rows();

        try (Stores stores = open(fresh.name())) {
            assertThat(before.rows()).isEqualTo(rows);
            assertFindable(stores, 300);
            List<Row> runs = new ArrayList<>();
            stores.rows().read(row -> {
                if (row.noun() == Noun.RUN) {
                    runs.add(row);
                }
            });
            assertThat(runs).hasSize(298).allMatch(run -> run.text("node").isEmpty() && run.number("stop_asked") == 0);
            assertThat(stores.runs().unfinished()).hasSize(1);
            assertThat(stores.conversations().page(ANN, null, 100).items()).hasSize(10);
        }
        for (String table : rows.keySet()) {
            assertThat(backedUp(fresh.name(), table)).as(table).hasSameSizeAs(rows.get(table));
        }
        try (Stores again = open(fresh.name())) {
            assertFindable(again, 300);
        }
    }

    @Test
    void nodesThatStartAtOnceUpgradeOnce() throws Exception {
        Fresh fresh = fresh();
        VersionOne before = VersionOne.made(fresh.source(), dialect(), 300);
        Map<String, List<Map<String, Object>>> rows = before.rows();

        try (ExecutorService threads = Executors.newFixedThreadPool(4);
                ChildProcess child = new ChildProcess(List.of(), Upgrades.class, fresh.name())) {
            assertThat(child.line()).isEqualTo("opening");
            List<Future<?>> openings = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(
                            _ -> threads.submit(() -> open(fresh.name()).close()))
                    .toList();
            for (Future<?> opening : openings) {
                opening.get();
            }
            assertThat(child.line()).isEqualTo("opened false");
        }

        try (Stores stores = open(fresh.name())) {
            assertThat(before.rows()).isEqualTo(rows);
            assertFindable(stores, 300);
        }
    }

    @Test
    void whoOnlyLooksMakesNoTablesAndUpgradesNone() throws Exception {
        Fresh fresh = fresh();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> openAsItIs(fresh.name()))
                .withMessageContaining("has no tables of Pip's yet: start the server first");
        assertThat(new Schema("it", fresh.source(), dialect()).version()).isEmpty();
        VersionOne before = VersionOne.made(fresh.source(), dialect(), 300);
        Map<String, List<Map<String, Object>>> rows = before.rows();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> openAsItIs(fresh.name()))
                .withMessageContaining("has the tables of an older Pip, and nothing was changed: start the server of"
                        + " this version, which keeps a copy of them first");

        assertThat(new Schema("it", fresh.source(), dialect()).version()).contains("1");
        assertThat(before.rows()).isEqualTo(rows);
        open(fresh.name()).close();
        try (Stores looking = openAsItIs(fresh.name())) {
            assertFindable(looking, 300);
        }
    }

    @Test
    void anUpgradeThatIsKilledIsDoneAtTheNextStart() throws Exception {
        killMidway(2, new Random().nextLong());
    }

    @Test
    @Tag("slow")
    void anUpgradeThatIsKilledAgainAndAgainIsDoneAtTheNextStart() throws Exception {
        killMidway(12, new Random().nextLong());
    }

    private void killMidway(int rounds, long seed) throws Exception {
        Random random = new Random(seed);
        long whole = nanosecondsOfAnUpgrade();
        for (int round = 0; round < rounds; round++) {
            String told = "seed " + seed + ", round " + round;
            Fresh fresh = fresh();
            VersionOne before = VersionOne.made(fresh.source(), dialect(), TURNS);
            Map<String, List<Map<String, Object>>> rows = before.rows();
            try (ChildProcess child = new ChildProcess(List.of(), Upgrades.class, fresh.name())) {
                assertThat(child.line()).isEqualTo("opening");
                TimeUnit.NANOSECONDS.sleep(random.nextLong(whole));
                child.kill();
            }
            try (Stores stores = open(fresh.name())) {
                assertThat(before.rows()).as(told).isEqualTo(rows);
                assertFindable(stores, TURNS);
            }
        }
    }

    private long nanosecondsOfAnUpgrade() throws Exception {
        Fresh fresh = fresh();
        VersionOne.made(fresh.source(), dialect(), TURNS);
        try (ChildProcess child = new ChildProcess(List.of(), Upgrades.class, fresh.name())) {
            assertThat(child.line()).isEqualTo("opening");
            long started = System.nanoTime();
            assertThat(child.line()).isEqualTo("opened false");
            return System.nanoTime() - started;
        }
    }

    private static void assertFindable(Stores stores, int turns) {
        assertThat(VersionOne.foundBy(stores, "senor number" + (turns - 1)))
                .containsExactly("The question number" + (turns - 1) + "x about Señor Müller\0 and GST");
        assertThat(VersionOne.foundBy(stores, "MULLER gst")).hasSize(100);
        assertThat(VersionOne.foundBy(stores, "number4x answer"))
                .containsExactly("The answer number4x about Señor Müller\0 and GST");
        assertThat(VersionOne.foundBy(stores, "number3x"))
                .as("another account's")
                .isEmpty();
    }
}
