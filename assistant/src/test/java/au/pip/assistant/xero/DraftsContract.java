package au.pip.assistant.xero;

import static au.pip.assistant.xero.DraftsWorld.made;
import static au.pip.assistant.xero.DraftsWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.Run;
import au.pip.assistant.store.ReplyStore;
import au.pip.assistant.store.Samples;
import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.DraftOutcome.Refusal;
import au.pip.sandbox.xero.Fault;
import au.pip.xero.ContactDraft;
import au.pip.xero.Draft;
import au.pip.xero.DraftContent;
import au.pip.xero.DraftKind;
import au.pip.xero.Written;
import au.pip.xero.auth.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft is made by its approval, once, and by nothing else, over a real store and the pretend Xero. */
public abstract class DraftsContract {
    private static final AccountId ANN = Samples.ANN;
    private static final AccountId BOB = Samples.BOB;

    private Stores stores;
    private DraftsWorld world;
    private Drafts drafts;

    /** Opens this test's own stores, empty. */
    protected abstract Stores open();

    @BeforeEach
    void openStores() {
        stores = open();
        world = new DraftsWorld(stores);
        drafts = world.drafts("node-1");
    }

    @AfterEach
    void closeStores() {
        world.close();
        stores.close();
    }

    @Test
    void makesEachKindOnceItIsApproved() {
        Connection studio = world.connect(ANN, world.studio);
        Map<DraftKind, Written> made = new EnumMap<>(DraftKind.class);

        for (Draft draft : world.each(world.studio)) {
            Approval approval = propose(ANN, studio, draft);
            ProposedDraft proposed =
                    world.drafts("node-2").proposed(ANN, approval.id()).orElseThrow();
            assertThat(proposed)
                    .isEqualTo(new ProposedDraft(studio.id(), studio.organisationName(), draft, DraftsWorld.PREVIEW));
            made.put(draft.kind(), made(drafts.make(ANN, approval.id(), studio.id(), proposed.draft())));
        }

        assertThat(made).containsOnlyKeys(DraftKind.values());
        assertThat(made.values()).extracting(Written::id).doesNotHaveDuplicates();
        assertThat(world.server.writes()).isEqualTo(5);
        assertThat(actions(ANN)).filteredOn("draft.made"::equals).hasSize(5);
        assertThat(stores.leases().named(ANN, "xero-draft")).isEmpty();
    }

    @Test
    void hasTheBooksReadAnewAfterADraft() {
        Connection studio = world.connect(ANN, world.studio);
        Connection bakery = world.connect(ANN, world.bakery);
        for (Connection each : List.of(studio, bakery)) {
            stores.replies().put(ANN, each.id(), "Invoices", new ReplyStore.Reply(Instant.EPOCH, new byte[] {1}));
        }
        Draft draft = world.invoice(world.content(world.studio, "100"));

        made(drafts.make(ANN, propose(ANN, studio, draft).id(), studio.id(), draft));

        assertThat(stores.replies().find(ANN, studio.id(), "Invoices")).isEmpty();
        assertThat(stores.replies().find(ANN, bakery.id(), "Invoices")).isPresent();
    }

    @Test
    void sendsNothingElseThanWhatWasApproved() {
        Connection studio = world.connect(ANN, world.studio);
        Connection bakery = world.connect(ANN, world.bakery);
        Connection bobs = world.connect(BOB, world.studio);
        DraftContent content = world.content(world.studio, "100");
        Draft draft = world.invoice(content);
        Approval approval = propose(ANN, studio, draft);
        String id = approval.id();

        refused(
                drafts.make(ANN, id, studio.id(), world.invoice(world.content(world.studio, "100.01"))),
                Refusal.DIFFERENT);
        refused(drafts.make(ANN, id, studio.id(), world.bill(content)), Refusal.DIFFERENT);
        refused(drafts.make(ANN, id, bakery.id(), draft), Refusal.DIFFERENT);
        refused(drafts.make(BOB, id, bobs.id(), draft), Refusal.UNKNOWN);
        refused(drafts.make(BOB, id, studio.id(), draft), Refusal.NOT_CONNECTED);
        forBob(approval);
        refused(drafts.make(BOB, id, bobs.id(), draft), Refusal.DIFFERENT);
        refused(drafts.make(ANN, Samples.id(), studio.id(), draft), Refusal.UNKNOWN);

        assertThat(world.server.writes()).isZero();
        assertThat(stores.leases().named(ANN, "xero-draft")).isEmpty();
        made(drafts.make(ANN, id, studio.id(), draft));
        assertThat(world.server.writes()).isEqualTo(1);
    }

    @Test
    void usesAnApprovalOnceAndInTime() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Approval declined = propose(ANN, studio, draft);
        Approval used = propose(ANN, studio, draft);
        assertThat(drafts.decline(ANN, declined.id())).isTrue();
        made(drafts.make(ANN, used.id(), studio.id(), draft));
        Approval late = propose(ANN, studio, draft);

