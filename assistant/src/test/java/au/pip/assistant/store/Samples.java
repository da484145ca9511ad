package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import au.pip.llm.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Rows to store in tests. Times are seconds after {@link #START}. */
public final class Samples {
    public static final AccountId ANN = new AccountId("ann");
    public static final AccountId BOB = new AccountId("bob");
    /** The node that the runs are of. */
    public static final String NODE = "node-1";

    public static final Instant START = Instant.parse("2026-07-01T00:00:00.123Z");

    private Samples() {}

    public static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }

    public static Conversation conversation(String title, long second) {
        return new Conversation(id(), title, at(second), at(second));
    }

    /** A new conversation of the account, stored. */
    public static Conversation stored(Stores stores, AccountId account) {
        Conversation conversation = conversation("Books of July", 0);
        stores.conversations().create(account, conversation);
        return conversation;
    }

    public static Run run(Conversation conversation, long second) {
        return Run.begin(id(), conversation.id(), at(second), NODE);
    }

    public static Entry question(Run run, String text) {
        return new Entry(id(), Entry.Kind.QUESTION, run.id(), text, "{}", run.startedAt());
    }

    /** An answer one second after the run began. */
    public static Entry answer(Run run, String text) {
        String detail = "{\"pieces\":[{\"text\":\"…\"}]}";
        return new Entry(
                id(), Entry.Kind.ANSWER, run.id(), text, detail, run.startedAt().plusSeconds(1));
    }

    public static UsageRecord usage(Run run, String model, String costUsd) {
        return new UsageRecord(
                run.id(),
                run.conversationId(),
                "sandbox",
                model,
                2,
                new Usage(100, 20, 3, 4, 50, 6),
                costUsd == null ? null : new BigDecimal(costUsd),
                costUsd == null ? null : "2026-07-01",
                run.startedAt().plusSeconds(1));
    }

    /** A draft of the run's that waits, and when it expires. */
    public static Approval approval(Run run, long expires) {
        String draft = "{\"tool\":\"create_invoice\"}";
        return new Approval(
                id(),
                run.conversationId(),
                run.id(),
                draft,
                "hash of " + run.id(),
                Approval.State.WAITING,
                run.startedAt(),
                at(expires));
    }

    /** A run that has begun, with its question stored. */
    public static Run begun(Stores stores, AccountId account, Conversation conversation, long second) {
        Run run = run(conversation, second);
        RunStore.Begin begin = stores.runs().begin(account, run, question(run, "question at " + second));
        if (!(begin instanceof RunStore.Begin.Begun)) {
            throw new IllegalStateException("not begun: " + begin);
        }
        return run;
    }

    /** A run that has begun and completed, with its question and its answer stored. */
    public static Run completed(Stores stores, AccountId account, Conversation conversation, long second) {
        return completed(stores, account, conversation, second, run -> List.of());
    }

    /** The same, with the usage that the run is given. */
    public static Run completed(
            Stores stores,
            AccountId account,
            Conversation conversation,
            long second,
            Function<Run, List<UsageRecord>> usage) {
        Run run = begun(stores, account, conversation, second);
        Entry answer = answer(run, "answer at " + (second + 1));
        if (!stores.runs().finish(account, run.id(), Run.State.COMPLETED, answer, usage.apply(run))) {
            throw new IllegalStateException("not finished: " + run);
        }
        return run;
    }

    /** Every entry of a conversation, read in pages. */
    public static List<Entry> entries(Stores stores, AccountId account, String conversationId) {
        return Pages.all(cursor -> stores.entries().page(account, conversationId, cursor, 100));
    }

    /** Every conversation of an account, read in pages. */
    public static List<Conversation> conversations(Stores stores, AccountId account) {
        return Pages.all(cursor -> stores.conversations().page(account, cursor, 100));
    }
}
