package au.pip.xero.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one sign-in gives. Its text form shows no token.
 *
 * @param access good for calls until {@code expiresAt}
 * @param refresh for the next renewal; null where there is none, as for a custom connection
 * @param scopes what was granted, which may be less than what was asked for
 */
public record TokenSet(String access, @Nullable String refresh, Instant expiresAt, Set<String> scopes) {
    public TokenSet {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the access token is good for that long yet. */
    public boolean lasts(Duration time, Instant now) {
        return now.plus(time).isBefore(expiresAt);
    }

    /** These, with the refresh token and the scopes of an earlier set where a reply named none. */
    TokenSet orFrom(TokenSet earlier) {
        return new TokenSet(
                access,
                refresh == null ? earlier.refresh : refresh,
                expiresAt,
                scopes.isEmpty() ? earlier.scopes : scopes);
    }

    @Override
    public String toString() {
        return "TokenSet[until " + expiresAt + ", scopes " + new TreeSet<>(scopes) + "]";
    }
}
