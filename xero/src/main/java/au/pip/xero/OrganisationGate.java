package au.pip.xero;

import java.time.Duration;
import java.time.InstantSource;
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

    private final XeroSettings settings;
    private final InstantSource clock;
    private final Semaphore turns;
    private final Deque<Long> starts = new ArrayDeque<>();
    private volatile @Nullable XeroLimits limits;

    OrganisationGate(XeroSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
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
            sleepUntil(endpoint, reserve(endpoint, deadline));
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
        }
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

    private XeroException.RateLimited refused(String endpoint, Duration wait) {
        return ErrorReplies.limited(
                endpoint, XeroLimit.OWN_PACE, clock.instant(), clock.instant().plus(wait), settings.zone());
    }
}
