package au.pip.xero.auth;

import au.pip.xero.XeroException;
import java.net.URI;
import java.util.Set;

/** A person signs in at Xero in their browser, which then comes back with a code. */
public interface BrowserSignIn extends XeroAuth {
    /**
     * One sign-in.
     *
     * @param state comes back as it is; random, and used once
     * @param challenge the {@link Pkce} challenge of a verifier that is shown at the exchange
     * @param callback where the browser comes back to, exactly as it is registered
     */
    record Begun(String state, String challenge, URI callback, Set<String> scopes) {}

    /** Where the browser goes. */
    URI address(Begun signIn);

    /**
     * What the person granted.
     *
     * @param code as the callback brought it; good once and for a short time
     * @param verifier of the sign-in's challenge
     * @throws XeroException.SignInNeeded when the code is not, or no longer, good
     * @throws XeroException when Xero cannot be asked, or does not accept the app
     */
    TokenSet exchange(String code, String verifier, URI callback);
}
