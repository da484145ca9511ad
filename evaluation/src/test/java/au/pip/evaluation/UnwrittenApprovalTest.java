package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.xero.DraftOutcome;
import au.pip.assistant.xero.DraftOutcome.Refusal;
import au.pip.assistant.xero.Drafts;
import au.pip.assistant.xero.ProposedDraft;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import au.pip.sandbox.xero.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An approval that the audit log does not take. */
@Timeout(60)
class UnwrittenApprovalTest {
    private static final AccountId ME = AccountId.LOCAL;

    private static DraftingPip pip(Path folder) {
        Step draft = new Step.Call(List.of(Map.entry("draft_contact", Map.of("name", "Hill Stone"))));
        return new DraftingPip(folder, new ScriptedModel(List.of(draft, draft), Duration.ZERO));
    }

    private static String proposed(DraftingPip pip) throws InterruptedException {
        String run = pip.ask(pip.conversation(), "Add a contact Hill Stone");
        return String.valueOf(pip.conversations.view(ME, run).approvalId());
    }

    private static DraftOutcome make(DraftingPip pip, Drafts drafts, String approval) {
        ProposedDraft proposed = drafts.proposed(ME, approval).orElseThrow();
        return drafts.make(ME, approval, proposed.connectionId(), proposed.draft());
    }

    @Test
    void sendsNothingAndSaysSo(@TempDir Path folder) throws InterruptedException {
        try (DraftingPip pip = pip(folder)) {
            Drafts drafts = pip.drafts(1);
            String approval = proposed(pip);
            pip.stores.fail("AuditLog.append", 1);

            assertThat(make(pip, drafts, approval)).isInstanceOfSatisfying(DraftOutcome.Refused.class, refused -> {
                assertThat(refused.why()).isEqualTo(Refusal.NOT_SENT);
                assertThat(refused.message())
                        .isEqualTo("Nothing was sent to Xero, so nothing was written. Pip could not write down that you"
                                + " approved it; the server's log tells why.");
            });
            assertThat(pip.pretend.server.writes()).isZero();
            assertThat(pip.stores.leases().named(ME, "xero-draft")).isEmpty();
            assertThat(drafts.abandoned(ME, _ -> false)).isEmpty();
            assertThat(pip.stores.audit().page(ME, null, 100).items())
                    .extracting(AuditEntry::action)
                    .containsExactly("draft.not-sent", "draft.proposed");
            assertThat(make(pip, drafts, proposed(pip)))
                    .as("its place in the hour was given back")
                    .isInstanceOf(DraftOutcome.Made.class);
        }
    }

    @Test
    void leavesOpenWhatAnEarlierTryMayHaveMade(@TempDir Path folder) throws InterruptedException {
        try (DraftingPip pip = pip(folder)) {
            String approval = proposed(pip);
            pip.pretend.server.failNext(Fault.of(Fault.Kind.LOST), 3);
            assertThat(make(pip, pip.drafts, approval)).isInstanceOf(DraftOutcome.Open.class);
            pip.stores.fail("AuditLog.append", 1);

            assertThat(make(pip, pip.drafts, approval))
                    .isInstanceOfSatisfying(
                            DraftOutcome.Open.class,
                            open -> assertThat(open.message()).contains("may be there or not"));
            assertThat(pip.pretend.server.writes()).isEqualTo(3);
            assertThat(make(pip, pip.drafts, approval)).isInstanceOf(DraftOutcome.Made.class);
        }
    }
}
