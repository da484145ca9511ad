package au.pip.proxy;

import au.pip.xero.XeroException;
import au.pip.xero.auth.Scopes;
import au.pip.xero.auth.TokenSet;
import au.pip.xero.auth.XeroAuth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What instances ask, without a browser: to fetch a sign-in's tokens, to renew them, to give them back. */
final class Tokens {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Printable characters (RFC 6749, appendix A.17). */
    private static final String TOKEN = "[ -~]{1,4096}";

    private final XeroAuth xero;
    private final Handover handover;
    private final InstantSource clock;
    private final Log log;

    Tokens(XeroAuth xero, Handover handover, InstantSource clock, Log log) {
        this.xero = xero;
        this.handover = handover;
        this.clock = clock;
        this.log = log;
    }

    Reply exchange(Request request) throws Refused {
        Parameters form = request.parameters();
        return reply(handover.take(form.get("code"), form.get("code_verifier"), form.get("return_to"))
                .orElseThrow(Refused::invalidGrant));
    }

    Reply refresh(Request request) throws Refused {
        TokenSet before = holding(request.parameters().get("refresh_token"));
        try {
            return reply(xero.renew(before));
        } catch (XeroException trouble) {
            throw refused(trouble);
        }
    }

    Reply revoke(Request request) throws Refused {
        TokenSet tokens = holding(request.parameters().get("token"));
        try {
            xero.revoke(tokens);
            return Reply.json(200, "{}");
        } catch (XeroException trouble) {
            throw refused(trouble);
        }
    }

    private static TokenSet holding(String refreshToken) throws Refused {
        if (!refreshToken.matches(TOKEN)) {
            throw Refused.invalidGrant();
        }
        return new TokenSet("", refreshToken, Instant.EPOCH, Set.of());
    }

    /** Only Xero's word that the token is at its end is an end for the instance; all else may pass. */
    private Refused refused(XeroException trouble) {
        if (trouble instanceof XeroException.SignInNeeded) {
            return Refused.invalidGrant();
        }
        log.trouble(String.valueOf(trouble.getMessage()));
        return trouble instanceof XeroException.AppRefused ? Refused.app() : Refused.busy();
    }

    /** RFC 6749, 5.1. */
    private Reply reply(TokenSet tokens) {
        ObjectNode json = JSON.createObjectNode();
        json.put("access_token", tokens.access());
        if (tokens.refresh() != null) {
            json.put("refresh_token", tokens.refresh());
        }
        json.put(
                "expires_in",
                Math.max(
                        0, Duration.between(clock.instant(), tokens.expiresAt()).toSeconds()));
        json.put("scope", Scopes.text(new TreeSet<>(tokens.scopes())));
        json.put("token_type", "Bearer");
        return Reply.json(200, JSON.writeValueAsString(json));
    }
}
