package au.pip.sandbox.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The refresh tokens of one sign-in: the current one, and the one before it
 * (https://developer.xero.com/faq/oauth2). A current one that nobody uses for 60 days ends. The one before works again
 * for 30 minutes from its first use, for whoever never got the answer to that; what was given then ends with it, so
 * that of two who renew one token at once the slower breaks the other's.
 */
final class RefreshTokens {
    private static final Duration UNUSED = Duration.ofDays(60);
    private static final Duration GRACE = Duration.ofMinutes(30);

    private String current = Opaque.text();
    private Instant made;
    private @Nullable String previous;
    private Instant replaced;

    RefreshTokens(Instant now) {
        made = now;
        replaced = now;
    }

    String current() {
        return current;
    }

    boolean know(String token) {
        return token.equals(current) || token.equals(previous);
    }

    /** Replaces the current token; false, and nothing changes, when the one shown is not, or no longer, good. */
    boolean renew(String shown, Instant now) {
        if (shown.equals(current) && now.isBefore(made.plus(UNUSED))) {
            previous = current;
            replaced = now;
        } else if (!shown.equals(previous) || !now.isBefore(replaced.plus(GRACE))) {
            return false;
        }
        current = Opaque.text();
        made = now;
        return true;
    }
}
