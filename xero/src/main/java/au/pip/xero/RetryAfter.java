package au.pip.xero;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The header {@code Retry-After}: seconds, or a date as HTTP writes it. */
final class RetryAfter {
    private RetryAfter() {}

    /** How long to wait; what the limit suggests when the header is missing or unreadable. Never below a second. */
    static Duration of(String header, XeroLimit limit, Instant now) {
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return atLeastASecond(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return atLeastASecond(Duration.between(now, then));
        } catch (DateTimeException e) {
            return usual(limit, now);
        }
    }

    private static Duration usual(XeroLimit limit, Instant now) {
        return switch (limit) {
            case CONCURRENT -> Duration.ofSeconds(1);
            case DAY, OWN_DAY ->
                Duration.between(
                        now,
                        now.atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                                .plusDays(1)
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC));
            case MINUTE, APP_MINUTE, OWN_PACE, UNKNOWN -> Duration.ofMinutes(1);
        };
    }

    private static Duration atLeastASecond(Duration wait) {
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }
}
