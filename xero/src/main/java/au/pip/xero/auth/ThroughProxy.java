package au.pip.xero.auth;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Through an {@code oauth-proxy} that runs with its own app at Xero. What it hands over it hands to whoever shows the
 * verifier of the sign-in's challenge, which never leaves this side before.
 */
public final class ThroughProxy implements BrowserSignIn {
    private final URI proxy;
    private final TokenCalls calls;

    /** @param proxy such as {@code https://connect.example}; what stands before {@code /oauth/…} */
    public ThroughProxy(URI proxy) {
        this.proxy = URI.create(proxy.toString().replaceAll("/+$", ""));
        this.calls = new TokenCalls(new Counterpart.Proxy(proxy.getHost()));
    }

    @Override
    public URI address(Begun signIn) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("return_to", signIn.callback().toString());
        query.put("scope", Scopes.text(signIn.scopes()));
        query.put("state", signIn.state());
        query.put("code_challenge", signIn.challenge());
        query.put("code_challenge_method", "S256");
        return URI.create(proxy + "/oauth/authorize?" + Form.text(query));
    }

    @Override
    public TokenSet exchange(String code, String verifier, URI callback) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("code", code);
        form.put("code_verifier", verifier);
        form.put("return_to", callback.toString());
        return calls.tokens(URI.create(proxy + "/oauth/exchange"), form, null);
    }

    @Override
    public TokenSet renew(TokenSet before) {
        if (before.refresh() == null) {
            throw TokenCalls.signInNeeded("Xero");
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("refresh_token", before.refresh());
        return calls.tokens(URI.create(proxy + "/oauth/refresh"), form, null).orFrom(before);
    }

    @Override
    public void revoke(TokenSet tokens) {
        if (tokens.refresh() != null) {
            calls.revoke(URI.create(proxy + "/oauth/revoke"), tokens.refresh(), null);
        }
    }
}
