package au.pip.xero.auth;

import au.pip.xero.XeroException;

/**
 * Renews what a sign-in gave. Calls block, and are safe for use by several threads; of two that renew one token at
 * once, Xero may end both: {@link RenewingTokens} lets one at a time.
 */
public interface XeroAuth {
    /**
     * A new set for an old one. The old refresh token works for another 30 minutes, so that a call whose answer was
     * lost may be made again with it.
     *
     * @throws XeroException.SignInNeeded when Xero takes the token no more
     * @throws XeroException when Xero cannot be asked, or does not accept the app
     */
    TokenSet renew(TokenSet before);

    /**
     * Gives the tokens back, so that nobody can use them any more. A sign-in that Xero has ended already is no failure.
     *
     * @throws XeroException when Xero cannot be asked
     */
    void revoke(TokenSet tokens);
}
