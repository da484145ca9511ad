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

    /** People sign in, each for their own organisations. */
    record Browser(BrowserSignIn auth, Set<String> scopes) implements WayIn {
        public Browser {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * A custom connection: the app itself is let into one organisation, and nobody signs in.
     *
     * @param signInId stands for the app in place of a person's sign-in; another app has another
     */
    record Custom(CustomConnection auth, Set<String> scopes, String signInId) implements WayIn {
        /** How the ids of such begin, and no person's does. */
        static final String PREFIX = "custom-";

        public Custom {
            scopes = Set.copyOf(scopes);
        }

        public static Custom of(CustomConnection auth, Set<String> scopes, String clientId) {
            return new Custom(auth, scopes, PREFIX + Word.hash(clientId).substring(0, 16));
        }
    }

    /** Whether a sign-in came this way. */
    default boolean isOfThis(String signInId) {
        return switch (this) {
            case Browser _ -> !signInId.startsWith(Custom.PREFIX);
            case Custom custom -> signInId.equals(custom.signInId());
        };
    }
}
