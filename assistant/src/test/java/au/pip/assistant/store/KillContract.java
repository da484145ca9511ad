package au.pip.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A process that is killed has lost nothing that it was told is stored, and has left no half of anything. A database's
 * test extends this and says how two processes open it.
 */
public abstract class KillContract {
    private static final int SIGKILLED = 128 + 9;
    private static final int KILLS_OF_ONE_DATABASE = 10;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** How this process and the one that is killed open the database of a name (small letters): new the first time. */
    protected abstract Opening database(String name) throws Exception;

    /** Looks at the database itself when nobody has it open. */
    protected void assertSound(Opening database) throws Exception {}

    @Test
    void keepsEverythingAcknowledgedWhenTheProcessIsKilled() throws Exception {
        killAndLook(3);
    }

    @Test
    @Tag("slow")
    void keepsEverythingAcknowledgedThroughTenKills() throws Exception {
        killAndLook(10);
    }

    @Test
    @Tag("long")
    void keepsEverythingAcknowledgedThroughThreeHundredKills() throws Exception {
        killAndLook(300);
    }

    private void killAndLook(int kills) throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        long lastSaid = System.nanoTime();
        long acknowledged = 0;
        Opening database = null;
        List<Row> before = List.of();
        for (int round = 0; round < kills; round++) {
            if (round % KILLS_OF_ONE_DATABASE == 0) {
                database = database("killed" + round / KILLS_OF_ONE_DATABASE);
                before = List.of();
            }
            try {
                List<List<String>> told = toldUntilKilled(database, random);
                acknowledged += told.size();
                before = look(database, told, before);
                assertSound(database);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed + ", round " + round + ": " + failure.getMessage(), failure);
            }
            if (System.nanoTime() - lastSaid > SILENCE.toNanos() || round + 1 == kills) {
                lastSaid = System.nanoTime();
                System.err.printf(
                        "%s: %d of %d kills, %,d writes acknowledged, none lost (seed %d)%n",
                        getClass().getSimpleName(), round + 1, kills, acknowledged, seed);
            }
        }
    }

    private static List<List<String>> toldUntilKilled(Opening database, Random random) throws Exception {
        int lines = 1 + random.nextInt(600);
        List<List<String>> told = new ArrayList<>();
        try (ChildProcess child = new ChildProcess(List.of(), WorksUntilKilled.class, database.words())) {
            while (told.size() < lines) {
                String line = child.line();
                assertThat(line).as("the process works until it is killed").isNotNull();
                told.add(List.of(line.split(" ")));
            }
            LockSupport.parkNanos(random.nextInt(5_000_000));
            assertThat(child.kill()).isEqualTo(SIGKILLED);
            child.remainingLines().forEach(line -> told.add(List.of(line.split(" "))));
        }
        return told;
    }

    /**
     * @param before the rows after the last look
     * @return the rows after this one
     */
    private static List<Row> look(Opening database, List<List<String>> told, List<Row> before) {
        Map<String, List<List<String>>> byWork = new HashMap<>();
        for (List<String> words : told) {
            byWork.computeIfAbsent(words.getFirst(), work -> new ArrayList<>()).add(words.subList(1, words.size()));
        }
        try (Stores stores = database.open()) {
            assertKept(stores, before);
            Set<Class<?>> checked = new HashSet<>();
            for (Work work : Work.ALL) {
                if (checked.add(work.getClass())) {
                    work.check(stores, byWork.getOrDefault(work.getClass().getSimpleName(), List.of()));
                }
            }
            return Contents.of(stores);
        }
    }

    /** Each process works on rows of its own, budgets aside, so that those of earlier ones stay as they were. */
    private static void assertKept(Stores stores, List<Row> before) {
        List<Row> lost = new ArrayList<>(before);
        lost.removeIf(row -> row.noun() == Noun.BUDGET);
        lost.removeAll(new HashSet<>(Contents.of(stores)));
        assertThat(lost)
                .as("rows of earlier processes that are gone or changed")
                .isEmpty();
    }
}
