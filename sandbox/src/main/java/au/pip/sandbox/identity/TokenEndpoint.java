package au.pip.sandbox.identity;

import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives tokens for codes, refresh tokens and custom connections, and takes them back
 * (https://developer.xero.com/documentation/guides/oauth2/auth-flow).
 */
final class TokenEndpoint {
    private static final String ISSUER = "https://identity.xero.com";

    /** The one pretend person. */
    private static final UUID PERSON = UUID.fromString("5a3d0000-0000-4000-8000-000000000001");

    private final Apps apps;
    private final List<Organisation> organisations;
    private final SignIns signIns;
    private final InstantSource clock;

    TokenEndpoint(Apps apps, List<Organisation> organisations, SignIns signIns, InstantSource clock) {
        this.apps = apps;
        this.organisations = organisations;
        this.signIns = signIns;
        this.clock = clock;
    }

    Reply give(@Nullable String authorization, Form form) throws Refusal {
        App app = apps.calling(authorization, form);
        Instant now = clock.instant();
        SignIn signIn = switch (form.needed("grant_type")) {
            case "authorization_code" -> {
                person(app);
                yield signIns.exchange(
                        app, form.needed("code"), form.needed("redirect_uri"), form.text("code_verifier"), now);
            }
            case "refresh_token" -> {
                person(app);
                yield signIns.renew(app, form.needed("refresh_token"), now);
            }
            case "client_credentials" -> custom(app, form.text("scope"), now);
            default -> throw Refusal.of("unsupported_grant_type");
        };
        return tokens(app, signIn, now);
    }

    /** A token that is none, or no more, is answered as one that was given back (RFC 7009, 2.2). */
    Reply takeBack(@Nullable String authorization, Form form) throws Refusal {
        signIns.revoke(apps.calling(authorization, form), form.needed("token"));
        return Reply.text(200, "");
    }

    private static void person(App app) throws Refusal {
        if (app.kind() == App.Kind.CUSTOM) {
            throw Refusal.of("unauthorized_client");
        }
    }

    private SignIn custom(App app, @Nullable String scope, Instant now) throws Refusal {
        if (app.kind() != App.Kind.CUSTOM) {
            throw Refusal.of("unauthorized_client");
        }
        Set<String> scopes = scope == null ? Scopes.all() : Scopes.of(scope);
        if (!Scopes.mayAsk(app, scopes)) {
            throw Refusal.of("invalid_scope");
        }
        UUID wanted = app.organisation();
        Organisation organisation = organisations.stream()
                .filter(each -> wanted == null || each.tenantId().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refusal.of("unauthorized_client"));
        return signIns.custom(app, scopes, organisation, now);
    }

    private Reply tokens(App app, SignIn signIn, Instant now) {
        Set<String> scopes = signIn.scopes();
        Map<String, Object> answer = new LinkedHashMap<>();
        if (scopes.contains(Scopes.OPENID)) {
            answer.put("id_token", Jwt.of(claims(app.id(), now)));
        }
        Map<String, Object> claims = claims(ISSUER + "/resources", now);
        claims.put("client_id", app.id());
        claims.put("authentication_event_id", signIn.event());
        claims.put("scope", scopes);
        answer.put("access_token", signIns.accessToken(signIn, claims, now));
        answer.put("expires_in", SignIns.ACCESS.toSeconds());
        answer.put("token_type", "Bearer");
        String refreshToken = signIn.refreshToken();
        if (refreshToken != null) {
            answer.put("refresh_token", refreshToken);
        }
        answer.put("scope", String.join(" ", scopes));
        return Reply.json(200, answer).with("Cache-Control", "no-store");
    }

    private static Map<String, Object> claims(String audience, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", now.plus(SignIns.ACCESS).getEpochSecond());
        claims.put("iss", ISSUER);
        claims.put("aud", audience);
        claims.put("sub", PERSON);
        claims.put("xero_userid", PERSON);
        claims.put("jti", UUID.randomUUID());
        return claims;
    }
}
