package au.pip.store.jdbc;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.conversations;
import static au.pip.assistant.store.Samples.entries;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed has lost nothing that it was told is stored, and has left no half of anything. */
class KillTest {
    private static final int SIGKILLED = 128 + 9;

    @TempDir
    private Path folder;

    @Test
    void keepsEveryAcknowledgedRowWhenTheProcessIsKilled() throws Exception {
        killAndLook(4, new Random().nextLong());
    }

    @Test
    @Tag("long")
    void keepsEveryAcknowledgedRowThroughHundredsOfKills() throws Exception {
        killAndLook(300, new Random().nextLong());
    }

    private void killAndLook(int rounds, long seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            Path file = folder.resolve("pip-" + round / 10 + ".db");
            List<String> acknowledged = acknowledgedUntilKilled(file, 1 + random.nextInt(400));
            String told = "seed " + seed + ", round " + round;
            try (Stores stores = JdbcStores.openSqlite(file)) {
                Map<String, List<Entry>> kept = kept(stores);
                acknowledged.forEach(line -> assertKept(told, line, kept, stores));
                kept.forEach((conversationId, entries) -> assertWholeTurns(told, entries, stores));
                interruptUnfinished(stores);
            }
            assertSound(told, file);
        }
    }

    private static List<String> acknowledgedUntilKilled(Path file, int lines) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (ChildProcess child = new ChildProcess(List.of(), WritesUntilKilled.class, file.toString())) {
            while (acknowledged.size() < lines) {
                String line = child.line();
                assertThat(line).as("the writer goes on until it is killed").isNotNull();
                acknowledged.add(line);
            }
            assertThat(child.kill()).isEqualTo(SIGKILLED);
            acknowledged.addAll(child.remainingLines());
        }
        return acknowledged;
    }

    private static Map<String, List<Entry>> kept(Stores stores) {
        Map<String, List<Entry>> kept = new HashMap<>();
        for (Conversation conversation : conversations(stores, ANN)) {
            kept.put(conversation.id(), entries(stores, ANN, conversation.id()));
        }
        return kept;
    }

    private static void assertKept(String told, String line, Map<String, List<Entry>> kept, Stores stores) {
        String[] words = line.split(" ");
        assertThat(words).as(told).hasSize(4);
        switch (words[0]) {
            case "question", "answer" ->
                assertThat(ids(kept.getOrDefault(words[1], List.of())))
                        .as(told + ": " + line)
                        .contains(words[3]);
            case "events" ->
                assertThat(stores.events().last(ANN, words[2]))
                        .as(told + ": " + line)
                        .isEqualTo(2);
            default -> throw new AssertionError(told + ": " + line);
        }
    }

    private static Set<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).collect(Collectors.toSet());
    }

    /** Question, answer, question, answer; the last answer may not have come. */
    private static void assertWholeTurns(String told, List<Entry> entries, Stores stores) {
        for (int place = 0; place < entries.size(); place++) {
            Entry entry = entries.get(place);
            boolean asks = place % 2 == 0;
            assertThat(entry.kind()).as(told).isEqualTo(asks ? Entry.Kind.QUESTION : Entry.Kind.ANSWER);
            if (asks) {
                boolean answered = place + 1 < entries.size();
                assertThat(stores.runs().find(ANN, entry.runId()).orElseThrow().state() == Run.State.RUNNING)
                        .as(told)
                        .isEqualTo(!answered);
            }
        }
    }

    private static void interruptUnfinished(Stores stores) {
        assertThat(stores.runs().unfinished())
                .hasSizeLessThanOrEqualTo(4)
                .allSatisfy(left -> assertThat(stores.runs()
                                .finish(
                                        left.account(),
                                        left.run().id(),
                                        Run.State.INTERRUPTED,
                                        answer(left.run(), "interrupted"),
                                        List.of()))
                        .isTrue());
    }

    private static void assertSound(String told, Path file) {
        try (Database database = SqliteOpening.open(file, Duration.ofSeconds(1))) {
            for (String check : List.of("PRAGMA integrity_check", "PRAGMA foreign_key_check")) {
                List<String> found = database.read(
                        handle -> handle.createQuery(check).mapTo(String.class).list());
                assertThat(found).as(told + ": " + check).isSubsetOf("ok");
            }
        }
    }
}
