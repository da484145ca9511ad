package au.pip.proxy;

import au.pip.xero.auth.BrowserSignIn;
import au.pip.xero.auth.Pkce;
import au.pip.xero.auth.Scopes;
import au.pip.xero.auth.ThroughProxy;
import au.pip.xero.auth.TokenSet;
import java.net.URI;
import java.util.Set;

/** A self-hosted Pip that begins one sign-in: the real client side. */
record Instance(ThroughProxy client, URI returnTo, String state, String verifier) {
    Instance(URI proxy, String returnTo, Set<String> secrets) {
        this(new ThroughProxy(proxy), URI.create(returnTo), RandomWord.next(), RandomWord.next());
        secrets.add(state);
        secrets.add(verifier);
    }

    /** Where it sends its person's browser. */
    URI link() {
        return client.address(
                new BrowserSignIn.Begun(state, Pkce.challenge(verifier), returnTo, Scopes.ofPerson("granular")));
    }

    TokenSet fetch(String code) {
        return client.exchange(code, verifier, returnTo);
    }
}
