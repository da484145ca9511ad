package au.pip.llm.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How long a provider asks to wait: {@code retry-after-ms}, else {@code retry-after} in seconds or as an HTTP date. */
public final class RetryAfter {
    private RetryAfter() {}

    /** @return null when neither header says anything readable; never negative */
    public static @Nullable Duration of(@Nullable String milliseconds, @Nullable String secondsOrDate, Instant now) {
        Duration exact = scaled(milliseconds, 1);
        if (exact != null || secondsOrDate == null) {
            return exact;
        }
        Duration seconds = scaled(secondsOrDate, 1000);
        if (seconds != null) {
            return seconds;
        }
        try {
            Instant until = ZonedDateTime.parse(secondsOrDate.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable Duration scaled(@Nullable String number, int millisecondsEach) {
        if (number == null || !number.strip().matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return null;
        }
        return Duration.ofMillis((long) Math.ceil(Double.parseDouble(number.strip()) * millisecondsEach));
    }
}
