package au.pip.xero.auth;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A custom connection: one organisation, no browser, no refresh token. A renewal asks for a token anew
 * (https://developer.xero.com/documentation/guides/oauth2/custom-connections).
 */
public final class CustomConnection implements XeroAuth {
    private final XeroAddresses addresses;
    private final AppKeys keys;
    private final Set<String> scopes;
    private final TokenCalls calls = new TokenCalls(new Counterpart.Xero());

    public CustomConnection(XeroAddresses addresses, String clientId, String clientSecret, Set<String> scopes) {
        this.addresses = addresses;
        this.keys = new AppKeys(clientId, clientSecret);
        this.scopes = Set.copyOf(scopes);
    }

    /** What there is before the first renewal. */
    public static TokenSet nothingYet() {
        return new TokenSet("", null, Instant.EPOCH, Set.of());
    }

    @Override
    public TokenSet renew(TokenSet before) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("scope", Scopes.text(scopes));
        return calls.tokens(addresses.token(), form, keys);
    }

    /** A token without a refresh token ends by itself, half an hour after it was made. */
    @Override
    public void revoke(TokenSet tokens) {}
}
