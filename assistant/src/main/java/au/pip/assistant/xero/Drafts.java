package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.Connection;
import au.pip.assistant.conversation.Ids;
import au.pip.assistant.drafts.DraftDesk;
import au.pip.assistant.drafts.DraftPreview;
import au.pip.assistant.drafts.Proposals;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.DraftOutcome.Refusal;
import au.pip.assistant.xero.Permits.Permission;
import au.pip.xero.Draft;
import au.pip.xero.WriteNotPermitted;
import au.pip.xero.WriteNotSent;
import au.pip.xero.WriteNotTaken;
import au.pip.xero.WritePermit;
import au.pip.xero.Written;
import au.pip.xero.XeroDrafts;
import au.pip.xero.XeroException;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroReply;
import au.pip.xero.auth.Scopes;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Drafts for Xero: whatever may propose one proposes it, a person approves it, and it is made once. Nothing else here
 * writes to a person's books. What is kept of Xero's replies about them is forgotten then. Safe for use by several
 * threads.
 */
public final class Drafts implements DraftDesk {
    /** How long a draft waits for its person. */
    public static final Duration WAITS = Duration.ofMinutes(5);

    /** How many drafts an account may have made within an hour, unless the operator says otherwise. */
    public static final int USUAL_HOURLY = 10;

    private static final String NOT_WRITTEN_DOWN =
            "Pip could not write down that you approved it; the server's log tells why.";

    private final Stores stores;
    private final DraftPlaces places;
    private final XeroHttp http;
    private final Permits permits;
    private final WriteLimit limit;
    private final Clock clock;
    private final Ids ids;
    private final DraftLog log;

    /**
     * @param node which process this is
     * @param hourly how many drafts an account may have made within an hour
     */
    public Drafts(Stores stores, DraftPlaces places, XeroHttp http, String node, int hourly, Clock clock) {
        this.stores = stores;
        this.places = places;
        this.limit = new WriteLimit(stores.calls(), hourly, clock);
        this.http = http;
        this.permits = new Permits(stores.approvals(), stores.leases(), node, clock);
        this.clock = clock;
        this.ids = new Ids(clock);
        this.log = new DraftLog(stores.audit(), ids, clock);
    }

    @Override
    public Proposals.Answer put(
            AccountId account,
            String connectionId,
            String conversationId,
            String runId,
            Draft draft,
            DraftPreview preview) {
        return switch (propose(account, connectionId, conversationId, runId, draft, preview)) {
            case DraftOutcome.Waiting(Approval approval) -> new Proposals.Answer.Waits(approval.id());
            case DraftOutcome.Refused(Refusal _, String message) -> new Proposals.Answer.Refused(message);
            case DraftOutcome.Made _, DraftOutcome.Rejected _, DraftOutcome.Open _ ->
                throw new IllegalStateException("a proposal writes nothing");
        };
    }

    /** Keeps a draft that waits for a person: {@link DraftOutcome.Waiting}, or {@link DraftOutcome.Refused}. */
    public DraftOutcome propose(
            AccountId account,
            String connectionId,
            String conversationId,
            String runId,
            Draft draft,
            DraftPreview preview) {
        return switch (reach(account, connectionId, draft)) {
            case Reach.Shut(DraftOutcome.Refused refused) -> refused;
            case Reach.Open(Connection connection) ->
                new DraftOutcome.Waiting(ask(account, connection, conversationId, runId, draft, preview));
        };
    }

