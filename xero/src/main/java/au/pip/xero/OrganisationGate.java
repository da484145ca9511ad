package au.pip.xero;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the calls to one organisation within a pace: so many at once, so many starts within any window. A call that
 * would wait longer than the pace allows is refused with {@link XeroException.RateLimited} and does not count.
 */
final class OrganisationGate {
    /** A wait for the calls before it that nobody needs to hear of. */
    private static final Duration UNTOLD = Duration.ofSeconds(1);

    private static final Duration SHORTEST = Duration.ofMillis(10);

    private final String tenantId;
    private final XeroSettings settings;
    private final CallBudget budget;
    private final InstantSource clock;
    private final Semaphore turns;
    private final Deque<Long> starts = new ArrayDeque<>();
    private volatile @Nullable XeroLimits limits;
    private volatile ZoneId zone;

    OrganisationGate(String tenantId, XeroSettings settings, CallBudget budget, InstantSource clock) {
        this.tenantId = tenantId;
        this.settings = settings;
        this.budget = budget;
        this.clock = clock;
        this.zone = settings.zone();
        this.turns = new Semaphore(settings.pace().atOnce(), true);
    }

    /** Waits for a turn; every return is paired with one {@link #leave}. */
    void enter(String endpoint) throws InterruptedException {
        long deadline = System.nanoTime() + settings.pace().longestQueue().toNanos();
        Duration longest = settings.pace().longestQueue();
        if (!turns.tryAcquire(Math.min(UNTOLD.toNanos(), longest.toNanos()), TimeUnit.NANOSECONDS)) {
            settings.waits().waiting(endpoint, XeroLimit.OWN_PACE, longest);
            if (!turns.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw refused(endpoint, settings.timeout());
            }
        }
        boolean entered = false;
        try {
            long start = reserve(endpoint, deadline);
            sleepUntil(endpoint, start);
            takeFromBudget(endpoint, start, deadline);
            entered = true;
        } finally {
            if (!entered) {
                turns.release();
            }
        }
    }

    void leave() {
        turns.release();
    }

    void seen(XeroLimits newest) {
        if (!newest.isEmpty()) {
            limits = newest;
            budget.seen(tenantId, newest);
        }
    }

    /** The organisation's own, in which a message tells when a limit resets. */
    void zone(ZoneId known) {
        zone = known;
    }

    ZoneId zone() {
        return zone;
    }

    @Nullable
    XeroLimits limits() {
        return limits;
    }

    /** Books the earliest start that keeps the pace, in {@link System#nanoTime}. */
    private long reserve(String endpoint, long deadline) {
        XeroSettings.Pace pace = settings.pace();
        synchronized (starts) {
            long now = System.nanoTime();
            while (starts.size() > pace.calls()) {
                starts.removeFirst();
            }
            Long oldest = starts.size() == pace.calls() ? starts.peekFirst() : null;
            long start =
                    oldest == null ? now : Math.max(now - oldest, pace.window().toNanos()) + oldest;
            if (start - deadline > 0) {
                throw refused(endpoint, Duration.ofNanos(start - now));
            }
            starts.addLast(start);
            return start;
        }
    }

    private void sleepUntil(String endpoint, long start) throws InterruptedException {
        long wait = start - System.nanoTime();
        if (wait > 0) {
            settings.waits().waiting(endpoint, XeroLimit.OWN_PACE, Duration.ofNanos(wait));
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    /** The pace of this process is kept; what remains is that of all together. */
    private void takeFromBudget(String endpoint, long start, long deadline) throws InterruptedException {
        boolean taken = false;
        try {
            while (budget.take(tenantId) instanceof CallBudget.Turn.Refused(XeroLimit which, Instant until)) {
                Instant now = clock.instant();
                Duration wait = Duration.between(now, until).plusMillis(1);
                if (wait.compareTo(Duration.ofNanos(deadline - System.nanoTime())) > 0) {
                    throw ErrorReplies.limited(endpoint, which, now, until, zone);
                }
                if (wait.compareTo(UNTOLD) > 0) {
                    settings.waits().waiting(endpoint, which, wait);
                }
                Thread.sleep(wait.isNegative() ? SHORTEST : wait);
            }
            taken = true;
        } finally {
            if (!taken) {
                giveBack(start);
            }
        }
    }

    private void giveBack(long start) {
        synchronized (starts) {
            starts.removeLastOccurrence(start);
        }
    }

    private XeroException.RateLimited refused(String endpoint, Duration wait) {
        return ErrorReplies.limited(
                endpoint, XeroLimit.OWN_PACE, clock.instant(), clock.instant().plus(wait), zone);
    }
}
