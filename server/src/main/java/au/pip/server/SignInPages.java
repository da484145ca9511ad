package au.pip.server;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.xero.SignInEnd;
import au.pip.assistant.xero.SignIns;
import au.pip.server.XeroFromSettings.Connections;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a browser sees on its way to Xero and back. Nothing that came with a request stands on a page. */
@RestController
@RequestMapping("/xero")
class SignInPages {
    private static final Duration TIME = Duration.ofMinutes(10);

    private final SignInResults results = new SignInResults();
    private final XeroFromSettings xero;

    SignInPages(Household household) {
        this.xero = household.xero();
    }

    @GetMapping("/sign-in/{ticket}")
    ResponseEntity<?> depart(@PathVariable String ticket, HttpServletRequest request) {
        URI callback = SignInController.callback(xero, request);
        Optional<SignIns.Departure> departure =
                signIns().flatMap(signIns -> signIns.depart(AccountId.LOCAL, ticket, callback));
        return departure.isEmpty()
                ? refused(SignInEnd.Reason.UNKNOWN.refused())
                : ResponseEntity.status(HttpStatus.FOUND)
                        .location(departure.get().address())
                        .header(
                                HttpHeaders.SET_COOKIE,
                                cookie(departure.get().cookie(), departure.get().secret(), callback, TIME))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
    }

    /** Leads on to a page that can be loaded again, at an address without the code and the state. */
    @GetMapping("/callback")
    ResponseEntity<?> comeBack(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request) {
        SignInEnd end = signIns()
                .map(signIns -> signIns.finish(
                        AccountId.LOCAL, new SignIns.Return(state, code, error, name -> value(request, name))))
                .orElseGet(SignInEnd.Reason.UNKNOWN::refused);
        if (end instanceof SignInEnd.Refused(SignInEnd.Reason reason, String message)) {
            System.getLogger(SignInPages.class.getName())
                    .log(level(reason), "a sign-in at Xero connected nothing (" + reason + "): " + message);
        }
        URI callback = SignInController.callback(xero, request);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(
                        callback.resolve("result/" + results.name(end)).getRawPath()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (state != null) {
            answer.header(HttpHeaders.SET_COOKIE, cookie(SignIns.cookie(state), "", callback, Duration.ZERO));
        }
        return answer.build();
    }

    /** Any website can make a browser come here with a state that is none. */
    private static System.Logger.Level level(SignInEnd.Reason reason) {
        return reason == SignInEnd.Reason.UNKNOWN ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
    }

    @GetMapping("/result/{name}")
    ResponseEntity<String> result(@PathVariable String name) {
        return results.find(name)
                .map(end -> switch (end) {
                    case SignInEnd.Connected(List<Connection> organisations) -> connected(organisations);
                    case SignInEnd.Refused refused -> refused(refused);
                })
                .orElseGet(SignInPages::forgotten);
    }

    private static ResponseEntity<String> forgotten() {
        return new PlainPage(
                        "An earlier sign-in",
                        "Pip does not keep any longer what came of it.",
                        List.of(),
                        "What is connected stands at the top of Pip's page, and ./pip xero organisations lists it.",
                        "Open Pip")
                .answer(HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<String> connected(List<Connection> organisations) {
        List<String> names = SignInController.names(organisations);
        String next = names.size() == 1
                ? "Your questions are about it from now on. Close this window and go back to where you began, or open Pip."
                : "Choose which one your questions are about: at the top of Pip's page, or with ./pip xero use NAME.";
        return new PlainPage("Connected to Xero", "Pip can now read:", names, next, "Open Pip").answer(HttpStatus.OK);
    }

    private static ResponseEntity<String> refused(SignInEnd.Refused refused) {
        HttpStatus status = switch (refused.reason()) {
            case UNKNOWN, OTHER_BROWSER, CODE, DECLINED, NO_ORGANISATION -> HttpStatus.BAD_REQUEST;
            case SCOPE, APP, FULL, PROXY_APP, XERO -> HttpStatus.BAD_GATEWAY;
        };
        return new PlainPage(
                        "Not connected",
                        refused.message(),
                        List.of(),
                        "To begin again: the top of Pip's page, or ./pip xero connect.",
                        "Open Pip")
                .answer(status);
    }

    private Optional<SignIns> signIns() {
        return xero.connections().map(Connections::signIns);
    }

    private static String cookie(String name, String secret, URI callback, Duration life) {
        return ResponseCookie.from(name, secret)
                .httpOnly(true)
                .sameSite("Lax")
                .secure("https".equals(callback.getScheme()))
                .path(callback.getPath())
                .maxAge(life)
                .build()
                .toString();
    }

    private static @Nullable String value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }
}