        refused(drafts.make(ANN, declined.id(), studio.id(), draft), Refusal.DECLINED);
        refused(drafts.make(ANN, used.id(), studio.id(), draft), Refusal.USED);
        world.clock.forward(Drafts.WAITS);
        refused(drafts.make(ANN, late.id(), studio.id(), draft), Refusal.EXPIRED);
        refused(drafts.make(ANN, used.id(), studio.id(), draft), Refusal.USED);

        assertThat(world.server.writes()).isEqualTo(1);
        assertThat(world.invoicesOf(world.studio)).isEqualTo(1);
    }

    @Test
    void makesOneOfManyCallsForOneApproval() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Approval approval = propose(ANN, studio, draft);
        List<Drafts> nodes = List.of(drafts, world.drafts("node-2"));

        List<DraftOutcome> outcomes = IntStream.range(0, 16)
                .mapToObj(call -> CompletableFuture.supplyAsync(
                        () -> nodes.get(call % 2).make(ANN, approval.id(), studio.id(), draft),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(outcomes).filteredOn(DraftOutcome.Made.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(each -> !(each instanceof DraftOutcome.Made))
                .allMatch(each -> each instanceof DraftOutcome.Refused(Refusal why, String _)
                        && Set.of(Refusal.BUSY, Refusal.USED).contains(why));
        assertThat(world.server.writes()).isEqualTo(1);
    }

    @Test
    void makesItOnceWhenTheAnswerIsLost() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Approval approval = propose(ANN, studio, draft);
        world.server.failNext(Fault.of(Fault.Kind.LOST), 1);

        made(drafts.make(ANN, approval.id(), studio.id(), draft));

        assertThat(world.server.writes()).isEqualTo(2);
        assertThat(world.invoicesOf(world.studio)).isEqualTo(1);
    }

    @Test
    void letsTheSameBeSentAgainWhileNobodyKnowsWhatCameOfIt() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Draft other = world.invoice(world.content(world.studio, "200"));
        Approval approval = propose(ANN, studio, draft);
        world.server.failNext(Fault.of(Fault.Kind.LOST), 3);

        DraftOutcome open = drafts.make(ANN, approval.id(), studio.id(), draft);
        assertThat(open)
                .isInstanceOfSatisfying(
                        DraftOutcome.Open.class,
                        each -> assertThat(each.message()).contains("may be there or not", "within 4 minutes"));
        refused(drafts.make(ANN, approval.id(), studio.id(), other), Refusal.DIFFERENT);
        made(world.drafts("node-2").make(ANN, approval.id(), studio.id(), draft));
        refused(drafts.make(ANN, approval.id(), studio.id(), draft), Refusal.USED);

        assertThat(world.server.writes()).isEqualTo(4);
        assertThat(world.invoicesOf(world.studio)).isEqualTo(1);
    }

    @Test
    void goesOnAfterAProcessDiedBetweenApprovalAndAnswer() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Approval approval = propose(ANN, studio, draft);
        died(approval, draft);

        assertThat(drafts.abandoned(ANN, _ -> true)).isEmpty();
        assertThat(drafts.abandoned(ANN, _ -> false)).extracting(Approval::id).containsExactly(approval.id());
        assertThat(drafts.abandoned(BOB, _ -> false)).isEmpty();
        refused(drafts.make(ANN, approval.id(), studio.id(), draft), Refusal.BUSY);
        assertThat(world.server.writes()).isZero();
        world.clock.forward(Permits.TURN_LASTS);
        assertThat(drafts.abandoned(ANN, _ -> true)).hasSize(1);
        made(drafts.make(ANN, approval.id(), studio.id(), draft));
        refused(drafts.make(ANN, approval.id(), studio.id(), draft), Refusal.USED);

        assertThat(drafts.abandoned(ANN, _ -> false)).isEmpty();
        assertThat(world.server.writes()).isEqualTo(1);
    }

    @Test
    void sendsNothingAgainWhenXeroMayHaveForgottenTheKey() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Approval approval = propose(ANN, studio, draft);
        world.server.failNext(Fault.of(Fault.Kind.LOST), 3);
        assertThat(drafts.make(ANN, approval.id(), studio.id(), draft)).isInstanceOf(DraftOutcome.Open.class);
        Approval dead = propose(ANN, studio, draft);
        died(dead, draft);

        world.clock.forward(Permits.REPEATED_WITHIN);
        refused(drafts.make(ANN, approval.id(), studio.id(), draft), Refusal.UNCERTAIN);
        refused(drafts.make(ANN, dead.id(), studio.id(), draft), Refusal.UNCERTAIN);

        assertThat(world.server.writes()).isEqualTo(3);
        assertThat(world.invoicesOf(world.studio)).isEqualTo(1);
    }

    @Test
    void tellsWhyXeroDidNotTakeItAndIsDoneWithTheApproval() {
        Connection studio = world.connect(ANN, world.studio);
        Draft taken = new ContactDraft(world.studio.contacts().getFirst().name(), "", "", "", "");
        Approval approval = propose(ANN, studio, taken);

        assertThat(drafts.make(ANN, approval.id(), studio.id(), taken))
                .isInstanceOfSatisfying(DraftOutcome.Rejected.class, rejected -> {
                    assertThat(rejected.reasons())
                            .singleElement()
                            .asString()
                            .contains("already assigned to another contact");
                    assertThat(rejected.message()).contains("Nothing was written");
                });
        refused(drafts.make(ANN, approval.id(), studio.id(), taken), Refusal.USED);
        assertThat(world.server.writes()).isEqualTo(1);
    }

    @Test
    void makesNothingWithoutLeaveToWrite() {
        Connection reading =
                world.connect(ANN, world.studio, Set.of("accounting.invoices.read", "accounting.contacts"));
        Draft draft = world.invoice(world.content(world.studio, "100"));

        Run run = world.run(ANN);
        DraftOutcome outcome =
                drafts.propose(ANN, reading.id(), run.conversationId(), run.id(), draft, DraftsWorld.PREVIEW);
        refused(outcome, Refusal.NO_PERMISSION);
        assertThat(outcome.toString()).contains("XERO_WRITES=drafts");
        refused(drafts.make(ANN, Samples.id(), reading.id(), draft), Refusal.NO_PERMISSION);

        Connection writing = world.connect(ANN, world.bakery);
        Draft there = world.invoice(world.content(world.bakery, "100"));
        Approval approval = propose(ANN, writing, there);
        world.server.failNext(Fault.of(Fault.Kind.NO_SCOPE), 1);
        assertThat(drafts.make(ANN, approval.id(), writing.id(), there))
                .isInstanceOfSatisfying(
                        DraftOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).contains("XERO_WRITES=drafts"));
        assertThat(world.invoicesOf(world.bakery)).isZero();
    }

    @Test
    void goesByWhatACustomConnectionIsAskedForToday() {
        WayIn.Custom reading = world.custom(Scopes.ofApp(""));
        WayIn.Custom writing = world.custom(Scopes.withDrafts(Scopes.ofApp("")));
        Connection studio = world.connect(ANN, world.studio, reading.scopes(), reading.signInId());
        Draft draft = world.invoice(world.content(world.studio, "100"));

        assertThat(world.offersInvoices(ANN, writing)).isTrue();
        Approval approval = world.propose(world.drafts(writing), ANN, studio, draft);
        assertThat(world.offersInvoices(ANN, reading)).isFalse();
        DraftOutcome shut = world.drafts(reading).make(ANN, approval.id(), studio.id(), draft);

        refused(shut, Refusal.NO_PERMISSION);
        assertThat(shut.toString())
                .contains("tick accounting.contacts, accounting.invoices", "https://developer.xero.com/app/manage")
                .doesNotContain("connect the organisation again");
        made(world.drafts(writing).make(ANN, approval.id(), studio.id(), draft));
    }

    @Test
    void makesNothingOnceLeaveToWriteIsTakenOutOfTheSettings() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Approval approval = propose(ANN, studio, draft);
        WayIn.Browser reading = world.browser(Scopes.ofPerson(""));

        refused(world.drafts(reading).make(ANN, approval.id(), studio.id(), draft), Refusal.NO_PERMISSION);
        assertThat(world.offersInvoices(ANN, reading)).isFalse();
        assertThat(world.server.writes()).isZero();

        assertThat(world.offersInvoices(ANN, world.browser(Scopes.withDrafts(Scopes.ofPerson("")))))
                .isTrue();
        made(drafts.make(ANN, approval.id(), studio.id(), draft));
    }

    /** Bob has one of the same id, for the same. */
    private void forBob(Approval approval) {
        Run run = world.run(BOB);
        stores.approvals()
                .ask(
                        BOB,
                        new Approval(
                                approval.id(),
                                run.conversationId(),
                                run.id(),
                                approval.draft(),
                                approval.hash(),
                                Approval.State.WAITING,
                                approval.createdAt(),
                                approval.expiresAt()));
    }

    /** An approval is used up, and nothing follows. */
    private void died(Approval approval, Draft draft) {
        assertThat(new Permits(stores.approvals(), stores.leases(), "node-0", world.clock)
                        .permit(ANN, approval.id(), draft, world.id(world.studio)))
                .isInstanceOf(Permits.Permission.Granted.class);
        assertThat(stores.approvals().find(ANN, approval.id()).orElseThrow().state())
                .isEqualTo(Approval.State.CONSUMED);
    }

    private Approval propose(AccountId account, Connection connection, Draft draft) {
        Approval approval = world.propose(drafts, account, connection, draft);
        assertThat(approval.expiresAt()).isEqualTo(approval.createdAt().plus(Duration.ofMinutes(5)));
        return approval;
    }

    private List<String> actions(AccountId account) {
        return stores.audit().page(account, null, 100).items().stream()
                .map(AuditEntry::action)
                .toList();
    }
}
