package au.pip.sandbox.identity;

import au.pip.sandbox.books.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All sign-ins, and the codes and tokens that lead to them. */
final class SignIns {
    static final Duration ACCESS = Duration.ofMinutes(30);

    /** For how long a token that has run out is told from one that never was. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Issued> accessTokens = new HashMap<>();
    private final List<SignIn> open = new ArrayList<>();
    private int refreshes;

    private record Issued(SignIn signIn, Instant until) {}

    synchronized String code(Asked asked, List<Organisation> organisations, Instant now) {
        String code = Opaque.text();
        codes.put(code, new Code(asked, SignIn.of(asked.app(), asked.scopes(), organisations, now), now));
        return code;
    }

    /**
     * The sign-in of a code. A code that comes again ends what it gave (RFC 6749, 4.1.2).
     *
     * @throws Refusal when the code is not, or no longer, good
     */
    synchronized SignIn exchange(App app, String code, String redirect, @Nullable String verifier, Instant now)
            throws Refusal {
        Code found = codes.get(code);
        if (found == null || !found.isOf(app)) {
            throw Refusal.grant();
        }
        if (!found.spend()) {
            end(found.signIn());
            throw Refusal.grant();
        }
        if (!found.takes(redirect, verifier, now)) {
            throw Refusal.grant();
        }
        open.add(found.signIn());
        return found.signIn();
    }

    /** @throws Refusal when the token is not, or no longer, good */
    synchronized SignIn renew(App app, String refreshToken, Instant now) throws Refusal {
        SignIn found = holder(app, refreshToken);
        if (found == null || !found.renew(refreshToken, now)) {
            throw Refusal.grant();
        }
        refreshes++;
        return found;
    }

    /** The one sign-in of a custom connection. */
    synchronized SignIn custom(App app, Set<String> scopes, Organisation organisation, Instant now) {
        for (SignIn each : open) {
            if (each.isOf(app)) {
                each.grant(scopes);
                return each;
            }
        }
        SignIn made = SignIn.of(app, scopes, List.of(organisation), now);
        open.add(made);
        return made;
    }

    /** A new access token; the ones before it stay good until they run out. */
    synchronized String accessToken(SignIn signIn, Map<String, Object> claims, Instant now) {
        accessTokens.values().removeIf(each -> each.until().plus(REMEMBERED).isBefore(now));
        String token = Jwt.of(claims);
        accessTokens.put(token, new Issued(signIn, now.plus(ACCESS)));
        return token;
    }

    synchronized Access access(String token, Instant now) {
        Issued issued = accessTokens.get(token);
        if (issued == null) {
            return new Access.Unknown();
        }
        return now.isBefore(issued.until()) ? new Access.Good(issued.signIn()) : new Access.Expired();
    }

    /** Gives a sign-in back: its access tokens stay what they are, and reach nothing. */
    synchronized void revoke(App app, String refreshToken) {
        SignIn found = holder(app, refreshToken);
        if (found != null) {
            found.disconnectAll();
            open.remove(found);
        }
    }

    synchronized void endAll() {
        List.copyOf(open).forEach(this::end);
        codes.clear();
        accessTokens.clear();
    }

    synchronized void expireAccessTokens(Instant now) {
        accessTokens.replaceAll(
                (token, issued) -> issued.until().isAfter(now) ? new Issued(issued.signIn(), now) : issued);
    }

    synchronized void removeScope(String scope) {
        open.forEach(each -> each.remove(scope));
    }

    synchronized void disconnect(UUID tenant) {
        open.forEach(each -> each.leave(tenant));
    }

    synchronized int refreshes() {
        return refreshes;
    }

    synchronized List<Map<String, Object>> render() {
        return open.stream().map(SignIn::render).toList();
    }

    private void end(SignIn signIn) {
        signIn.disconnectAll();
        open.remove(signIn);
        accessTokens.values().removeIf(each -> each.signIn() == signIn);
    }

    private @Nullable SignIn holder(App app, String refreshToken) {
        return open.stream()
                .filter(each -> each.isOf(app) && each.knows(refreshToken))
                .findFirst()
                .orElse(null);
    }
}
