package au.pip.server;

import au.pip.assistant.xero.Issuer;
import au.pip.assistant.xero.WayIn;
import au.pip.llm.settings.Settings;
import au.pip.xero.auth.CallbackPath;
import au.pip.xero.auth.CustomConnection;
import au.pip.xero.auth.OwnApp;
import au.pip.xero.auth.Scopes;
import au.pip.xero.auth.ThroughProxy;
import au.pip.xero.auth.XeroAddresses;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the books are reached, as the settings say. */
sealed interface XeroAccess {
    List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");
    String CALLBACK = CallbackPath.END;

    /** As a paste into what was there makes it; without a query, which may hold a secret. */
    Pattern TWICE = Pattern.compile("(https?://[^\\s?#@]+?)/?\\1/?");

    /**
     * The pretend Xero, with its fixed token.
     *
     * @param drafts whether drafts may be made there
     */
    record Sandbox(URI api, String token, String tenantId, boolean drafts) implements XeroAccess {}

    /** Nothing says how. */
    record NotSetUp() implements XeroAccess {}

    /** @param callback where Xero sends the browser back to; null for this server's own address */
    record SignIn(WayIn way, URI api, @Nullable URI callback) implements XeroAccess {}

    static XeroAccess read(Settings settings) {
        String mode = settings.get("XERO_OAUTH_MODE", "own").toLowerCase(Locale.ROOT);
        return switch (mode) {
            case "sandbox" ->
                new Sandbox(
                        address("XERO_API_URL", needed(settings, mode, "XERO_API_URL")),
                        needed(settings, mode, "XERO_ACCESS_TOKEN"),
                        tenant(settings),
                        XeroScopes.drafts(settings));
            case "own" -> own(settings);
            case "custom" -> custom(settings);
            case "proxy" -> proxy(settings);
            default ->
                throw new StartupException(
                        "XERO_OAUTH_MODE is '" + mode + "'; set it to own, custom, proxy or sandbox.");
        };
    }

    private static XeroAccess own(Settings settings) {
        refuse(settings, "own", "XERO_PROXY_URL");
        String id = settings.get("XERO_CLIENT_ID");
        String secret = settings.get("XERO_CLIENT_SECRET");
        if (id == null) {
            if (secret != null) {
                throw new StartupException(
                        "XERO_CLIENT_SECRET is set without XERO_CLIENT_ID. Copy both from https://developer.xero.com/app/manage.");
            }
            return new NotSetUp();
        }
        return signIn(
                settings,
                new WayIn.Browser(
                        new OwnApp(identity(settings), id, secret),
                        XeroScopes.asked(settings, Scopes.ofPerson(XeroScopes.read(settings))),
                        Issuer.own(id, identity(settings))),
                callback(settings));
    }

    private static XeroAccess custom(Settings settings) {
        refuse(settings, "custom", "XERO_PROXY_URL");
        refuse(settings, "custom", "XERO_REDIRECT_URI");
        String id = needed(settings, "custom", "XERO_CLIENT_ID");
        Set<String> scopes = XeroScopes.asked(settings, Scopes.ofApp(XeroScopes.read(settings)));
        CustomConnection custom =
                new CustomConnection(identity(settings), id, needed(settings, "custom", "XERO_CLIENT_SECRET"), scopes);
        return signIn(settings, WayIn.Custom.of(custom, scopes, id), null);
    }

    private static XeroAccess proxy(Settings settings) {
        refuse(settings, "proxy", "XERO_CLIENT_ID");
        refuse(settings, "proxy", "XERO_CLIENT_SECRET");
        refuse(settings, "proxy", "XERO_WRITES");
        URI proxy = origin("XERO_PROXY_URL", needed(settings, "proxy", "XERO_PROXY_URL"));
        return signIn(
                settings,
                new WayIn.Browser(
                        new ThroughProxy(proxy),
                        Scopes.ofPerson(XeroScopes.readThroughProxy(settings)),
                        Issuer.proxy(proxy)),
                callback(settings));
    }

    private static SignIn signIn(Settings settings, WayIn way, @Nullable URI callback) {
        String api = settings.get("XERO_API_URL", "https://api.xero.com");
        return new SignIn(way, address("XERO_API_URL", api), callback);
    }

