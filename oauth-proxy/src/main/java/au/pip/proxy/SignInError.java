package au.pip.proxy;

import java.util.Locale;

/** What an instance is told in place of a code: these and no others (RFC 6749, 4.1.2.1 and 5.2, and two of our own). */
enum SignInError {
    /** The person said no. */
    ACCESS_DENIED,
    /** Xero does not take the code that it gave itself: it came too late, was used, or is of another sign-in. */
    INVALID_GRANT,
    /** Xero does not accept this proxy's app; whoever runs the proxy has to look. */
    APP_REFUSED,
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
