package au.pip.llm;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before another try. Only what has not begun is tried again: after the first event of a reply a failure
 * is the caller's.
 *
 * @param retries tries after the first
 * @param firstDelay before the first retry; doubled for each further one, less up to half at random, so that many
 *     clients do not come back at once
 * @param longestWait a provider that asks for more is not waited for
 */
public record RetryPolicy(int retries, Duration firstDelay, Duration longestWait) {
    public static final RetryPolicy DEFAULTS = new RetryPolicy(2, Duration.ofMillis(400), Duration.ofSeconds(20));
    public static final RetryPolicy NEVER = new RetryPolicy(0, Duration.ZERO, Duration.ZERO);

    /**
     * The wait before retry number {@code retry} (from 1); null when it is not to be tried again.
     *
     * @param asked what the provider asks for; null when it does not say
     */
    public @Nullable Duration delay(int retry, @Nullable Duration asked) {
        if (retry > retries) {
            return null;
        }
        if (asked != null) {
            return asked.compareTo(longestWait) > 0 ? null : asked;
        }
        long most = firstDelay.toMillis() << Math.min(retry - 1, 20);
        long millis = most - ThreadLocalRandom.current().nextLong(most / 2 + 1);
        return Duration.ofMillis(Math.min(millis, longestWait.toMillis()));
    }
}
