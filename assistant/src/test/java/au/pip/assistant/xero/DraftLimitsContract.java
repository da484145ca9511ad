package au.pip.assistant.xero;

import static au.pip.assistant.xero.DraftsWorld.made;
import static au.pip.assistant.xero.DraftsWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.store.Samples;
import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.DraftOutcome.Refusal;
import au.pip.sandbox.xero.Fault;
import au.pip.xero.Draft;
import au.pip.xero.Written;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many drafts are made, what is said of one that no call was left for, and what is written down about each. */
public abstract class DraftLimitsContract {
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
    void makesNoMoreWithinAnHourThanTheOperatorAllows() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        List<Drafts> nodes = List.of(world.drafts("node-1", 3), world.drafts("node-2", 3));
        List<Approval> approvals =
                IntStream.range(0, 5).mapToObj(_ -> propose(ANN, studio, draft)).toList();

        List<DraftOutcome> outcomes = IntStream.range(0, 5)
                .mapToObj(call -> CompletableFuture.supplyAsync(
                        () -> nodes.get(call % 2).make(ANN, approvals.get(call).id(), studio.id(), draft),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(outcomes).filteredOn(DraftOutcome.Made.class::isInstance).hasSize(3);
        assertThat(outcomes)
                .filteredOn(DraftOutcome.Refused.class::isInstance)
                .hasSize(2)
                .allSatisfy(each -> {
                    refused(each, Refusal.TOO_MANY);
                    assertThat(each.toString()).contains("3 drafts", "PIP_WRITES_PER_HOUR", "room again in 60 minutes");
                });
        assertThat(world.server.writes()).isEqualTo(3);
        Approval waits = approvals.get(outcomes.indexOf(outcomes.stream()
                .filter(DraftOutcome.Refused.class::isInstance)
                .findFirst()
                .orElseThrow()));
        Connection bobs = world.connect(BOB, world.studio);
        made(world.drafts("node-1", 3).make(BOB, propose(BOB, bobs, draft).id(), bobs.id(), draft));
        refused(nodes.getFirst().make(ANN, waits.id(), studio.id(), draft), Refusal.TOO_MANY);
        world.clock.forward(WriteLimit.WINDOW);
        refused(nodes.getFirst().make(ANN, waits.id(), studio.id(), draft), Refusal.EXPIRED);
        made(nodes.getFirst().make(ANN, propose(ANN, studio, draft).id(), studio.id(), draft));
    }

    @Test
    void countsNoWriteThatWasRefused() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Drafts one = world.drafts("node-1", 1);
        Approval late = propose(ANN, studio, draft);
        world.clock.forward(Drafts.WAITS);

        refused(one.make(ANN, late.id(), studio.id(), draft), Refusal.EXPIRED);
        made(one.make(ANN, propose(ANN, studio, draft).id(), studio.id(), draft));
        refused(one.make(ANN, propose(ANN, studio, draft).id(), studio.id(), draft), Refusal.TOO_MANY);
    }

    @Test
    void saysThatNothingIsThereWhenALimitOfItsOwnStoppedIt() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Approval approval = propose(ANN, studio, draft);

        DraftOutcome outcome = world.draftsWithoutCalls().make(ANN, approval.id(), studio.id(), draft);

        refused(outcome, Refusal.NOT_SENT);
        assertThat(outcome.toString())
                .contains("Nothing was sent to Xero, so nothing was written", "is used up")
                .doesNotContain("may be there or not");
        refused(drafts.make(ANN, approval.id(), studio.id(), draft), Refusal.USED);
        assertThat(world.server.writes()).isZero();
    }

    /** A limit of Xero's own, which it tells with a 429: the request came there, and it did nothing of it. */
    @Test
    void saysThatXeroTookNothingWhenALimitOfXerosStoppedIt() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Drafts one = world.drafts("node-1", 1);
        Approval approval = propose(ANN, studio, draft);
        world.server.failNext(Fault.of(Fault.Kind.DAY_LIMIT), 1);

        DraftOutcome outcome = one.make(ANN, approval.id(), studio.id(), draft);

        refused(outcome, Refusal.NOT_TAKEN);
        assertThat(outcome.toString())
                .contains(
                        "Xero took nothing, so nothing was written. Xero's limit of calls a day for this organisation"
                                + " is used up; it resets at ",
                        "Ask again then.")
                .doesNotContain("may be there or not", "Nothing was sent");
        assertThat(world.server.writes()).isEqualTo(1);
        assertThat(world.invoicesOf(world.studio)).isZero();
        assertThat(stores.audit().page(ANN, null, 100).items())
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("draft.proposed", "draft.approved", "draft.not-taken");
        refused(one.make(ANN, approval.id(), studio.id(), draft), Refusal.USED);
        made(one.make(ANN, propose(ANN, studio, draft).id(), studio.id(), draft));
        assertThat(world.invoicesOf(world.studio)).isEqualTo(1);
    }

    @Test
    void leavesItOpenWhenXerosLimitStopsATryAfterOneWithoutAnAnswer() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Approval approval = propose(ANN, studio, draft);
        world.server.failNext(Fault.of(Fault.Kind.LOST), 1);
        world.server.failNext(Fault.of(Fault.Kind.DAY_LIMIT), 1);

        assertThat(drafts.make(ANN, approval.id(), studio.id(), draft))
                .isInstanceOfSatisfying(
                        DraftOutcome.Open.class,
                        open -> assertThat(open.message()).contains("may be there or not"));
        assertThat(world.invoicesOf(world.studio)).isEqualTo(1);
        made(drafts.make(ANN, approval.id(), studio.id(), draft));
        assertThat(world.invoicesOf(world.studio)).isEqualTo(1);
    }

    @Test
    void leavesItOpenWhenALimitStopsTheSecondTry() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Approval approval = propose(ANN, studio, draft);
        world.server.failNext(Fault.of(Fault.Kind.LOST), 3);
        assertThat(drafts.make(ANN, approval.id(), studio.id(), draft)).isInstanceOf(DraftOutcome.Open.class);

        assertThat(world.draftsWithoutCalls().make(ANN, approval.id(), studio.id(), draft))
                .isInstanceOf(DraftOutcome.Open.class);
        made(drafts.make(ANN, approval.id(), studio.id(), draft));
        assertThat(world.invoicesOf(world.studio)).isEqualTo(1);
    }

    @Test
    void auditsWhoDidWhatAndWhatXeroStored() {
        Connection studio = world.connect(ANN, world.studio);
        Draft draft = world.invoice(world.content(world.studio, "100"));
        Approval approval = propose(ANN, studio, draft);
        Written written = made(drafts.make(ANN, approval.id(), studio.id(), draft));

        AuditEntry entry = stores.audit().page(ANN, null, 100).items().stream()
                .filter(each -> each.action().equals("draft.made"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.actor()).isEqualTo("person");
        assertThat(entry.subject()).isEqualTo(approval.id());
        JsonNode detail = new JsonMapper().readTree(entry.detail());
        assertThat(detail.path("record").asString()).isEqualTo(written.id());
        assertThat(detail.path("before").isNull()).isTrue();
        assertThat(detail.path("after").path("Status").asString()).isEqualTo("DRAFT");
        assertThat(detail.path("after").path("Total").decimalValue()).isEqualByComparingTo("200");
    }

    private Approval propose(AccountId account, Connection connection, Draft draft) {
        return world.propose(drafts, account, connection, draft);
    }
}
