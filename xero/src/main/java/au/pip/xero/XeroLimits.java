package au.pip.xero;

import java.net.http.HttpHeaders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left of Xero's limits for one organisation, as its newest answer told in {@code X-DayLimit-Remaining},
 * {@code X-MinLimit-Remaining} and {@code X-AppMinLimit-Remaining}; null where a header was missing.
 *
 * @param dayResetsAt when the day's calls are to be had again; null unless the answer refused a call for want of them
 */
public record XeroLimits(
        @Nullable Integer dayRemaining,
        @Nullable Integer minuteRemaining,
        @Nullable Integer appMinuteRemaining,
        @Nullable Instant dayResetsAt,
        Instant seenAt) {

    static XeroLimits of(HttpHeaders headers, Instant seenAt) {
        return new XeroLimits(
                number(headers, "X-DayLimit-Remaining"),
                number(headers, "X-MinLimit-Remaining"),
                number(headers, "X-AppMinLimit-Remaining"),
                dayResetsAt(headers, seenAt),
                seenAt);
    }

    /** Whether the answer told nothing, as gateways' pages do. */
    boolean isEmpty() {
        return dayRemaining == null && minuteRemaining == null && appMinuteRemaining == null && dayResetsAt == null;
    }

    private static @Nullable Instant dayResetsAt(HttpHeaders headers, Instant now) {
        if (XeroLimit.of(headers.firstValue("X-Rate-Limit-Problem").orElse(null)) != XeroLimit.DAY) {
            return null;
        }
        return now.plus(RetryAfter.of(headers.firstValue("Retry-After").orElse(""), XeroLimit.DAY, now));
    }

    private static @Nullable Integer number(HttpHeaders headers, String name) {
        String text = headers.firstValue(name).orElse("").strip();
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
}
