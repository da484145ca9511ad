package au.pip.server;

import au.pip.llm.settings.Settings;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server's settings, read once and checked.
 *
 * @param port 0 for any free one
 * @param today pretends that it is this day, for demonstrations; null for the real one
 * @param demo without any model configured, the offline model answers
 * @param webDirectory the built page; null when there is none
 */
record ServerSettings(
        InetAddress address,
        int port,
        Path dataDirectory,
        DatabaseSettings database,
        XeroAccess xero,
        @Nullable LocalDate today,
        boolean demo,
        @Nullable Path webDirectory) {
    static final int DEFAULT_PORT = 8484;
    private static final List<String> LOCAL = List.of("127.0.0.1", "::1", "localhost");

    /** How the books are reached. */
    sealed interface XeroAccess {
        /** The pretend Xero, with its fixed token. */
        record Sandbox(URI api, String token, String tenantId) implements XeroAccess {}

        /** Signing in to Xero; {@code mode} is own, custom or proxy. */
        record SignIn(String mode) implements XeroAccess {}
    }

    static ServerSettings read(Settings settings) {
        return new ServerSettings(
                address(settings.get("PIP_HOST", "127.0.0.1")),
                port(settings),
                dataDirectory(settings),
                DatabaseSettings.read(settings),
                xero(settings),
                today(settings.get("PIP_TODAY")),
                settings.getBoolean("PIP_DEMO", false),
                webDirectory(settings));
    }

    /** Without sign-in, only the machine's own names; any other may change what it means. */
    private static InetAddress address(String host) {
        if (!LOCAL.contains(host)) {
            throw new StartupException(
                    "PIP_HOST is " + host
                            + ", but without sign-in Pip serves this machine only. Set PIP_HOST to 127.0.0.1, ::1 or localhost, or reach it through an SSH tunnel.");
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException _) {
            throw new StartupException("PIP_HOST=" + host + " is not known on this machine. Set PIP_HOST=127.0.0.1.");
        }
    }

    /** Where a browser finds it. */
    String url(int boundPort) {
        return "http://" + (address instanceof Inet6Address ? "[::1]" : address.getHostAddress()) + ":" + boundPort;
    }

    private static int port(Settings settings) {
        int port = settings.getInt("PIP_PORT", DEFAULT_PORT);
        if (port < 0 || port > 65_535) {
            throw new StartupException("PIP_PORT is " + port + "; a port lies between 0 (any free one) and 65535.");
        }
        return port;
    }

    private static XeroAccess xero(Settings settings) {
        String mode = settings.get("XERO_OAUTH_MODE", "own").toLowerCase(Locale.ROOT);
        return switch (mode) {
            case "sandbox" ->
                new XeroAccess.Sandbox(
                        uri(settings, "XERO_API_URL"), needed(settings, "XERO_ACCESS_TOKEN"), tenant(settings));
            case "own", "custom", "proxy" -> new XeroAccess.SignIn(mode);
            default ->
                throw new StartupException(
                        "XERO_OAUTH_MODE is '" + mode + "'; set it to own, custom, proxy or sandbox.");
        };
    }

    private static URI uri(Settings settings, String name) {
        String text = needed(settings, name);
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new StartupException(name + " is not an address such as https://api.xero.com.");
    }

    private static String tenant(Settings settings) {
        String tenant = needed(settings, "XERO_TENANT_ID");
        try {
            return UUID.fromString(tenant).toString();
        } catch (IllegalArgumentException _) {
            throw new StartupException(
                    "XERO_TENANT_ID is not an id of Xero's. ./pip sandbox serve prints the pretend organisation's.");
        }
    }

    private static String needed(Settings settings, String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new StartupException(
                    name + " is not set, and XERO_OAUTH_MODE=sandbox needs it. ./pip demo sets all of them by itself.");
        }
        return value;
    }

    private static @Nullable LocalDate today(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new StartupException("PIP_TODAY is not a day such as 2026-11-23: " + text + ".");
        }
    }

    private static @Nullable Path webDirectory(Settings settings) {
        String home = settings.get("PIP_HOME");
        String directory = settings.get("PIP_WEB_DIR");
        Path path = directory != null ? Path.of(directory) : home == null ? null : Path.of(home, "web", "dist");
        return path != null && path.resolve("index.html").toFile().isFile() ? path.toAbsolutePath() : null;
    }

    static Path dataDirectory(Settings settings) {
        return Path.of(settings.get("PIP_DATA_DIR", defaultDataDirectory())).toAbsolutePath();
    }

    private static String defaultDataDirectory() {
        String shared = System.getenv("XDG_DATA_HOME");
        return shared == null || shared.isBlank()
                ? System.getProperty("user.home") + "/.local/share/pip"
                : shared + "/pip";
    }
}
