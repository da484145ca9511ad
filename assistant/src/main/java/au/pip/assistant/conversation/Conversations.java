package au.pip.assistant.conversation;

import au.pip.api.FoundView;
import au.pip.api.RunAccepted;
import au.pip.api.RunView;
import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.books.BooksSource;
import au.pip.assistant.conversation.ConversationException.IdTaken;
import au.pip.assistant.conversation.ConversationException.NotFound;
import au.pip.assistant.conversation.ConversationException.RunInProgress;
import au.pip.assistant.drafts.DraftDesk;
import au.pip.assistant.node.Node;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.RunStore;
import au.pip.assistant.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people do with Pip: start a conversation, send a message, follow or stop its answer, read it again.
 *
 * <p>Safe for use by several threads. Refusals are {@link ConversationException}s.
 */
public final class Conversations {
    /** The longest message, in characters; about ten pages. */
    public static final int LONGEST_MESSAGE = 20_000;

    private static final int TITLE = 60;
    private static final int LATEST = 100;
    private static final String UNTITLED = "New conversation";

    private final Stores stores;
    private final Answering answering;
    private final Replacing replacing;
    private final LiveRuns live = new LiveRuns();
    private final Ids ids;
    private final Clock clock;
    private final Node node;
    private final RunWatch watch;
    private final boolean strict;

    /** For the only process that uses the store. */
    public Conversations(Stores stores, ModelSource models, BooksSource books, Clock clock) {
        this(stores, models, books, clock, Node.sole(new Ids(clock).next()));
    }

    /** @param node under which messages are answered here; closed by the caller, last */
    public Conversations(Stores stores, ModelSource models, BooksSource books, Clock clock, Node node) {
        this(stores, models, books, DraftDesk.CLOSED, clock, node);
    }

    /** @param desk where drafts wait that a run proposes */
    public Conversations(Stores stores, ModelSource models, BooksSource books, DraftDesk desk, Clock clock, Node node) {
        this(stores, models, books, desk, AnswerRules.DEFAULTS, clock, node);
    }

    /** @param rules of each answer */
    public Conversations(
            Stores stores,
            ModelSource models,
            BooksSource books,
            DraftDesk desk,
            AnswerRules rules,
            Clock clock,
            Node node) {
        this.strict = rules.strict();
        this.stores = stores;
        this.ids = new Ids(clock);
        this.clock = clock;
        this.node = node;
        this.answering = new Answering(stores, models, books, desk, rules, ids, clock);
        this.replacing = new Replacing(stores, clock);
        this.watch = new RunWatch(stores, live, answering, node);
    }

    public Conversation create(AccountId account) {
        Instant now = clock.instant();
        Conversation conversation = new Conversation(ids.next(), UNTITLED, now, now);
        stores.conversations().create(account, conversation);
        return conversation;
    }

    public Page<Conversation> page(AccountId account, @Nullable String cursor, int limit) {
        return stores.conversations().page(account, cursor, limit);
    }

    public Conversation find(AccountId account, String conversationId) {
        return stores.conversations().find(account, conversationId).orElseThrow(Conversations::noConversation);
    }

    public Page<Entry> entries(AccountId account, String conversationId, @Nullable String cursor, int limit) {
        find(account, conversationId);
        return stores.entries().page(account, conversationId, cursor, limit);
    }

    /**
     * Entries of all conversations that have, for each word of the query, a word that begins with it; the latest first. A
     * page may hold fewer than {@code limit}, even none, although more follow.
     */
    public Page<FoundView> search(AccountId account, String query, @Nullable String cursor, int limit) {
        return new Search(stores).find(account, query, cursor, limit);
    }

    /**
     * Stores a message and starts its answer. The message is stored before any model is called. The same id with the
     * same text again changes nothing and answers the same run.
     *
     * @return the run's id
     */
    public String send(AccountId account, String conversationId, String messageId, String text) {
        return send(account, conversationId, messageId, text, null);
    }

    /** @param withhold whether this answer is without figures that cannot be verified; null for what is usual here */
    public String send(
            AccountId account, String conversationId, String messageId, String text, @Nullable Boolean withhold) {
        String id = Sent.message(messageId);
        String said = Sent.text(text);
        Run run = Run.begin(ids.next(), conversationId, clock.instant(), node.id());
        Wish wish = new Wish(withhold);
        Entry question = new Entry(id, Entry.Kind.QUESTION, run.id(), said, wish.beside("{}"), run.startedAt());
        return switch (start(account, run, question, wish)) {
            case RunStore.Begin.Begun _ -> {
                title(account, conversationId, said, UNTITLED);
                yield run.id();
            }
            case RunStore.Begin.Repeated(String runId, String earlier) -> {
                if (!earlier.equals(said)) {
                    throw new IdTaken();
                }
                yield runId;
            }
            case RunStore.Begin.Taken _ -> throw new IdTaken();
            case RunStore.Begin.Busy(String runId) -> throw new RunInProgress(runId);
            case RunStore.Begin.NoConversation _ -> throw noConversation();
        };
    }

