package au.pip.sandbox.xero;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the calls to one organisation as Xero does. A refused call counts towards nothing. */
final class RateLimiter {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Limits limits;
    private final InstantSource clock;
    private final Deque<Instant> lastMinute = new ArrayDeque<>();
    private Instant dayStarted;
    private int today;
    private int running;

    /** What became of a call. */
    sealed interface Verdict {
        record Admitted() implements Verdict {}

        /**
         * @param problem Xero's word for the limit that was met
         * @param retryAfter whole seconds until it may be tried again
         */
        record Refused(String problem, long retryAfter) implements Verdict {}
    }

    /** What is left of each limit. */
    record Remaining(int day, int minute) {}

    RateLimiter(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.dayStarted = clock.instant();
    }

    /** Asks for a call; every admitted one is followed by {@link #leave}. */
    synchronized Verdict enter() {
        Instant now = clock.instant();
        forget(now);
        if (today >= limits.perDay()) {
            return new Verdict.Refused("day", seconds(now, dayStarted.plus(DAY)));
        }
        if (lastMinute.size() >= limits.perMinute()) {
            return new Verdict.Refused(
                    "minute", seconds(now, lastMinute.getFirst().plus(MINUTE)));
        }
        if (running >= limits.concurrent()) {
            return new Verdict.Refused("concurrent", 1);
        }
        running++;
        today++;
        lastMinute.addLast(now);
        return new Verdict.Admitted();
    }

    synchronized void leave() {
        running--;
    }

    synchronized Remaining remaining() {
        forget(clock.instant());
        return new Remaining(limits.perDay() - today, limits.perMinute() - lastMinute.size());
    }

    synchronized int inLastMinute() {
        forget(clock.instant());
        return lastMinute.size();
    }

    private void forget(Instant now) {
        while (!lastMinute.isEmpty() && !lastMinute.getFirst().plus(MINUTE).isAfter(now)) {
            lastMinute.removeFirst();
        }
        if (!dayStarted.plus(DAY).isAfter(now)) {
            dayStarted = now;
            today = 0;
        }
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(1, Duration.between(from, to).plusMillis(999).toSeconds());
    }
}
