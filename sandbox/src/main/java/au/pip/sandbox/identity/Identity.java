package au.pip.sandbox.identity;

import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.wire.Reply;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pretend Xero's identity service: its addresses, what its access tokens are worth, and its hard days. */
public final class Identity {
    public static final String AUTHORIZE = "/identity/connect/authorize";
    public static final String CONSENT = "/identity/connect/consent";
    public static final String TOKEN = "/connect/token";
    public static final String REVOCATION = "/connect/revocation";

    private static final int MOST_BYTES = 64 << 10;

    private final List<Organisation> organisations;
    private final InstantSource clock;
    private final SignIns signIns = new SignIns();
    private final AuthorizeEndpoint authorize;
    private final TokenEndpoint token;
    private final String fixedToken;
    private final SignIn standing;
    private volatile Consent consent;

    /**
     * @param organisations at least one
     * @param fixedToken an access token that needs no sign-in, reaches everything and never runs out
     */
    public Identity(
            List<App> apps, List<Organisation> organisations, String fixedToken, Consent consent, InstantSource clock) {
        this.organisations = List.copyOf(organisations);
        this.clock = clock;
        this.fixedToken = fixedToken;
        this.standing = SignIn.standing(organisations, clock.instant());
        Apps registered = new Apps(apps);
        this.authorize = new AuthorizeEndpoint(registered, this.organisations, signIns, clock);
        this.token = new TokenEndpoint(registered, this.organisations, signIns, clock);
        this.consent = checked(consent);
    }

    public static boolean serves(String path) {
        return path.equals(AUTHORIZE) || path.equals(CONSENT) || path.equals(TOKEN) || path.equals(REVOCATION);
    }

    /** The answer at one of the addresses that are served; what was asked for is done by then. */
    public Reply reply(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = path.equals(AUTHORIZE) ? "GET" : "POST";
        if (!exchange.getRequestMethod().equals(method)) {
            return Reply.text(405, "This address takes " + method).with("Allow", method);
        }
        try {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            return switch (path) {
                case AUTHORIZE -> authorize.ask(Form.of(exchange.getRequestURI().getRawQuery()), consent);
                case CONSENT -> authorize.decide(form(exchange));
                case TOKEN -> token.give(authorization, form(exchange));
                case REVOCATION -> token.takeBack(authorization, form(exchange));
                default -> Reply.notFound();
            };
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    /** @param authorization the header; null when there is none */
    public Access access(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return new Access.Unknown();
        }
        String bearer = authorization.substring("Bearer ".length());
        return bearer.equals(fixedToken) ? new Access.Good(standing) : signIns.access(bearer, clock.instant());
    }

    /** How the next apps that ask are answered. */
    public void consent(Consent next) {
        consent = checked(next);
    }

    /** How often a refresh token was taken so far, those included whose answer was lost. */
    public int refreshes() {
        return signIns.refreshes();
    }

    /** Takes a scope away from all sign-ins that there are; their access tokens feel it at once. */
    public void removeScope(String scope) {
        signIns.removeScope(scope);
    }

    /** Ends the connections of all sign-ins to an organisation, as its owner can at Xero. */
    public void disconnect(UUID tenant) {
        signIns.disconnect(served(tenant));
    }

    /** Ends all sign-ins with their tokens. */
    public void endSignIns() {
        signIns.endAll();
    }

    /** Lets all access tokens run out now; refresh tokens stay good. */
    public void expireAccessTokens() {
        signIns.expireAccessTokens(clock.instant());
    }

    /** For the control address: how things stand, without tokens. */
    public Map<String, Object> render() {
        return Map.of("refreshes", signIns.refreshes(), "signIns", signIns.render());
    }

    private Consent checked(Consent given) {
        if (given instanceof Consent.AtOnce atOnce) {
            atOnce.tenants().forEach(this::served);
        }
        return given;
    }

    private UUID served(UUID tenant) {
        if (organisations.stream().noneMatch(each -> each.tenantId().equals(tenant))) {
            throw new IllegalArgumentException("no organisation here has the tenant id " + tenant);
        }
        return tenant;
    }

    private static Form form(HttpExchange exchange) throws IOException, Refusal {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (type == null || !type.startsWith("application/x-www-form-urlencoded") || body.length > MOST_BYTES) {
            throw Refusal.request();
        }
        return Form.of(new String(body, StandardCharsets.UTF_8));
    }
}
