package au.pip.proxy;

import au.pip.xero.XeroException;
import au.pip.xero.auth.BrowserSignIn;
import au.pip.xero.auth.TokenSet;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The browser's way back from Xero, and on to the instance with a code or an error. */
final class Callback {
    /** Of the sealed cookie. */
    static final String PURPOSE = "sign-in";

    private final URI address;
    private final BrowserSignIn xero;
    private final Seal seal;
    private final Spent spent;
    private final Handover handover;
    private final FullApp fullApp;
    private final Cookies cookies;
    private final InstantSource clock;
    private final Log log;

    Callback(
            ProxySettings settings,
            BrowserSignIn xero,
            Seal seal,
            Spent spent,
            Handover handover,
            InstantSource clock,
            Log log) {
        this.address = address(settings.publicUrl());
        this.xero = xero;
        this.seal = seal;
        this.spent = spent;
        this.handover = handover;
        this.fullApp = settings.fullApp();
        this.cookies = Cookies.of(settings.publicUrl());
        this.clock = clock;
        this.log = log;
    }

    /** As it has to be registered with the app. */
    static URI address(URI publicUrl) {
        return URI.create(publicUrl + "/oauth/callback");
    }

    Reply back(Request request) throws Refused {
        Parameters parameters = request.parameters();
        String state = parameters.get("state");
        UnderWay underWay = request.cookie(cookies.signInName())
                .flatMap(cookie -> seal.open(PURPOSE, cookie))
                .map(UnderWay::of)
                .filter(each -> SameWord.are(state, each.state()))
                .filter(each -> clock.instant().isBefore(each.ends()))
                .orElseThrow(Callback::unknown);
        if (!spent.first(PURPOSE + " " + underWay.state())) {
            throw unknown();
        }
        return answer(request, underWay).withCookie(cookies.gone(cookies.signInName()));
    }

    private Reply answer(Request request, UnderWay underWay) throws Refused {
        Parameters parameters = request.parameters();
        Optional<String> error = parameters.find("error");
        if (error.isPresent()) {
            return failed(
                    request,
                    underWay.signIn(),
                    meaning(error.get(), parameters.find("error_description").orElse("")));
        }
        String code = parameters.get("code");
        try {
            if (handover.isFull()) {
                return failed(request, underWay.signIn(), SignInError.TEMPORARILY_UNAVAILABLE);
            }
            TokenSet tokens = xero.exchange(code, underWay.verifier(), address);
            return answered(underWay.signIn(), "code", handover.put(tokens, underWay.signIn()));
        } catch (XeroException trouble) {
            return failed(request, underWay.signIn(), meaning(trouble));
        }
    }

    /** What Xero says at the consent. Its own words go no further. */
    private SignInError meaning(String error, String description) {
        if (fullApp.isTold(error, description)) {
            return SignInError.NO_FREE_PLACE;
        }
        return switch (error) {
            case "access_denied" -> SignInError.ACCESS_DENIED;
            case "invalid_scope" -> SignInError.INVALID_SCOPE;
            case "temporarily_unavailable" -> SignInError.TEMPORARILY_UNAVAILABLE;
            default -> {
                log.trouble("Xero refused a sign-in" + (error.matches("[a-z_]{1,40}") ? " (" + error + ")" : ""));
                yield SignInError.SERVER_ERROR;
            }
        };
    }

    /** What stopped the exchange of the code. */
    private SignInError meaning(XeroException trouble) {
        return switch (trouble) {
            case XeroException.AppRefused refused when fullApp.isTold(refused.error(), "") -> SignInError.NO_FREE_PLACE;
            case XeroException.SignInNeeded _ -> SignInError.INVALID_GRANT;
            default -> {
                log.trouble(String.valueOf(trouble.getMessage()));
                yield trouble instanceof XeroException.AppRefused
                        ? SignInError.APP_REFUSED
                        : SignInError.TEMPORARILY_UNAVAILABLE;
            }
        };
    }

    private Reply failed(Request request, SignIn signIn, SignInError error) {
        log.failed(request.from(), error.word());
        Reply redirect = answered(signIn, "error", error.word());
        if (error == SignInError.NO_FREE_PLACE) {
            URI back = URI.create(String.valueOf(redirect.headers().get("Location")));
            return Reply.page(403, Pages.full(signIn.returnTo(), back));
        }
        return redirect;
    }

    private static Reply answered(SignIn signIn, String name, String value) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put(name, value);
        answer.put("state", signIn.state());
        return Reply.redirect(signIn.returnTo().with(answer));
    }

    private static Refused unknown() {
        return Refused.badRequest("This sign-in was not begun in this browser, is finished, or took longer than ten"
                + " minutes. Nothing was connected. Go back to Pip and connect Xero from there.");
    }
}
