package au.pip.sandbox.xero;

import au.pip.sandbox.identity.Access;
import au.pip.sandbox.identity.Identity;
import au.pip.sandbox.wire.Reply;
import com.sun.net.httpserver.HttpExchange;
import java.util.UUID;

/** The addresses below {@code /sandbox/}, by which a test in another process makes a day hard. */
final class Controls {
    static final String ROOT = "/sandbox/";

    private final Identity identity;
    private final Faults faults;

    Controls(Identity identity, Faults faults) {
        this.identity = identity;
        this.faults = faults;
    }

    Reply reply(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!(identity.access(authorization) instanceof Access.Good good)
                || !good.signIn().isStanding()) {
            return Reply.refused(401, "AuthenticationUnsuccessful");
        }
        String method = exchange.getRequestMethod();
        try {
            Query query = new Query(exchange.getRequestURI().getRawQuery());
            return switch (exchange.getRequestURI().getPath()) {
                case ROOT + "faults" -> faults.control(method, query);
                case ROOT + "identity" -> identity(method, query);
                default -> Reply.notFound();
            };
        } catch (BadRequest bad) {
            return bad.reply();
        }
    }

    private Reply identity(String method, Query query) throws BadRequest {
        switch (method) {
            case "POST" -> change(query);
            case "GET" -> {}
            default -> {
                return Reply.text(405, "The identity takes GET and POST");
            }
        }
        return Reply.json(200, identity.render());
    }

    private void change(Query query) throws BadRequest {
        switch (needed(query, "do")) {
            case "remove-scope" -> identity.removeScope(needed(query, "scope"));
            case "disconnect" -> disconnect(needed(query, "tenant"));
            case "end-sign-ins" -> identity.endSignIns();
            case "expire-access-tokens" -> identity.expireAccessTokens();
            default ->
                throw new BadRequest("do is one of remove-scope, disconnect, end-sign-ins, expire-access-tokens");
        }
    }

    private void disconnect(String tenant) throws BadRequest {
        try {
            identity.disconnect(UUID.fromString(tenant));
        } catch (IllegalArgumentException notServed) {
            throw new BadRequest("tenant is the tenant id of an organisation here, not '" + tenant + "'");
        }
    }

    private static String needed(Query query, String name) throws BadRequest {
        String text = query.text(name);
        if (text == null) {
            throw new BadRequest(name + " is missing");
        }
        return text;
    }
}
