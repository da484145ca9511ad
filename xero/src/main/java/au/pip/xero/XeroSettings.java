package au.pip.xero;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How Xero is reached. {@link #defaults()} fits Xero itself; tests and the sandbox change the base.
 *
 * @param base scheme and host that serve {@code /connections} and {@code /api.xro/2.0}, without a trailing slash
 * @param timeout for one call, to the last byte of its reply
 * @param mostBytes the largest reply that is read
 * @param pace limits kept for each organisation
 * @param retries for calls that met a passing fault
 * @param paging for lists
 * @param zone the time zone in which a message tells when a limit resets
 * @param waits is told of waits for a limit
 */
public record XeroSettings(
        URI base,
        Duration timeout,
        long mostBytes,
        Pace pace,
        Retries retries,
        Paging paging,
        ZoneId zone,
        WaitListener waits) {

    /**
     * Xero allows 5 calls at once and 60 a minute for each organisation.
     *
     * @param atOnce calls in flight
     * @param calls how many may start within any {@code window}
     * @param longestQueue how long a call may wait for its turn; more than the window, so that a long list is read to
     *     its end
     * @param longestRetryAfter the longest {@code Retry-After} that is waited for rather than reported
     */
    public record Pace(int atOnce, int calls, Duration window, Duration longestQueue, Duration longestRetryAfter) {}

    /**
     * @param times further tries after 502, 503, 504 or a broken connection
     * @param pause before the first of them; doubled before the next
     */
    public record Retries(int times, Duration pause) {}

    /**
     * @param size records a page, 1 to 1000
     * @param mostPages a list that is longer is reported rather than read for ever
     */
    public record Paging(int size, int mostPages) {
        public Paging {
            if (size < 1 || size > 1000 || mostPages < 1) {
                throw new IllegalArgumentException("a page holds 1 to 1000 records, not " + size);
            }
        }
    }

    public XeroSettings {
        String text = base.toString();
        if (base.getHost() == null || !text.matches("https?://[^?#]*")) {
            throw new IllegalArgumentException("Xero's address is https://api.xero.com or the like, not " + text);
        }
        base = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : base;
    }

    public static XeroSettings defaults() {
        return new XeroSettings(
                URI.create("https://api.xero.com"),
                Duration.ofSeconds(30),
                64L << 20,
                new Pace(5, 55, Duration.ofMinutes(1), Duration.ofSeconds(75), Duration.ofSeconds(15)),
                new Retries(2, Duration.ofMillis(400)),
                new Paging(1000, 200),
                ZoneId.of("Australia/Sydney"),
                WaitListener.SILENT);
    }

    public XeroSettings withBase(URI base) {
        return new XeroSettings(base, timeout, mostBytes, pace, retries, paging, zone, waits);
    }

    public XeroSettings withTimeout(Duration timeout) {
        return new XeroSettings(base, timeout, mostBytes, pace, retries, paging, zone, waits);
    }

    public XeroSettings withMostBytes(long mostBytes) {
        return new XeroSettings(base, timeout, mostBytes, pace, retries, paging, zone, waits);
    }

    public XeroSettings withPace(Pace pace) {
        return new XeroSettings(base, timeout, mostBytes, pace, retries, paging, zone, waits);
    }

    public XeroSettings withRetries(Retries retries) {
        return new XeroSettings(base, timeout, mostBytes, pace, retries, paging, zone, waits);
    }

    public XeroSettings withPaging(Paging paging) {
        return new XeroSettings(base, timeout, mostBytes, pace, retries, paging, zone, waits);
    }

    public XeroSettings withZone(ZoneId zone) {
        return new XeroSettings(base, timeout, mostBytes, pace, retries, paging, zone, waits);
    }

    public XeroSettings withWaits(WaitListener waits) {
        return new XeroSettings(base, timeout, mostBytes, pace, retries, paging, zone, waits);
    }
}
