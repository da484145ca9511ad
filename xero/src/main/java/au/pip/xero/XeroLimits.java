package au.pip.xero;

import java.net.http.HttpHeaders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left of Xero's limits for one organisation, as its newest answer told in {@code X-DayLimit-Remaining},
 * {@code X-MinLimit-Remaining} and {@code X-AppMinLimit-Remaining}; null where a header was missing.
 */
public record XeroLimits(
        @Nullable Integer dayRemaining,
        @Nullable Integer minuteRemaining,
        @Nullable Integer appMinuteRemaining,
        Instant seenAt) {

    static XeroLimits of(HttpHeaders headers, Instant seenAt) {
        return new XeroLimits(
                number(headers, "X-DayLimit-Remaining"),
                number(headers, "X-MinLimit-Remaining"),
                number(headers, "X-AppMinLimit-Remaining"),
                seenAt);
    }

    /** Whether the answer told nothing, as gateways' pages do. */
    boolean isEmpty() {
        return dayRemaining == null && minuteRemaining == null && appMinuteRemaining == null;
    }

    private static @Nullable Integer number(HttpHeaders headers, String name) {
        String text = headers.firstValue(name).orElse("").strip();
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
}
