package au.pip.proxy;

import java.util.Locale;

/** What an instance is told in place of a code: these and no others (RFC 6749, 4.1.2.1, and one of our own). */
enum SignInError {
    /** The person said no, or Xero takes the code no more. */
    ACCESS_DENIED,
    /** Xero does not let this proxy's app ask for one of the scopes. */
    INVALID_SCOPE,
    /** This proxy's app has as many connections as Xero lets it have. */
    NO_FREE_PLACE,
    /** Xero does not answer, or not now. */
    TEMPORARILY_UNAVAILABLE,
    /** Anything else; whoever runs the proxy has to look. */
    SERVER_ERROR;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
