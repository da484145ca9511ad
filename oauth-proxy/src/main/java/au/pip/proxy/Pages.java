package au.pip.proxy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The few pages that a person sees. They load nothing and run nothing. */
final class Pages {
    private static final String STYLE = "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;"
            + "padding:0 1rem;color:#1d1d1f;background:#fff}"
            + "h1{font-size:1.4rem}"
            + "strong{overflow-wrap:anywhere}"
            + "button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:.4rem;background:#0b57d0;color:#fff}"
            + "small{color:#555}";

    /**
     * For {@code Content-Security-Policy}. Without {@code form-action}, which Chrome also holds the redirects against
     * that follow a form: these go to Xero, and from there to the return address.
     */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + digest(STYLE) + "'; base-uri 'none'; frame-ancestors 'none'";

    private static final String FULL =
            "This proxy's Xero app has no free place: Xero lets an app have only so many connections. Use an app of your"
                    + " own (https://developer.xero.com/app/manage; it costs nothing), or another proxy.";

    private Pages() {}

    /** Says where the sign-in goes, before anything happens. */
    static String consent(ReturnAddress returnTo, String ticket) {
        String host = escaped(returnTo.host());
        String address = "at <strong>" + escaped(returnTo.text()) + "</strong>";
        String where = (returnTo.isLoopback() ? "the Pip that runs on this machine, " : "the Pip ") + address;
        return html("Connect Xero", """
                <h1>Connect Xero to %s?</h1>
                <p>You will sign in at Xero and choose what to connect. Then %s can read those books, and cannot change them.</p>
                <p>Go on only if you have just come from there and trust it. If you don't know it, close this page.</p>
                <form method="post" action="/oauth/authorize">
                <input type="hidden" name="ticket" value="%s">
                <button>Continue to Xero</button>
                </form>
                <p><small>This proxy hands the sign-in over to %s and keeps nothing of it. If Xero says that the app can connect no more organisations, this proxy's app has no free place: use an app of your own.</small></p>
                """.formatted(host, where, escaped(ticket), host));
    }

    /** @param back the return address with the error, for the instance to know of it too */
    static String full(ReturnAddress returnTo, URI back) {
        return html(
                "No free place",
                "<h1>No free place</h1>\n<p>" + FULL + "</p>\n<p><a href=\"" + escaped(back.toString()) + "\">Back to "
                        + escaped(returnTo.host()) + "</a></p>\n");
    }

    static String refusal(String sentence) {
        return html("Not possible", "<h1>This did not work</h1>\n<p>" + escaped(sentence) + "</p>\n");
    }

    private static String html(String title, String body) {
        return "<!doctype html>\n<html lang=\"en-AU\">\n<head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + title + "</title><style>" + STYLE
                + "</style></head>\n<body>\n" + body + "</body>\n</html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
