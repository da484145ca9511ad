package au.pip.assistant.xero;

import au.pip.xero.auth.BrowserSignIn;
import au.pip.xero.auth.CustomConnection;
import au.pip.xero.auth.XeroAuth;
import java.util.Set;

/** How this server is let into Xero; all its accounts go the same way. */
public sealed interface WayIn {
    XeroAuth auth();

    /** What is asked for. */
    Set<String> scopes();

    /** Whom {@link #auth} asks, and so whose tokens it may be shown. */
    Issuer issuer();

    /** People sign in, each for their own organisations. */
    record Browser(BrowserSignIn auth, Set<String> scopes, Issuer issuer) implements WayIn {
        public Browser {
            scopes = Set.copyOf(scopes);
        }
    }

    /** A custom connection: the app itself is let into one organisation, and nobody signs in. */
    record Custom(CustomConnection auth, Set<String> scopes, Issuer issuer) implements WayIn {
        public Custom {
            scopes = Set.copyOf(scopes);
        }

        public static Custom of(CustomConnection auth, Set<String> scopes, String clientId) {
            return new Custom(auth, scopes, Issuer.custom(clientId));
        }

        /** Stands for the app in place of a person's sign-in; another app has another. */
        String signInId() {
            return issuer.toString();
        }
    }

    /**
     * Whether a sign-in came this way, so that its tokens may go there. One that does not say is the operator's own
     * app's: where that is not the way, it came another.
     */
    default boolean isOfThis(String signInId) {
        return Issuer.of(signInId).map(issuer()::equals).orElse(issuer().kind() == Issuer.Kind.OWN);
    }
}
