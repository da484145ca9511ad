package au.pip.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a reply took, from the start of the call, retries included.
 *
 * @param firstToken until the first text, thinking or tool call; null when none came
 * @param total until the end mark, the cut or the cancellation
 */
public record Timing(@Nullable Duration firstToken, Duration total) {
    public static final Timing NONE = new Timing(null, Duration.ZERO);

    /** Output tokens a second of the time after the first; 0 when that cannot be told. */
    public double tokensPerSecond(long outputTokens) {
        if (firstToken == null || outputTokens <= 1) {
            return 0;
        }
        long nanos = total.minus(firstToken).toNanos();
        return nanos <= 0 ? 0 : (outputTokens - 1) * 1e9 / nanos;
    }
}
