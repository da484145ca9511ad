package au.pip.assistant.node;

import au.pip.assistant.AccountId;
import au.pip.assistant.Job;
import au.pip.assistant.Lease;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.BudgetStore.Unsettled;
import au.pip.assistant.store.Stores;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Puts away what was left over: codes that have expired, jobs that are done, leases of nodes that died, replies of Xero
 * that nobody may be told any more, and reservations that nobody settled. These count as spent in full: what a dead process used of them is not known, and a
 * limit must hold.
 */
public final class Upkeep implements JobWork {
    public static final String KIND = "upkeep";

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration JOBS_KEPT = Duration.ofDays(7);
    /** Well above the longest that a run may take. */
    private static final Duration RESERVED = Duration.ofHours(1);

    private static final int BATCH = 100;

    private final Stores stores;
    private final Clock clock;

    public Upkeep(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public void perform(AccountId account, Job job) {
        Instant now = clock.instant();
        int codes = stores.codes().forget(now.minus(DAY));
        int jobs = stores.jobs().forget(now.minus(JOBS_KEPT));
        int nodes = forgetNodes(now.minus(DAY));
        int replies = stores.replies().forget(now.minus(DAY));
        int settled = settle(now.minus(RESERVED));
        System.getLogger(Upkeep.class.getName())
                .log(
                        codes + jobs + nodes + replies + settled > 0 ? Level.INFO : Level.DEBUG,
                        "%s: forgot %d expired codes, %d done jobs, %d dead nodes and %d old replies, settled %d reservations"
                                .formatted(job.id(), codes, jobs, nodes, replies, settled));
    }

    private int forgetNodes(Instant before) {
        int forgotten = 0;
        for (Lease lease : stores.leases().named(AccountId.SERVER, SharingNode.PREFIX)) {
            if (lease.until().isBefore(before)
                    && stores.leases().release(AccountId.SERVER, lease.name(), lease.holder())) {
                forgotten++;
            }
        }
        return forgotten;
    }

    /** Ends when nothing is left, or when nothing of what is left can be settled. */
    private int settle(Instant before) {
        int settled = 0;
        int more;
        do {
            more = 0;
            for (Unsettled each : stores.budgets().unsettled(before, BATCH)) {
                if (stores.budgets()
                        .settle(
                                each.account(),
                                each.reservationId(),
                                most(each.holds(), Unit.NANO_DOLLAR),
                                most(each.holds(), Unit.TOKEN))) {
                    more++;
                }
            }
            settled += more;
        } while (more > 0);
        return settled;
    }

    /** The budgets of one unit hold the same amount, each for its owner. */
    private static long most(List<Hold> holds, Unit unit) {
        return holds.stream()
                .filter(hold -> hold.unit() == unit)
                .mapToLong(Hold::amount)
                .max()
                .orElse(0);
    }
}
