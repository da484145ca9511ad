package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.conversation.Ids;
import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.DraftOutcome.Refusal;
import au.pip.assistant.xero.Permits.Permission;
import au.pip.xero.Draft;
import au.pip.xero.WriteNotPermitted;
import au.pip.xero.WritePermit;
import au.pip.xero.Written;
import au.pip.xero.XeroDrafts;
import au.pip.xero.XeroException;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroReply;
import au.pip.xero.auth.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drafts for Xero: whatever may propose one proposes it, a person approves it, and it is made once. Nothing else here
 * writes to a person's books. What is kept of Xero's replies about them is forgotten then. Safe for use by several
 * threads.
 */
public final class Drafts {
    /** How long a draft waits for its person. */
    public static final Duration WAITS = Duration.ofMinutes(15);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Stores stores;
    private final Organisations organisations;
    private final XeroHttp http;
    private final Permits permits;
    private final Clock clock;
    private final Ids ids;

    /** @param node which process this is */
    public Drafts(Stores stores, Organisations organisations, XeroHttp http, String node, Clock clock) {
        this.stores = stores;
        this.organisations = organisations;
        this.http = http;
        this.permits = new Permits(stores.approvals(), stores.leases(), node, clock);
        this.clock = clock;
        this.ids = new Ids(clock);
    }

    /** Keeps a draft that waits for a person: {@link DraftOutcome.Waiting}, or {@link DraftOutcome.Refused}. */
    public DraftOutcome propose(
            AccountId account, String connectionId, String conversationId, String runId, Draft draft) {
        return switch (reach(account, connectionId, draft)) {
            case Reach.Shut(DraftOutcome.Refused refused) -> refused;
            case Reach.Open(Connection connection) ->
                new DraftOutcome.Waiting(ask(account, connection, conversationId, runId, draft));
        };
    }

    private Approval ask(AccountId account, Connection connection, String conversationId, String runId, Draft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Approval approval = new Approval(
                ids.next(),
                conversationId,
                runId,
                ProposedDraft.text(connection, draft),
                draft.hash(account.value(), connection.organisationId()),
                Approval.State.WAITING,
                now,
                now.plus(WAITS));
        stores.approvals().ask(account, approval);
        audit(account, "run/" + runId, "draft.proposed", approval.id(), draft, "");
        return approval;
    }

    /** What an approval is for; empty when there is none, or none for a draft. */
    public Optional<ProposedDraft> proposed(AccountId account, String approvalId) {
        return stores.approvals().find(account, approvalId).flatMap(ProposedDraft::of);
    }

    /** The person says no. Answers whether it waited. */
    public boolean decline(AccountId account, String approvalId) {
        return stores.approvals().decline(account, approvalId);
    }

    /**
     * Makes a draft that a person has just approved; called for that person's deed and for nothing else. A second call
     * is refused, unless the first left open what came of it: then it sends the same again, for a few minutes.
     *
     * @param connectionId where it is to be made
     * @param draft what is about to be made; refused when it is not what was approved
     */
    public DraftOutcome make(AccountId account, String approvalId, String connectionId, Draft draft) {
        return switch (reach(account, connectionId, draft)) {
            case Reach.Shut(DraftOutcome.Refused refused) -> refused;
            case Reach.Open(Connection connection) ->
                switch (permits.permit(account, approvalId, draft, connection.organisationId())) {
                    case Permission.Refused(Refusal why) -> refused(why);
                    case Permission.Granted(WritePermit permit, Permits.Turn turn) ->
                        made(account, connection, draft, approvalId, permit, turn);
                };
        };
    }