    private Approval ask(
            AccountId account,
            Connection connection,
            String conversationId,
            String runId,
            Draft draft,
            DraftPreview preview) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Approval approval = new Approval(
                ids.next(),
                conversationId,
                runId,
                ProposedDraft.text(connection, draft, preview),
                draft.hash(account.value(), connection.organisationId()),
                Approval.State.WAITING,
                now,
                now.plus(WAITS));
        stores.approvals().ask(account, approval);
        log.proposed(account, connection, approval, draft);
        return approval;
    }

    /** Empty when there is none. */
    public Optional<Approval> find(AccountId account, String approvalId) {
        return stores.approvals().find(account, approvalId);
    }

    /** Those that wait and have not expired, the latest first; a page may hold fewer than asked for. */
    public Page<Approval> waiting(AccountId account, @Nullable String cursor, int most) {
        Page<Approval> page = stores.approvals().waiting(account, cursor, most);
        Instant now = clock.instant();
        return new Page<>(
                page.items().stream()
                        .filter(each -> now.isBefore(each.expiresAt()))
                        .toList(),
                page.next());
    }

    /** What an approval is for; empty when there is none, or none for a draft. */
    public Optional<ProposedDraft> proposed(AccountId account, String approvalId) {
        return find(account, approvalId).flatMap(ProposedDraft::of);
    }

    /** What Xero made of a draft that was approved lately; empty when it is not known. */
    public Optional<Written> made(AccountId account, String approvalId) {
        return proposed(account, approvalId).flatMap(each -> log.made(account, approvalId, each.draft()));
    }

    /**
     * Those that were approved, and of which no process that lives is finding out what came of them: one that was killed
     * while it sent them leaves them so, and so does a write that ended open. They stay in this list until {@link #settle}.
     *
     * @param livesElsewhere whether another node may be at work
     */
    public List<Approval> abandoned(AccountId account, Predicate<String> livesElsewhere) {
        return permits.abandoned(account, livesElsewhere);
    }

    /** What to tell the person of a draft of which nobody knows what came. */
    public String uncertain() {
        return words(Refusal.UNCERTAIN);
    }

    /** Writes down that the person was told so, and has the books read anew; for the first time that it is told. */
    public void leftOpen(AccountId account, Approval approval) {
        log.leftOpen(account, approval);
        ProposedDraft.of(approval).ifPresent(each -> stores.replies().forget(account, each.connectionId()));
    }

    /**
     * Is done with an abandoned draft of which the person was told, once the same may not be sent again.
     *
     * @return false while it may
     */
    public boolean settle(AccountId account, String approvalId) {
        return permits.settle(account, approvalId);
    }

    /** The person says no. Answers whether it waited. */
    public boolean decline(AccountId account, String approvalId) {
        boolean waited = stores.approvals().decline(account, approvalId);
        if (waited) {
            log.declined(account, approvalId);
        }
        return waited;
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
                find(account, approvalId)
                                .filter(each -> each.state() == Approval.State.WAITING)
                                .isPresent()
                        ? counted(account, connection, draft, approvalId)
                        : permitted(account, connection, draft, approvalId);
        };
    }

    /** The first use of an approval takes a place in the hour, and gives it back when nothing is sent. */
    private DraftOutcome counted(AccountId account, Connection connection, Draft draft, String approvalId) {
        return switch (limit.take(account, approvalId)) {
            case WriteLimit.Place.Full(Instant until) -> new DraftOutcome.Refused(Refusal.TOO_MANY, full(until));
            case WriteLimit.Place.Taken(boolean fresh) -> {
                DraftOutcome outcome = permitted(account, connection, draft, approvalId);
                if (fresh
                        && outcome instanceof DraftOutcome.Refused(Refusal why, String _)
                        && why != Refusal.UNCERTAIN) {
                    limit.giveBack(account, approvalId);
                }
                yield outcome;
            }
        };
    }

    private String full(Instant until) {
        long minutes = Math.max(1, Duration.between(clock.instant(), until).toMinutes() + 1);
        return ("Nothing was written to Xero: %d drafts were made within the last hour, and no more may be"
                        + " (PIP_WRITES_PER_HOUR where Pip runs). There is room again in %d %s.")
                .formatted(limit.most(), minutes, minutes == 1 ? "minute" : "minutes");
    }

    private DraftOutcome permitted(AccountId account, Connection connection, Draft draft, String approvalId) {
        return switch (permits.permit(account, approvalId, draft, connection.organisationId())) {
            case Permission.Refused(Refusal why) -> refused(why);
            case Permission.Granted(WritePermit permit, Permits.Turn turn) ->
                made(account, connection, draft, approvalId, permit, turn);
        };
    }

    private DraftOutcome made(
            AccountId account,
            Connection connection,
            Draft draft,
            String approvalId,
            WritePermit permit,
            Permits.Turn turn) {
        XeroDrafts xero =
                new XeroDrafts(http, places.tokens(account, connection), account.value(), connection.organisationId());
        try {
            if (!isWrittenDown(account, connection, approvalId, draft)) {
                return stopped(account, connection, draft, approvalId, turn, Stop.NOT_SENT, NOT_WRITTEN_DOWN);
            }
            XeroReply<Written> reply = xero.write(draft, permit);
            log.made(account, connection, approvalId, draft, reply.value());
            turn.close();
            stores.replies().forget(account, connection.id());
            return new DraftOutcome.Made(reply.value(), reply.fetchedAt());
        } catch (XeroException.Rejected e) {
            return rejected(account, connection, approvalId, draft, turn, e.reasons(), e);
        } catch (XeroException.Forbidden e) {
            return rejected(account, connection, approvalId, draft, turn, List.of(), e);
        } catch (WriteNotPermitted late) {
            return refused(Refusal.UNCERTAIN);
        } catch (WriteNotSent e) {
            return stopped(account, connection, draft, approvalId, turn, Stop.NOT_SENT, e.getMessage());
        } catch (WriteNotTaken e) {
            return stopped(account, connection, draft, approvalId, turn, Stop.NOT_TAKEN, e.getMessage());
        } catch (XeroException e) {
            return open(account, connection, draft, approvalId, turn, e.getMessage());
        } finally {
            turn.giveBack();
        }
    }

    /** That the person approved it; nothing is sent that is not written down. */
    private boolean isWrittenDown(AccountId account, Connection connection, String approvalId, Draft draft) {
        try {
            log.person(account, "draft.approved", connection, approvalId, draft);
            return true;
        } catch (StoreException e) {
            System.getLogger(Drafts.class.getName())
                    .log(Level.ERROR, "that draft " + approvalId + " was approved could not be written down", e);
            return false;
        }
    }

    /** How something stopped a write of which nothing is in Xero, in the audit log and in words. */
    private record Stop(Refusal why, String action, String words) {
        static final Stop NOT_SENT = new Stop(Refusal.NOT_SENT, "draft.not-sent", "Nothing was sent to Xero");
        static final Stop NOT_TAKEN = new Stop(Refusal.NOT_TAKEN, "draft.not-taken", "Xero took nothing");
    }

    /**
     * Nothing of this try is in Xero: unless an earlier one may be, the approval is done with, and the person asks anew.
     */
    private DraftOutcome stopped(
            AccountId account,
            Connection connection,
            Draft draft,
            String approvalId,
            Permits.Turn turn,
            Stop stop,
            @Nullable String cause) {
        if (turn.isRepeated()) {
            return open(account, connection, draft, approvalId, turn, cause);
        }
        turn.close();
        log.person(account, stop.action(), connection, approvalId, draft);
        return new DraftOutcome.Refused(stop.why(), stop.words() + ", so nothing was written. " + cause);
    }

    private DraftOutcome open(
            AccountId account,
            Connection connection,
            Draft draft,
            String approvalId,
            Permits.Turn turn,
            @Nullable String cause) {
        log.person(account, "draft.open", connection, approvalId, draft);
        stores.replies().forget(account, connection.id());
        return new DraftOutcome.Open(
                cause + " The draft may be there or not: approve it again within "
                        + Permits.REPEATED_WITHIN.toMinutes()
                        + " minutes of the first time, and Xero makes it once. After that, look in Xero first.",
                turn.openUntil().orElse(Instant.EPOCH));
    }

    private DraftOutcome rejected(
            AccountId account,
            Connection connection,
            String approvalId,
            Draft draft,
            Permits.Turn turn,
            List<String> reasons,
            XeroException failure) {
        log.person(account, "draft.rejected", connection, approvalId, draft);
        turn.close();
        return new DraftOutcome.Rejected(reasons, String.valueOf(failure.getMessage()));
    }

    /** Whether a draft can be made somewhere at all. */
    private sealed interface Reach {
        record Open(Connection connection) implements Reach {}

        record Shut(DraftOutcome.Refused refused) implements Reach {}
    }

    private Reach reach(AccountId account, String connectionId, Draft draft) {
        Optional<Connection> found = places.all(account).stream()
                .filter(each -> each.id().equals(connectionId))
                .filter(each -> each.state() == Connection.State.CONNECTED)
                .findFirst();
        if (found.isEmpty()) {
            return new Reach.Shut(refused(Refusal.NOT_CONNECTED));
        }
        return Scopes.allowWriting(places.scopes(found.get()), draft.kind().scope())
                ? new Reach.Open(found.get())
                : new Reach.Shut(refused(Refusal.NO_PERMISSION));
    }

    private DraftOutcome.Refused refused(Refusal why) {
        return new DraftOutcome.Refused(why, words(why));
    }

    private String words(Refusal why) {
        String nothing = "Nothing was written to Xero: ";
        return switch (why) {
            case NOT_CONNECTED ->
                nothing + "this organisation is not connected, or its sign-in has ended. Connect it in Xero again.";
            case NO_PERMISSION ->
                nothing + "Pip may only read there. To let it make drafts, each of which you approve, "
                        + places.toLetWrite();
            case UNKNOWN -> nothing + "there is no such draft to approve. Look at what waits for you.";
            case DIFFERENT -> nothing + "this is not what was proposed. Propose it anew, and approve that.";
            case EXPIRED ->
                nothing + "the draft waited for more than " + WAITS.toMinutes() + " minutes. Propose it anew.";
            case DECLINED -> nothing + "you declined this draft. Propose it anew if you want it after all.";
            case USED ->
                "This approval was used before, and nothing more was written. Look in Xero whether the draft is there.";
            case UNCERTAIN ->
                "Pip sent this draft to Xero and knows of no answer, so it may be there or not. Look in Xero before you"
                        + " propose it anew.";
            case TOO_MANY -> nothing + "too many drafts were made within the last hour. Wait, and approve it again.";
            case NOT_SENT -> nothing + "nothing was sent. Propose it anew.";
            case NOT_TAKEN -> nothing + "Xero took nothing. Propose it anew.";
            case BUSY -> "This draft is being sent to Xero right now. Wait a minute, and look again.";
        };
    }
}