    /**
     * Asks the latest question of a conversation again, or in other words: the message is sent in its place. What it
     * replaces stays stored, and no model is told of it any more. The same id with the same text again changes nothing
     * and answers the same run; of several messages for one question the first is taken.
     *
     * @param questionId the question to replace
     * @return with the id of the entry, which is not the message's
     * @throws ConversationException.NotReplaceable when it is not the latest, or a draft of it waits or was approved
     */
    public RunAccepted replace(
            AccountId account, String conversationId, String messageId, String text, String questionId) {
        return replace(account, conversationId, messageId, text, questionId, null);
    }

    /**
     * @param withhold whether this answer is without figures that cannot be verified; null for what was wished of the
     *     question's, else what is usual here
     */
    public RunAccepted replace(
            AccountId account,
            String conversationId,
            String messageId,
            String text,
            String questionId,
            @Nullable Boolean withhold) {
        Replacement replacement =
                new Replacement(Sent.id("replaces", "the id of a question", questionId), Sent.message(messageId));
        String said = Sent.text(text);
        find(account, conversationId);
        String id = replacement.entryId();
        Optional<String> there = replacing.repeated(account, conversationId, replacement, said);
        if (there.isPresent()) {
            return new RunAccepted(there.get(), conversationId, id);
        }
        Replacing.Place place = replacing.place(account, conversationId, replacement.replaces());
        Run run = Run.begin(ids.next(), conversationId, clock.instant(), node.id());
        Wish wish = withhold == null ? Wish.of(place.question()) : new Wish(withhold);
        String detail = wish.beside(replacement.detail());
        Entry question = new Entry(id, Entry.Kind.QUESTION, run.id(), said, detail, run.startedAt());
        return switch (start(account, run, question, wish)) {
            case RunStore.Begin.Begun _ -> {
                if (place.first()) {
                    title(account, conversationId, said, titled(place.question().text()));
                }
                yield new RunAccepted(run.id(), conversationId, id);
            }
            case RunStore.Begin.Repeated _ ->
                new RunAccepted(
                        replacing
                                .repeated(account, conversationId, replacement, said)
                                .orElseThrow(),
                        conversationId,
                        id);
            case RunStore.Begin.Taken _ -> throw new IdTaken();
            case RunStore.Begin.Busy(String runId) -> throw new RunInProgress(runId);
            case RunStore.Begin.NoConversation _ -> throw noConversation();
        };
    }

    /**
     * Tells in a conversation what became of a draft, and goes on from it, without figures that cannot be verified where
     * that was wished of the answer that proposed it. The same outcome again changes nothing.
     *
     * @throws RunInProgress when another run of the conversation is going; then nothing was stored
     */
    public Told goOn(AccountId account, String conversationId, Outcome outcome) {
        Run run = Run.begin(ids.next(), conversationId, clock.instant(), node.id());
        Wish wish = Wish.behind(stores, account, conversationId, outcome.approvalId());
        String detail = wish.beside(outcome.detail());
        Entry told =
                new Entry(outcome.entryId(), Entry.Kind.QUESTION, run.id(), outcome.text(), detail, run.startedAt());
        return switch (start(account, run, told, wish)) {
            case RunStore.Begin.Begun _ -> new Told(run.id(), true);
            case RunStore.Begin.Repeated(String runId, String _) -> new Told(runId, false);
            case RunStore.Begin.Taken _ -> throw new IdTaken();
            case RunStore.Begin.Busy(String runId) -> throw new RunInProgress(runId);
            case RunStore.Begin.NoConversation _ -> throw noConversation();
        };
    }

    /**
     * That an outcome stands in its conversation.
     *
     * @param runId the run that goes on from it
     * @param first whether this call told it; of several calls one did
     */
    public record Told(String runId, boolean first) {}

    /** Whether the latest entries of a conversation tell what became of a draft. */
    public boolean isTold(AccountId account, String conversationId, String approvalId) {
        return stores.entries().latest(account, conversationId, LATEST).stream()
                .map(Outcome::of)
                .flatMap(Optional::stream)
                .anyMatch(outcome -> outcome.approvalId().equals(approvalId));
    }