    private DraftOutcome made(
            AccountId account,
            Connection connection,
            Draft draft,
            String approvalId,
            WritePermit permit,
            Permits.Turn turn) {
        XeroDrafts xero = new XeroDrafts(
                http, organisations.tokens(account, connection), account.value(), connection.organisationId());
        try {
            XeroReply<Written> reply = xero.write(draft, permit);
            audit(
                    account,
                    "person",
                    "draft.made",
                    approvalId,
                    draft,
                    reply.value().id());
            turn.close();
            stores.replies().forget(account, connection.id());
            return new DraftOutcome.Made(reply.value(), reply.fetchedAt());
        } catch (XeroException.Rejected e) {
            return rejected(account, approvalId, draft, turn, e.reasons(), e);
        } catch (XeroException.Forbidden e) {
            return rejected(account, approvalId, draft, turn, List.of(), e);
        } catch (WriteNotPermitted late) {
            return refused(Refusal.UNCERTAIN);
        } catch (XeroException e) {
            audit(account, "person", "draft.open", approvalId, draft, "");
            stores.replies().forget(account, connection.id());
            return new DraftOutcome.Open(
                    e.getMessage() + " The draft may be there or not: approve it again within "
                            + Permits.REPEATED_WITHIN.toMinutes()
                            + " minutes of the first time, and Xero makes it once. After that, look in Xero first.",
                    turn.openUntil().orElse(Instant.EPOCH));
        } finally {
            turn.giveBack();
        }
    }

    private DraftOutcome rejected(
            AccountId account,
            String approvalId,
            Draft draft,
            Permits.Turn turn,
            List<String> reasons,
            XeroException failure) {
        audit(account, "person", "draft.rejected", approvalId, draft, "");
        turn.close();
        return new DraftOutcome.Rejected(reasons, String.valueOf(failure.getMessage()));
    }

    /** Whether a draft can be made somewhere at all. */
    private sealed interface Reach {
        record Open(Connection connection) implements Reach {}

        record Shut(DraftOutcome.Refused refused) implements Reach {}
    }

    private Reach reach(AccountId account, String connectionId, Draft draft) {
        Optional<Connection> found = organisations.all(account).stream()
                .filter(each -> each.id().equals(connectionId))
                .filter(each -> each.state() == Connection.State.CONNECTED)
                .findFirst();
        if (found.isEmpty()) {
            return new Reach.Shut(refused(Refusal.NOT_CONNECTED));
        }
        return Scopes.allowWriting(found.get().scopes(), draft.kind().scope())
                ? new Reach.Open(found.get())
                : new Reach.Shut(refused(Refusal.NO_PERMISSION));
    }

    private static DraftOutcome.Refused refused(Refusal why) {
        return new DraftOutcome.Refused(why, words(why));
    }

    private static String words(Refusal why) {
        String nothing = "Nothing was written to Xero: ";
        return switch (why) {
            case NOT_CONNECTED ->
                nothing + "this organisation is not connected, or its sign-in has ended. Connect it in Xero again.";
            case NO_PERMISSION ->
                nothing + "Pip may only read there. To let it make drafts, each of which you approve, set"
                        + " XERO_WRITES=drafts where Pip runs, start it anew and connect the organisation again.";
            case UNKNOWN -> nothing + "there is no such draft to approve. Look at what waits for you.";
            case DIFFERENT -> nothing + "this is not what was proposed. Propose it anew, and approve that.";
            case EXPIRED ->
                nothing + "the draft waited for more than " + WAITS.toMinutes() + " minutes. Propose it anew.";
            case DECLINED -> nothing + "you declined this draft. Propose it anew if you want it after all.";
            case USED -> "This approval was used before, and nothing more was written. Look at the draft in Xero.";
            case UNCERTAIN ->
                "This draft was sent to Xero and no answer came, so it may be there or not. Look in Xero before you"
                        + " propose it anew.";
            case BUSY -> "This draft is being sent to Xero right now. Wait a minute, and look again.";
        };
    }

    private void audit(AccountId account, String actor, String action, String approvalId, Draft draft, String record) {
        ObjectNode detail = JSON.createObjectNode();
        detail.put("tool", draft.kind().tool());
        if (!record.isEmpty()) {
            detail.put("record", record);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        stores.audit()
                .append(
                        account,
                        new AuditEntry(ids.next(), now, actor, action, approvalId, JSON.writeValueAsString(detail)));
    }
}
