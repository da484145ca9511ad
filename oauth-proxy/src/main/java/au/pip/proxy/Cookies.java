package au.pip.proxy;

import java.net.URI;

/**
 * The two cookies: of the page that was shown, and of the sign-in at Xero. {@code SameSite=Lax}, because Xero sends the
 * browser back from another site; with {@code __Host-} no other host can plant one, where the proxy is on https.
 */
record Cookies(boolean secure) {
    static Cookies of(URI publicUrl) {
        return new Cookies(publicUrl.getScheme().equals("https"));
    }

    String pageName() {
        return name("pip-page");
    }

    String signInName() {
        return name("pip-sign-in");
    }

    /** For {@code Set-Cookie}. */
    String set(String name, String value) {
        return cookie(name, value, UnderWay.LONGEST.toSeconds());
    }

    String gone(String name) {
        return cookie(name, "", 0);
    }

    private String name(String plain) {
        return secure ? "__Host-" + plain : plain;
    }

    private String cookie(String name, String value, long seconds) {
        return name + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
