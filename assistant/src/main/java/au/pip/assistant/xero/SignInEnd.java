package au.pip.assistant.xero;

import au.pip.assistant.Connection;
import java.util.List;

/** What came of a sign-in at Xero. */
public sealed interface SignInEnd {
    /** @param organisations those that it connected, at least one */
    record Connected(List<Connection> organisations) implements SignInEnd {
        public Connected {
            organisations = List.copyOf(organisations);
        }
    }

    /**
     * Nothing was connected, and nothing that was before is changed.
     *
     * @param message for the person: the cause and the next step
     */
    record Refused(Reason reason, String message) implements SignInEnd {}

    enum Reason {
        /** Nobody began it here, it is more than ten minutes old, or it was used already. */
        UNKNOWN("Pip knows no such sign-in: it was used already, is more than ten minutes old, or was not begun here."
                + " Nothing was connected. Begin again."),
        OTHER_BROWSER("This sign-in was begun in another browser, so it was stopped and nothing was connected. Begin"
                + " again, and stay in one browser until the end."),
        CODE(
                "What Xero sent back with you was used already, came too late or is of another sign-in. Nothing was connected. Begin again."),
        DECLINED("You declined at Xero, so nothing was connected. Begin again when you like."),
        /** What was asked for is none that the app may ask for. */
        SCOPE(
                "Xero does not let this app ask for one of the permissions (scopes). Leave XERO_SCOPES out for an app made"
                        + " since March 2026, or set it to broad for an older one; then begin again."),
        APP("Xero does not accept this app. Check XERO_CLIENT_ID and the redirect address at"
                + " https://developer.xero.com/app/manage, and that the organisation has fewer than two uncertified apps"
                + " connected; then begin again."),
        FULL("The app of the proxy has as many connections as Xero allows it. Use an app of your own"
                + " (XERO_OAUTH_MODE=own), or ask whoever runs the proxy."),
        PROXY_APP("Xero refused the app of the proxy, so nothing was connected. Tell whoever runs the proxy; nothing is"
                + " wrong with your own settings."),
        NO_ORGANISATION("Xero connected no organisation. Begin again and choose one at Xero; if you cannot choose any,"
                + " your Xero user has no right to connect apps: ask the organisation's adviser."),
        XERO("Xero did not finish this sign-in. Begin again in a few minutes; https://status.xero.com tells more.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }

        public Refused refused() {
            return new Refused(this, message);
        }

        /** Of OAuth's words for an error, and the proxy's two more; whatever else comes is not repeated to anybody. */
        static Reason of(String error) {
            return switch (error) {
                case "access_denied" -> DECLINED;
                case "invalid_scope" -> SCOPE;
                case "unauthorized_client", "invalid_request", "unsupported_response_type", "invalid_client" -> APP;
                case "no_free_place" -> FULL;
                case "app_refused" -> PROXY_APP;
                case "invalid_grant" -> CODE;
                default -> XERO;
            };
        }
    }
}