    /** @throws RunInProgress when a run of the conversation is going, here or elsewhere */
    public void requireRest(AccountId account, String conversationId) {
        stores.runs().unfinished().stream()
                .filter(owned -> owned.account().equals(account))
                .map(RunStore.Owned::run)
                .filter(run -> run.conversationId().equals(conversationId))
                .filter(run -> live.find(account, run.id()).isPresent() || node.livesElsewhere(run.node()))
                .findFirst()
                .ifPresent(run -> {
                    throw new RunInProgress(run.id());
                });
    }

    private RunStore.Begin start(AccountId account, Run run, Entry question, Wish wish) {
        node.awake();
        // Live before stored: whoever sees the stored run can follow it.
        LiveRuns.LiveRun going = live.start(account, run.id());
        RunStore.Begin begin;
        try {
            begin = begin(account, run, question);
        } catch (RuntimeException e) {
            live.end(run.id());
            throw e;
        }
        if (begin instanceof RunStore.Begin.Begun) {
            Thread.ofVirtual().name("run-" + run.id()).start(() -> answer(account, run, question, going, wish));
        } else {
            live.end(run.id());
        }
        return begin;
    }

    /** Asks a run to stop, wherever it is going; a no-op when it has ended. */
    public void stop(AccountId account, String runId) {
        run(account, runId);
        live.find(account, runId)
                .ifPresentOrElse(run -> run.stop.raise(), () -> stores.runs().askToStop(account, runId));
    }

    /** @param after the sequence of the last event the caller has seen; 0 for all */
    public RunFollower follow(AccountId account, String runId, long after) {
        run(account, runId);
        return new RunFollower(stores, live, answering, node, account, runId, after);
    }

    /** The run as it stands; its answer and figures are there once it has ended. */
    public RunView view(AccountId account, String runId) {
        Run run = run(account, runId);
        Answer answer = stores.runs()
                .answer(account, runId)
                .map(entry -> Codec.readAnswer(entry.detail()))
                .orElseGet(() -> Answer.none(run.state(), null));
        return EntryViews.run(run, answer);
    }

    /**
     * Ends what killed processes left going: those runs are interrupted, their questions are there. Call it once, before
     * the first message. Runs of a node that lives, or died in the last few seconds, are left to {@link #watch}.
     *
     * @return how many there were
     */
    public int recover() {
        return watch.endLost(stores.runs().unfinished());
    }

    /** Begins to look after the runs of all nodes, until it is closed; for nodes that share a store. Call it once. */
    public RunWatch watch() {
        return watch.started();
    }

    /**
     * Lets what is going end, at most so long, and interrupts the rest; answers whether all of it is stored. For the
     * program's end: no message may come after.
     */
    public boolean drain(Duration most) throws InterruptedException {
        if (live.awaitNone(most)) {
            return true;
        }
        live.interruptAll();
        return live.awaitNone(most);
    }

    /** A run that nobody answers any more, here or elsewhere, is ended now and not waited for. */
    private RunStore.Begin begin(AccountId account, Run run, Entry question) {
        RunStore.Begin begin = stores.runs().begin(account, run, question);
        if (begin instanceof RunStore.Begin.Busy(String runId)
                && live.find(account, runId).isEmpty()) {
            Optional<Run> left = stores.runs().find(account, runId).filter(busy -> !node.livesElsewhere(busy.node()));
            if (left.isPresent()) {
                answering.interrupt(account, left.get());
                return stores.runs().begin(account, run, question);
            }
        }
        return begin;
    }

    private void answer(AccountId account, Run run, Entry question, LiveRuns.LiveRun going, Wish wish) {
        try {
            answering.answer(account, run, question, going, wish.isStrict(strict));
        } finally {
            live.end(run.id());
        }
    }

    private Run run(AccountId account, String runId) {
        return stores.runs()
                .find(account, runId)
                .orElseThrow(() -> new NotFound("There is no such run. Look at the conversation's entries instead."));
    }

    private void title(AccountId account, String conversationId, String text, String before) {
        try {
            name(account, conversationId, text, before);
        } catch (RuntimeException e) {
            System.getLogger(Conversations.class.getName())
                    .log(System.Logger.Level.WARNING, "conversation " + conversationId + " got no title", e);
        }
    }

    private void name(AccountId account, String conversationId, String text, String before) {
        if (find(account, conversationId).title().equals(before)) {
            stores.conversations().rename(account, conversationId, titled(text));
        }
    }

    private static String titled(String text) {
        String line = text.strip().lines().findFirst().orElse(UNTITLED);
        return line.length() <= TITLE ? line : line.substring(0, TITLE - 1) + "…";
    }

    private static NotFound noConversation() {
        return new NotFound("There is no such conversation. Start a new one, or list those there are.");
    }
}
