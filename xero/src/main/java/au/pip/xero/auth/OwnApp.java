package au.pip.xero.auth;

import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operator's own app at Xero: confidential when it has a secret, public when it has none. With PKCE either way
 * (https://developer.xero.com/documentation/guides/oauth2/pkce-flow).
 */
public final class OwnApp implements BrowserSignIn {
    private final XeroAddresses addresses;
    private final AppKeys keys;
    private final TokenCalls calls;

    /** @param clientSecret null for an app without one */
    public OwnApp(XeroAddresses addresses, String clientId, @Nullable String clientSecret) {
        this(addresses, clientId, clientSecret, InstantSource.system());
    }

    /** @param clock from which tokens last */
    public OwnApp(XeroAddresses addresses, String clientId, @Nullable String clientSecret, InstantSource clock) {
        this.addresses = addresses;
        this.keys = new AppKeys(clientId, clientSecret);
        this.calls = new TokenCalls(new Counterpart.Xero(), TokenCalls.LONGEST, clock);
    }

    @Override
    public URI address(Begun signIn) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", keys.id());
        query.put("redirect_uri", signIn.callback().toString());
        query.put("scope", Scopes.text(signIn.scopes()));
        query.put("state", signIn.state());
        query.put("code_challenge", signIn.challenge());
        query.put("code_challenge_method", "S256");
        return URI.create(addresses.authorize() + "?" + Form.text(query));
    }

    @Override
    public TokenSet exchange(String code, String verifier, URI callback) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", callback.toString());
        form.put("code_verifier", verifier);
        return calls.tokens(addresses.token(), form, keys);
    }

    @Override
    public TokenSet renew(TokenSet before) {
        if (before.refresh() == null) {
            throw TokenCalls.signInNeeded("Xero");
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", before.refresh());
        return calls.tokens(addresses.token(), form, keys).orFrom(before);
    }

    @Override
    public void revoke(TokenSet tokens) {
        if (tokens.refresh() != null) {
            calls.revoke(addresses.revocation(), tokens.refresh(), keys);
        }
    }
}
