package au.pip.benchmarks.store;

import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A question and its answer, of the size that they have in use: the same for every contender. */
record Turn(Run run, Entry question, Entry answer) {
    private static final String ANSWER = """
            Three customers owe you $22,988.90 AUD in all, $4,120.00 of it overdue: Harbour & Sons $12,400.00, Lantern \
            Bay Cafe $6,468.90 and Acme 5000 $4,120.00. The oldest is invoice INV-0107 of 3 October, due on 17 October.\
            """;

    /** About what an answer with four figures and their sources takes. */
    private static final String DETAIL = """
            {"id":"F1","measure":"owed","subject":"Harbour & Sons","period":"as of 23 Nov 2026","value":"12400.00",\
            "source":{"organisation":"Lantern Bay Studio","endpoint":"Invoices","records":4,"digest":"9f86d081884c7d65"}},\
            """.repeat(10);

    static Turn of(String conversationId, int number) {
        Instant at = Instant.EPOCH.plusSeconds(1_782_864_000L + number);
        Run run = Run.begin(id(), conversationId, at, "node-1");
        Entry question = new Entry(
                id(),
                Entry.Kind.QUESTION,
                run.id(),
                "Who owes me money, and since when? (question " + number + ")",
                "{}",
                at);
        Entry answer = new Entry(
                id(), Entry.Kind.ANSWER, run.id(), ANSWER, "{\"facts\":[" + DETAIL + "{}]}", at.plusSeconds(1));
        return new Turn(run, question, answer);
    }

    /** As cheap as can be, so that making ids is no part of the figures. */
    static String id() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
