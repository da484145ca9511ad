package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.Lease;
import au.pip.assistant.store.ApprovalStore;
import au.pip.assistant.store.ApprovalStore.Consumption;
import au.pip.assistant.store.LeaseStore;
import au.pip.assistant.xero.DraftOutcome.Refusal;
import au.pip.xero.Draft;
import au.pip.xero.WritePermit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Trades a person's approval for the permit to write what was approved; the only maker of permits.
 *
 * <p>Two leases of the account go with an approval that is being used. The turn lets one process at a time use it. The
 * open end is there from before the approval is used up until it is known what came of the write: when a process dies
 * in between, the approval is used up and its end still open, and until that lease runs out the same draft may be sent
 * again, under the same key, and by nobody else's approval.
 */
final class Permits {
    /**
     * For how long after its first try a write may begin again. Xero keeps an {@code Idempotency-Key} for six minutes
     * (https://developer.xero.com/documentation/guides/idempotent-requests/idempotency); a call may wait a minute for
     * its turn, and clocks may differ.
     */
    static final Duration REPEATED_WITHIN = Duration.ofMinutes(4);

    /** Longer than a write takes on all but the worst days. */
    static final Duration TURN_LASTS = Duration.ofSeconds(90);

    private static final String TURN = "xero-draft-turn/";
    private static final String OPEN = "xero-draft-open/";

    private final ApprovalStore approvals;
    private final LeaseStore leases;
    private final String node;
    private final InstantSource clock;

    Permits(ApprovalStore approvals, LeaseStore leases, String node, InstantSource clock) {
        this.approvals = approvals;
        this.leases = leases;
        this.node = node;
        this.clock = clock;
    }

    sealed interface Permission {
        record Granted(WritePermit permit, Turn turn) implements Permission {}

        record Refused(Refusal why) implements Permission {}
    }

    /** Uses the approval up, unless it is for something else; every grant is followed by an end of its turn. */
    Permission permit(AccountId account, String approvalId, Draft draft, String organisationId) {
        if (approvals.find(account, approvalId).isEmpty()) {
            return new Permission.Refused(Refusal.UNKNOWN);
        }
        Turn turn = new Turn(account, approvalId, node + "/" + UUID.randomUUID());
        if (!turn.take()) {
            return new Permission.Refused(Refusal.BUSY);
        }
        boolean granted = false;
        try {
            Permission permission = alone(turn, draft.hash(account.value(), organisationId), organisationId);
            granted = permission instanceof Permission.Granted;
            return permission;
        } finally {
            if (!granted) {
                turn.giveBack();
            }
        }
    }

    /**
     * The approvals that are used up, and of which no process that lives is finding out what came of them.
     *
     * @param livesElsewhere whether another node may be at work
     */
    List<Approval> abandoned(AccountId account, Predicate<String> livesElsewhere) {
        return leases.named(account, OPEN).stream()
                .map(open -> open.name().substring(OPEN.length()))
                .filter(id -> !isHeld(account, id, livesElsewhere))
                .flatMap(id -> approvals.find(account, id).stream())
                .filter(approval -> approval.state() == Approval.State.CONSUMED)
                .toList();
    }

    /**
     * Closes the open end of an approval, once the same may not be sent again and no process is sending it.
     *
     * @return false while it may; then the end is still open
     */
    boolean settle(AccountId account, String approvalId) {
        Instant now = now();
        boolean open = leases.find(account, OPEN + approvalId)
                .filter(end -> now.isBefore(end.until().plus(TURN_LASTS)))
                .isPresent();
        if (!open) {
            leases.release(account, OPEN + approvalId, approvalId);
        }
        return !open;
    }

    private boolean isHeld(AccountId account, String approvalId, Predicate<String> livesElsewhere) {
        return leases.find(account, TURN + approvalId)
                .filter(turn -> now().isBefore(turn.until()))
                .map(turn -> turn.holder().substring(0, turn.holder().lastIndexOf('/')))
                .filter(holder -> holder.equals(node) || livesElsewhere.test(holder))
                .isPresent();
    }

    private Permission alone(Turn turn, String hash, String organisationId) {
        Approval approval = approvals.find(turn.account, turn.approvalId).orElseThrow();
        if (!isSame(hash, approval.hash())) {
            return new Permission.Refused(Refusal.DIFFERENT);
        }
        return approval.state() == Approval.State.WAITING
                ? first(turn, hash, organisationId)
                : again(turn, approval.state(), hash, organisationId);
    }

    private Permission first(Turn turn, String hash, String organisationId) {
        Instant now = now();
        turn.open(now.plus(REPEATED_WITHIN));
        Consumption consumption = approvals.consume(turn.account, turn.approvalId, hash, now);
        if (consumption instanceof Consumption.Granted) {
            return granted(turn, hash, organisationId);
        }
        turn.close();
        return new Permission.Refused(
                switch (consumption) {
                    case Consumption.Granted _, Consumption.Unknown _ -> Refusal.UNKNOWN;
                    case Consumption.Different _ -> Refusal.DIFFERENT;
                    case Consumption.Expired _ -> Refusal.EXPIRED;
                    case Consumption.Ended(Approval.State state) -> ended(state);
                });
    }

    /** One that was used up, and of which it is not known what came of it, may be used again for a while. */
    private Permission again(Turn turn, Approval.State state, String hash, String organisationId) {
        Optional<Instant> open = state == Approval.State.CONSUMED ? turn.openUntil() : Optional.empty();
        if (open.isEmpty()) {
            return new Permission.Refused(ended(state));
        }
        turn.again = true;
        return now().isBefore(open.get())
                ? granted(turn, hash, organisationId)
                : new Permission.Refused(Refusal.UNCERTAIN);
    }

    private Permission granted(Turn turn, String hash, String organisationId) {
        Duration lasts = Duration.between(now(), turn.openUntil().orElseThrow());
        return new Permission.Granted(WritePermit.granted(turn.approvalId, hash, organisationId, lasts), turn);
    }

    private static Refusal ended(Approval.State state) {
        return switch (state) {
            case WAITING -> throw new IllegalStateException("an approval that waits has not ended");
            case CONSUMED -> Refusal.USED;
            case DECLINED -> Refusal.DECLINED;
        };
    }

    /** As stores keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean isSame(String hash, String other) {
        return MessageDigest.isEqual(hash.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** One process's use of an approval. */
    final class Turn {
        private final AccountId account;
        private final String approvalId;
        private final String holder;
        private boolean again;

        private Turn(AccountId account, String approvalId, String holder) {
            this.account = account;
            this.approvalId = approvalId;
            this.holder = holder;
        }

        private boolean take() {
            Instant now = now();
            return leases.take(account, TURN + approvalId, holder, now, now.plus(TURN_LASTS))
                    .isPresent();
        }

        private void open(Instant until) {
            leases.take(account, OPEN + approvalId, approvalId, now(), until);
        }

        /** Until when the same may be sent again; empty when it is known what came of it. */
        Optional<Instant> openUntil() {
            return leases.find(account, OPEN + approvalId).map(Lease::until);
        }

        /** Whether an earlier use of the approval may have sent the draft. */
        boolean isRepeated() {
            return again;
        }

        /** It is known what came of the write: the approval is good for nothing any more. */
        void close() {
            leases.release(account, OPEN + approvalId, approvalId);
        }

        /** Lets another try. */
        void giveBack() {
            leases.release(account, TURN + approvalId, holder);
        }
    }
}
