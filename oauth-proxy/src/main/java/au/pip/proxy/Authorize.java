package au.pip.proxy;

import au.pip.xero.auth.BrowserSignIn;
import au.pip.xero.auth.Pkce;
import java.net.URI;
import java.time.InstantSource;

/**
 * The beginning of a sign-in: a page that says where it goes, and the person's going on to Xero. Nobody is sent anywhere
 * before they have pressed the button.
 */
final class Authorize {
    private static final String PURPOSE = "page";

    private final URI publicUrl;
    private final BrowserSignIn xero;
    private final Seal seal;
    private final Spent spent;
    private final Cookies cookies;
    private final InstantSource clock;

    Authorize(URI publicUrl, BrowserSignIn xero, Seal seal, Spent spent, InstantSource clock) {
        this.publicUrl = publicUrl;
        this.xero = xero;
        this.seal = seal;
        this.spent = spent;
        this.cookies = Cookies.of(publicUrl);
        this.clock = clock;
    }

    /** GET. */
    Reply page(Request request) throws Refused {
        UnderWay underWay = UnderWay.at(clock.instant(), SignIn.of(request.parameters(), publicUrl));
        String ticket = seal.seal(PURPOSE, underWay.text());
        return Reply.page(200, Pages.consent(underWay.signIn().returnTo(), ticket))
                .withCookie(cookies.set(cookies.pageName(), underWay.browser()));
    }

    /** POST, from that page. */
    Reply go(Request request) throws Refused {
        UnderWay underWay = seal.open(PURPOSE, request.parameters().get("ticket"))
                .map(UnderWay::of)
                .filter(each -> clock.instant().isBefore(each.ends()))
                .filter(each -> request.cookie(cookies.pageName())
                        .filter(browser -> SameWord.are(browser, each.browser()))
                        .isPresent())
                .orElseThrow(Authorize::stale);
        if (!spent.first(PURPOSE + " " + underWay.state())) {
            throw stale();
        }
        return Reply.redirect(xero.address(new BrowserSignIn.Begun(
                        underWay.state(),
                        Pkce.challenge(underWay.verifier()),
                        Callback.address(publicUrl),
                        underWay.signIn().scopes())))
                .withCookie(cookies.gone(cookies.pageName()))
                .withCookie(cookies.set(
                        cookies.signInName(),
                        seal.seal(Callback.PURPOSE, underWay.withoutScopes().text())));
    }

    private static Refused stale() {
        return Refused.badRequest(
                "This page was used already, is older than ten minutes, or was opened in another browser."
                        + " Go back to Pip and connect Xero from there. Pip's cookies have to be allowed here.");
    }
}
