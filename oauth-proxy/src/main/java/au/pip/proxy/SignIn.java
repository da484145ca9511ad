package au.pip.proxy;

import au.pip.xero.auth.Pkce;
import java.net.URI;
import java.util.Set;

/**
 * A sign-in as an instance asks for it.
 *
 * @param state the instance's own, opaque here
 * @param challenge of the verifier with which the instance will fetch the tokens
 */
record SignIn(ReturnAddress returnTo, Set<String> scopes, String state, String challenge) {
    /** Characters that mean nothing in a query (RFC 3986, 2.3). */
    private static final String STATE = "[A-Za-z0-9._~-]{16,512}";

    /** Checks what {@code /oauth/authorize} was asked. */
    static SignIn of(Parameters asked, URI own) throws Refused {
        ReturnAddress returnTo = ReturnAddress.of(asked.get("return_to"), own);
        Set<String> scopes = AllowedScopes.of(asked.get("scope"));
        String state = asked.get("state");
        String challenge = asked.get("code_challenge");
        if (!state.matches(STATE)) {
            throw Refused.badRequest("The state has to be 16 to 512 letters, digits, and . _ ~ -");
        }
        if (!asked.get("code_challenge_method").equals("S256") || !Pkce.isChallenge(challenge)) {
            throw Refused.badRequest("The code_challenge has to be one of S256.");
        }
        return new SignIn(returnTo, scopes, state, challenge);
    }

    SignIn withoutScopes() {
        return new SignIn(returnTo, Set.of(), state, challenge);
    }
}
