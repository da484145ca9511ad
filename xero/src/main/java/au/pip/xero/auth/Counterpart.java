package au.pip.xero.auth;

/** Who gives out tokens, and what a person is told when it does not. */
sealed interface Counterpart {
    record Xero() implements Counterpart {}

    /** An {@code oauth-proxy}, which has the app. */
    record Proxy(String host) implements Counterpart {}

    /** As a sentence's subject. */
    default String name() {
        return switch (this) {
            case Xero _ -> "Xero";
            case Proxy(String host) -> "The proxy at " + host;
        };
    }

    /** @param error OAuth's word, or the proxy's own {@code app_refused} */
    default String refused(String error) {
        return switch (this) {
            case Xero _ -> "Xero does not accept this app (" + error + "). " + advice(error);
            case Proxy(String host)
            when error.equals("app_refused") ->
                "Xero refused the app of the proxy at " + host
                        + ". Tell whoever runs the proxy: once that is put right, Pip goes on by itself.";
            case Proxy _ ->
                name() + " does not take what Pip asks (" + error + "). Check XERO_PROXY_URL, and ask whoever runs it"
                        + " whether it is of Pip's version.";
        };
    }

    /** Of a reply that says nothing, or that it cannot be asked now. */
    default String unavailable(int status) {
        String what =
                name() + " does not answer sign-ins right now (status " + status + "). Try again in a few minutes; ";
        return switch (this) {
            case Xero _ -> what + "https://status.xero.com tells more.";
            case Proxy _
            when status < 500 && status != 429 ->
                name() + " does not answer as a proxy for Pip does (status " + status + "). Check XERO_PROXY_URL.";
            case Proxy _ -> what + "if it stays, tell whoever runs the proxy.";
        };
    }

    /** Of a web page in place of tokens. */
    default String page() {
        return name() + " answered a sign-in with a web page. "
                + switch (this) {
                    case Xero _ ->
                        "A firewall or the network's own sign-in page may stand between: check the internet connection,"
                                + " and try again.";
                    case Proxy _ -> "Check XERO_PROXY_URL and the internet connection, and try again.";
                };
    }

    /** A code that was used, came too late, or is of another sign-in. */
    default String spentCode() {
        return name() + " does not take the code of this sign-in: it was used already, or came too late. Begin again.";
    }

    private static String advice(String error) {
        return switch (error) {
            case "invalid_client" -> "Check XERO_CLIENT_ID and XERO_CLIENT_SECRET.";
            case "invalid_scope" ->
                "One of the scopes is none that this app may ask for: leave XERO_SCOPES out for an app made since"
                        + " March 2026, or set it to broad for an older one.";
            case "unauthorized_client" ->
                "Check at https://developer.xero.com/app/manage that the app is of the kind that XERO_OAUTH_MODE says.";
            default -> "Check the app at https://developer.xero.com/app/manage, its redirect address among the rest.";
        };
    }
}
