package au.pip.sandbox.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An app as it is registered at the pretend Xero. Its text form shows no secret.
 *
 * @param secret null for a public app
 * @param redirects the addresses that a browser may be sent back to, compared letter by letter; when there are none, any
 *     {@code http} address on this machine, which the real Xero would want to have listed
 * @param broadScopes whether it was made before 2 March 2026, and may ask for the broad scopes
 * @param organisation which one a custom connection is for; null for the first, and for other kinds of app
 */
public record App(
        String id,
        @Nullable String secret,
        Kind kind,
        List<String> redirects,
        boolean broadScopes,
        @Nullable UUID organisation) {
    public static final String PUBLIC_ID = "sandbox-app";
    public static final String WEB_ID = "sandbox-web-app";
    public static final String CUSTOM_ID = "sandbox-custom-app";

    /** Nobody's secret: the pretend Xero's own, the same everywhere. */
    public static final String WEB_SECRET = "sandbox-web-secret";

    /** As {@link #WEB_SECRET}. */
    public static final String CUSTOM_SECRET = "sandbox-custom-secret";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Xero's kinds of app (https://developer.xero.com/documentation/guides/oauth2/overview). */
    public enum Kind {
        /** Keeps a secret; a person signs in. */
        WEB,
        /** Keeps none, and needs PKCE; a person signs in. */
        PUBLIC,
        /** Client credentials for one organisation; nobody signs in. */
        CUSTOM
    }

    public App {
        redirects = List.copyOf(redirects);
        if ((secret == null) != (kind == Kind.PUBLIC)) {
            throw new IllegalArgumentException("an app has a secret, unless it is public");
        }
    }

    public static App withoutSecret(String id) {
        return new App(id, null, Kind.PUBLIC, List.of(), false, null);
    }

    public static App withSecret(String id, String secret) {
        return new App(id, secret, Kind.WEB, List.of(), false, null);
    }

    public static App customConnection(String id, String secret) {
        return new App(id, secret, Kind.CUSTOM, List.of(), false, null);
    }

    /** One of each kind. */
    public static List<App> defaults() {
        return List.of(
                withoutSecret(PUBLIC_ID), withSecret(WEB_ID, WEB_SECRET), customConnection(CUSTOM_ID, CUSTOM_SECRET));
    }

    public App withRedirects(String... addresses) {
        return new App(id, secret, kind, List.of(addresses), broadScopes, organisation);
    }

    public App withBroadScopes() {
        return new App(id, secret, kind, redirects, true, organisation);
    }

    /** For a custom connection: the organisation, by its tenant id. */
    public App of(UUID tenant) {
        return new App(id, secret, kind, redirects, broadScopes, tenant);
    }

    boolean mayComeBackTo(String address) {
        return redirects.isEmpty() ? isOnThisMachine(address) : redirects.contains(address);
    }

    /** Whether this is the app's secret; null for none shown. */
    boolean hasSecret(@Nullable String shown) {
        if (secret == null || shown == null) {
            return secret == null && shown == null;
        }
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOnThisMachine(String address) {
        try {
            URI uri = URI.create(address);
            return "http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && LOOPBACK.contains(uri.getHost())
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "App[" + id + ", " + kind + "]";
    }
}
