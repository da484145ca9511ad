package au.pip.server;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.Entry;
import au.pip.assistant.books.Books;
import au.pip.assistant.books.BooksSource;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.RunFollower;
import au.pip.assistant.drafts.DraftPreview;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.ReplyStore;
import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.DraftOutcome;
import au.pip.assistant.xero.Drafts;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.store.jdbc.JdbcStores;
import au.pip.xero.ContactDraft;
import au.pip.xero.Draft;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a draft that a process which died left behind, and how often. */
@Timeout(60)
class AbandonedDraftTest {
    private static final AccountId ME = AccountId.LOCAL;
    private static final String PLACE = PretendPlace.ID;
    private static final String TENANT = "7d5c1f2e-0000-4000-8000-000000000001";
    private static final Draft DRAFT = new ContactDraft("Hill Stone", "", "", "", "");
    /** Longer than the same draft may be sent again. */
    private static final Duration LATER = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    private final XeroHttp http = new XeroHttp(XeroSettings.defaults());
    private final CountDownLatch answers = new CountDownLatch(1);
    private Stores stores;
    private Conversations conversations;
    private String conversation;

    @BeforeEach
    void open() {
        stores = JdbcStores.openSqlite(folder.resolve("pip.db"));
        conversations = conversations();
        conversation = conversations.create(ME).id();
    }

    @AfterEach
    void close() throws InterruptedException {
        answers.countDown();
        conversations.drain(Duration.ofSeconds(10));
        http.close();
        stores.close();
    }

    /** Every answer is that the books are not to be had, once it may come. */
    private Conversations conversations() {
        return new Conversations(
                stores, _ -> new ScriptedModel(List.of(), Duration.ZERO), _ -> unavailable(), Clock.systemUTC());
    }

    private Books unavailable() {
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new BooksSource.BooksUnavailable("There are no books.");
    }

    private Drafts drafts(Clock clock) {
        return new Drafts(stores, new PretendPlace("token", TENANT, () -> "Pretend"), http, "node", 10, clock);
    }

    private Decisions decisions(Clock clock) {
        return new Decisions(drafts(clock), conversations);
    }

    private String say() throws InterruptedException {
        return rest(conversations.send(ME, conversation, UUID.randomUUID().toString(), "Well?"));
    }

    private String rest(String run) throws InterruptedException {
        RunFollower follower = conversations.follow(ME, run, 0);
        while (!follower.ended()) {
            follower.next(Duration.ofSeconds(1));
        }
        return run;
    }

    /** A draft is proposed in a run, and its approval used up by a process that does nothing more. */
    private void abandon(String run) {
        DraftOutcome outcome = drafts(Clock.systemUTC())
                .propose(
                        ME,
                        PLACE,
                        conversation,
                        run,
                        DRAFT,
                        new DraftPreview("Hill Stone", "", List.of(), "0.00", "0.00", "0.00"));
        assertThat(outcome).isInstanceOf(DraftOutcome.Waiting.class);
        Approval approval = ((DraftOutcome.Waiting) outcome).approval();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        stores.leases().take(ME, "xero-draft-open/" + approval.id(), approval.id(), now, now.plusSeconds(240));
        stores.approvals().consume(ME, approval.id(), approval.hash(), now);
        keepReply();
    }

    private void keepReply() {
        stores.replies().put(ME, PLACE, "Contacts", new ReplyStore.Reply(Instant.EPOCH, new byte[] {1}));
    }

    private boolean hasReply() {
        return stores.replies().find(ME, PLACE, "Contacts").isPresent();
    }

    private long opened() {
        return stores.audit().page(ME, null, 100).items().stream()
                .filter(each -> each.action().equals("draft.open"))
                .count();
    }

    private long told() {
        List<Entry> entries = new ArrayList<>();
        Page<Entry> page = stores.entries().page(ME, conversation, null, 100);
        entries.addAll(page.items());
        while (page.next() != null) {
            page = stores.entries().page(ME, conversation, page.next(), 100);
            entries.addAll(page.items());
        }
        return entries.stream()
                .filter(each -> each.kind() == Entry.Kind.QUESTION)
                .filter(each -> each.text().contains("may be there or not"))
                .count();
    }

    private void assertToldOnce() {
        assertThat(told()).isEqualTo(1);
        assertThat(opened()).isEqualTo(1);
    }

    @Test
    void tellsOnceHoweverMuchIsSaidAfterIt() throws InterruptedException {
        answers.countDown();
        abandon(say());
        Decisions decisions = decisions(Clock.systemUTC());

        assertThat(decisions.tellAbandoned(ME, _ -> false))
                .as("the same may still be sent again")
                .isFalse();
        assertToldOnce();
        assertThat(hasReply()).as("the books are read anew").isFalse();
        assertThat(conversations.drain(Duration.ofSeconds(10))).isTrue();
        keepReply();
        for (int turn = 0; turn < 51; turn++) {
            say();
        }

        assertThat(decisions.tellAbandoned(ME, _ -> false)).isFalse();
        assertToldOnce();
        assertThat(hasReply()).as("nothing is new").isTrue();
        assertThat(decisions(Clock.offset(Clock.systemUTC(), LATER)).tellAbandoned(ME, _ -> false))
                .isTrue();
        assertThat(stores.leases().named(ME, "xero-draft")).isEmpty();
        assertThat(drafts(Clock.systemUTC()).abandoned(ME, _ -> false)).isEmpty();
        assertToldOnce();
        assertThat(hasReply()).isTrue();
    }

    @Test
    void waitsForAnAnswerThatIsBeingGiven() throws InterruptedException {
        String run = conversations.send(ME, conversation, UUID.randomUUID().toString(), "Well?");
        abandon(run);
        Decisions later = decisions(Clock.offset(Clock.systemUTC(), LATER));

        for (int look = 0; look < 2; look++) {
            assertThat(later.tellAbandoned(ME, _ -> false)).isFalse();
            assertThat(told()).isZero();
            assertThat(opened()).isZero();
            assertThat(hasReply()).isTrue();
        }
        answers.countDown();
        rest(run);
        assertThat(later.tellAbandoned(ME, _ -> false)).isTrue();
        assertToldOnce();
    }

    @Test
    void tellsOnceWhenTwoNodesLookAtOnce() throws InterruptedException {
        answers.countDown();
        abandon(say());
        Conversations elsewhere = conversations();
        List<Decisions> nodes =
                List.of(decisions(Clock.systemUTC()), new Decisions(drafts(Clock.systemUTC()), elsewhere));

        IntStream.range(0, 8)
                .mapToObj(look -> CompletableFuture.runAsync(
                        () -> nodes.get(look % 2).tellAbandoned(ME, _ -> false), Thread::startVirtualThread))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(elsewhere.drain(Duration.ofSeconds(10))).isTrue();
        assertToldOnce();
    }
}
