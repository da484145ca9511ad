package au.pip.assistant.xero;

import au.pip.xero.auth.XeroAddresses;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who gave a sign-in its tokens: an app at Xero, or a proxy. They are shown to nobody else. A sign-in's id begins with
 * its issuer, and its tokens are sealed to that id.
 *
 * @param mark tells issuers of one kind apart: 16 hexadecimal digits
 */
public record Issuer(Kind kind, String mark) {
    private static final int MARK = 16;
    private static final Pattern ID = Pattern.compile("(own|custom|proxy)-([0-9a-f]{" + MARK + "})(?:-.+)?");

    /** As {@code XERO_OAUTH_MODE} has them. */
    public enum Kind {
        OWN("an app of your own", "XERO_CLIENT_ID"),
        CUSTOM("a custom connection", "XERO_CLIENT_ID"),
        PROXY("a proxy", "XERO_PROXY_URL");

        private final String words;
        private final String setting;

        Kind(String words, String setting) {
            this.words = words;
            this.setting = setting;
        }

        String mode() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What it is, for a person. */
        String words() {
            return words;
        }

        /** The settings that lead to one of this kind, for a person. */
        String settings() {
            return "XERO_OAUTH_MODE=" + mode() + " with the " + setting + " of then";
        }
    }

    /** The operator's app, at the identity service where its tokens are renewed. */
    public static Issuer own(String clientId, XeroAddresses addresses) {
        return marked(Kind.OWN, clientId + "\n" + normalised(addresses.token()));
    }

    public static Issuer custom(String clientId) {
        return marked(Kind.CUSTOM, clientId);
    }

    /** @param proxy its address; capitals of the host, a port that goes without saying and slashes at the end are nothing */
    public static Issuer proxy(URI proxy) {
        return marked(Kind.PROXY, normalised(proxy));
    }

    private static Issuer marked(Kind kind, String text) {
        return new Issuer(kind, Word.hash(text).substring(0, MARK));
    }

    /** Who gave this sign-in; empty for one that was made before it was noted. */
    static Optional<Issuer> of(String signInId) {
        Matcher matcher = ID.matcher(signInId);
        return matcher.matches()
                ? Optional.of(new Issuer(Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), matcher.group(2)))
                : Optional.empty();
    }

    /** The id of a person's sign-in. */
    String signIn(String id) {
        return this + "-" + id;
    }

    private static String normalised(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort() == -1 ? scheme.equals("https") ? 443 : 80 : address.getPort();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port
                + address.getRawPath().replaceAll("/+$", "");
    }

    /** As the ids of its sign-ins begin. */
    @Override
    public String toString() {
        return kind.mode() + "-" + mark;
    }
}
