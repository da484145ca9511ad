package au.pip.sandbox.xero;

import au.pip.sandbox.wire.Delivery;
import au.pip.sandbox.wire.Reply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a fault makes of an answer. */
final class FaultReply {
    private FaultReply() {}

    /** The answer in place of the right one; null when the right one is still due. */
    static @Nullable Reply instead(@Nullable Fault fault) {
        if (fault == null) {
            return null;
        }
        return switch (fault.kind()) {
            case INVALID -> invalid(fault);
            case HIGH_VOLUME -> highVolume();
            case INVALID_GRANT -> Reply.oauth(400, "invalid_grant");
            case TOKEN_EXPIRED -> Reply.refused(401, "TokenExpired");
            case UNKNOWN_TOKEN -> Reply.refused(401, "AuthenticationUnsuccessful");
            case NO_SCOPE -> Reply.refused(401, "AuthorizationUnsuccessful");
            case INVALID_CLIENT -> Reply.oauth(401, "invalid_client");
            case FORBIDDEN -> Reply.refused(403, "AuthorizationUnsuccessful");
            case NOT_CONNECTED -> Reply.refused(403, "AuthenticationUnsuccessful");
            case NOT_FOUND -> Reply.notFound();
            case PRECONDITION -> Reply.text(412, "");
            case MINUTE_LIMIT -> Reply.limited("minute", fault.retryAfter());
            case DAY_LIMIT -> Reply.limited("day", fault.retryAfter());
            case CONCURRENT_LIMIT -> Reply.limited("concurrent", fault.retryAfter());
            case APP_LIMIT -> Reply.limited("appminute", fault.retryAfter());
            case SERVER_ERROR -> Reply.text(500, "An error occurred in Xero. Check the API Status page");
            case UNAVAILABLE -> Reply.text(503, "");
            case OFFLINE -> Reply.text(503, "The organisation is offline");
            case GATEWAY -> Reply.text(504, "");
            case HTML_PAGE ->
                Reply.html(502, "<HTML><HEAD><TITLE>Bad Gateway</TITLE></HEAD><BODY>An error occurred</BODY></HTML>");
            case ERRORS_INSIDE -> errorsInside(fault);
            case NONE, SLOW, SLOW_BODY, CUT, LOST -> null;
        };
    }

    static Delivery delivery(@Nullable Fault fault) {
        if (fault == null) {
            return new Delivery.Whole();
        }
        return switch (fault.kind()) {
            case SLOW -> new Delivery.Late(fault.delay());
            case SLOW_BODY -> new Delivery.Slow(fault.delay());
            case CUT -> new Delivery.Cut();
            case LOST -> new Delivery.Lost();
            default -> new Delivery.Whole();
        };
    }

    private static Reply invalid(Fault fault) {
        return Reply.json(
                400,
                new Fields()
                        .with("ErrorNumber", 10)
                        .with("Type", "ValidationException")
                        .with("Message", "A validation exception occurred")
                        .with("Elements", List.of(Map.of("ValidationErrors", errors(fault))))
                        .map());
    }

    /** As reports of such organisations show it (https://developer.xero.com/documentation/api/efficient-data-retrieval). */
    private static Reply highVolume() {
        return Reply.json(
                400,
                new Fields()
                        .with("ErrorNumber", 51)
                        .with("Type", "HighVolumeException")
                        .with(
                                "Message",
                                "Your request is not filtering efficiently, given the extremely high volume for this"
                                        + " organisation.")
                        .map());
    }

    private static Reply errorsInside(Fault fault) {
        Map<String, Object> element = new Fields()
                .with("StatusAttributeString", "ERROR")
                .with("ValidationErrors", errors(fault))
                .map();
        return Reply.json(
                200,
                new Fields()
                        .with("Status", "OK")
                        .with("Invoices", List.of(element))
                        .map());
    }

    private static List<Map<String, String>> errors(Fault fault) {
        return List.of(Map.of("Message", fault.words()));
    }
}
