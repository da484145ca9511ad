package au.pip.server;

import au.pip.api.SignInStarted;
import au.pip.api.SignInView;
import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.xero.SignInEnd;
import au.pip.assistant.xero.SignIns;
import au.pip.server.XeroFromSettings.Connections;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Begins sign-ins at Xero, and tells how they stand; what the browser sees of them is {@link SignInPages}. */
@RestController
@RequestMapping("/api/xero/sign-ins")
class SignInController {
    private static final String CUSTOM = "Nobody signs in here: Pip's settings name a custom connection, and the app"
            + " itself is let into its organisation. Just ask: ./pip ask \"who owes me money?\". To connect organisations"
            + " in a browser instead, set XERO_OAUTH_MODE=own with the client id of a web, mobile or desktop app"
            + " (.env.example tells how), and start Pip again.";

    private static final String PRETEND = "Nobody signs in here: this Pip runs over pretend books. To connect your"
            + " organisation, stop it, set up a Xero app (.env.example tells how) and run ./pip serve.";

    private final XeroFromSettings xero;

    SignInController(Household household) {
        this.xero = household.xero();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SignInStarted begin(HttpServletRequest request) {
        SignIns.Begun begun = signIns().begin(AccountId.LOCAL);
        URI callback = callback(xero, request);
        return new SignInStarted(
                begun.id(), callback.resolve("sign-in/" + begun.ticket()).toString());
    }

    @GetMapping("/{id}")
    SignInView find(@PathVariable String id) {
        return signIns()
                .end(AccountId.LOCAL, id)
                .map(end -> switch (end) {
                    case SignInEnd.Connected(List<Connection> organisations) ->
                        new SignInView("connected", names(organisations), null);
                    case SignInEnd.Refused(SignInEnd.Reason _, String message) ->
                        new SignInView("refused", List.of(), message);
                })
                .orElseGet(() -> new SignInView("waiting", List.of(), null));
    }

    static List<String> names(List<Connection> organisations) {
        return organisations.stream().map(Connection::organisationName).sorted().toList();
    }

    private SignIns signIns() {
        SignIns signIns = xero.connections().map(Connections::signIns).orElse(null);
        if (signIns == null) {
            throw new BadRequest(
                    xero.missing(AccountId.LOCAL).orElse(xero.connections().isPresent() ? CUSTOM : PRETEND));
        }
        return signIns;
    }

    /** Xero has this address on its list, letter by letter: localhost and 127.0.0.1 are two. */
    static URI callback(XeroFromSettings xero, HttpServletRequest request) {
        @Nullable URI set = xero.connections().map(Connections::callback).orElse(null);
        return set == null ? URI.create("http://localhost:" + request.getLocalPort() + XeroAccess.CALLBACK) : set;
    }
}