    private static XeroAddresses identity(Settings settings) {
        return XeroAddresses.of(
                address("XERO_LOGIN_URL", settings.get("XERO_LOGIN_URL", "https://login.xero.com")),
                address("XERO_IDENTITY_URL", settings.get("XERO_IDENTITY_URL", "https://identity.xero.com")));
    }

    private static @Nullable URI callback(Settings settings) {
        String text = settings.get("XERO_REDIRECT_URI");
        if (text == null) {
            return null;
        }
        // Plain http elsewhere is told of below: with https it would be refused too.
        URI uri = web("XERO_REDIRECT_URI", text);
        if (!CallbackPath.isOf(uri)) {
            throw new StartupException(
                    "XERO_REDIRECT_URI has to end with " + CALLBACK
                            + ", such as http://localhost:8484/xero/callback, without dots or % as a folder, and be the same at https://developer.xero.com/app/manage.");
        }
        if (!isThisMachine(uri)) {
            throw new StartupException("XERO_REDIRECT_URI names " + uri.getHost()
                    + ", but without sign-in Pip answers this machine only. Leave it out, or set it to http://localhost:8484"
                    + CALLBACK + "; from another machine reach Pip through an SSH tunnel (README.md tells how).");
        }
        return uri;
    }

    private static boolean isThisMachine(URI uri) {
        return THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    /** Tokens and secrets go there, so in the clear only within this machine. */
    private static URI address(String name, String text) {
        URI uri = web(name, text);
        if (!"https".equals(uri.getScheme()) && !isThisMachine(uri)) {
            throw noAddress(name);
        }
        return uri;
    }

    /** With https or http, a host, and no more before the path than a port. */
    private static URI web(String name, String text) {
        Matcher doubled = TWICE.matcher(text);
        if (doubled.matches() && parsed(doubled.group(1)).isPresent()) {
            throw new StartupException(name + " has its address written twice: set it to " + doubled.group(1) + ".");
        }
        return parsed(text).orElseThrow(() -> noAddress(name));
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean whole = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && !uri.getRawAuthority().endsWith(":");
            return web && whole ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static StartupException noAddress(String name) {
        String example = switch (name) {
            case "XERO_PROXY_URL" -> "https://connect.example.org";
            case "XERO_REDIRECT_URI" -> "http://localhost:8484" + CALLBACK;
            case "XERO_LOGIN_URL" -> "https://login.xero.com";
            case "XERO_IDENTITY_URL" -> "https://identity.xero.com";
            default -> "https://api.xero.com";
        };
        return new StartupException(name + " is not an address such as " + example
                + ". Write it with https; http works for this machine only.");
    }

    /** What stands before the paths, which a proxy always serves from its root; a slash at the end is no harm. */
    private static URI origin(String name, String text) {
        URI uri = address(name, text);
        String origin = uri.getScheme() + "://" + uri.getRawAuthority();
        if (!text.replaceFirst("/+$", "").equals(origin)) {
            throw new StartupException(name + " has more than the address of the proxy itself: set it to " + origin
                    + " and nothing behind.");
        }
        return URI.create(origin);
    }

    private static void refuse(Settings settings, String mode, String name) {
        if (settings.get(name) != null) {
            throw new StartupException(name + " is set, but XERO_OAUTH_MODE=" + mode
                    + " does not use it. Take one of the two out of the settings.");
        }
    }

    private static String needed(Settings settings, String mode, String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new StartupException(name + " is not set, and XERO_OAUTH_MODE=" + mode + " needs it."
                    + (mode.equals("sandbox")
                            ? " ./pip demo sets all of them by itself."
                            : " .env.example tells more."));
        }
        return value;
    }

    private static String tenant(Settings settings) {
        String tenant = needed(settings, "sandbox", "XERO_TENANT_ID");
        try {
            return UUID.fromString(tenant).toString();
        } catch (IllegalArgumentException _) {
            throw new StartupException(
                    "XERO_TENANT_ID is not an id of Xero's. ./pip sandbox serve prints the pretend organisation's.");
        }
    }
}
