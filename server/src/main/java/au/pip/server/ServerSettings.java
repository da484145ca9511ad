package au.pip.server;

import au.pip.assistant.budget.BudgetRules;
import au.pip.assistant.xero.Drafts;
import au.pip.llm.settings.Settings;
import java.math.BigDecimal;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server's settings, read once and checked.
 *
 * @param port 0 for any free one
 * @param xeroDailyCalls how many calls a day Pip may make to each organisation in Xero
 * @param writesPerHour how many drafts an account may have made in Xero within an hour
 * @param answerDollars what one answer may cost, in US dollars by list prices
 * @param budgets what all answers of a month may use together
 * @param today pretends that it is this day, for demonstrations; null for the real one
 * @param demo without any model configured, the offline model answers
 * @param strict figures that cannot be verified are withheld from answers
 * @param webDirectory the built page; null when there is none
 */
record ServerSettings(
        InetAddress address,
        int port,
        Path dataDirectory,
        DatabaseSettings database,
        XeroAccess xero,
        int xeroDailyCalls,
        int writesPerHour,
        BigDecimal answerDollars,
        BudgetRules budgets,
        @Nullable LocalDate today,
        boolean demo,
        boolean strict,
        @Nullable Path webDirectory) {
    static final int DEFAULT_PORT = 8484;
    private static final int DEFAULT_XERO_DAILY_CALLS = 1_000;
    private static final BigDecimal MOST_DOLLARS = new BigDecimal(1_000);
    private static final List<String> LOCAL = List.of("127.0.0.1", "::1", "localhost");

    static ServerSettings read(Settings settings) {
        return new ServerSettings(
                address(settings.get("PIP_HOST", "127.0.0.1")),
                port(settings),
                dataDirectory(settings),
                DatabaseSettings.read(settings),
                XeroAccess.read(settings),
                xeroDailyCalls(settings),
                writesPerHour(settings),
                answerDollars(settings.get("PIP_ANSWER_USD", "1.00")),
                BudgetSettings.read(settings),
                today(settings.get("PIP_TODAY")),
                settings.getBoolean("PIP_DEMO", false),
                settings.getBoolean("PIP_STRICT", false),
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

    private static int xeroDailyCalls(Settings settings) {
        int calls = settings.getInt("XERO_DAILY_CALLS", DEFAULT_XERO_DAILY_CALLS);
        if (calls < 1 || calls > 1_000_000) {
            throw new StartupException("XERO_DAILY_CALLS is " + calls
                    + "; set it to what your app's tier at Xero allows a day for each organisation, such as 1000.");
        }
        return calls;
    }

    private static int writesPerHour(Settings settings) {
        int writes = settings.getInt("PIP_WRITES_PER_HOUR", Drafts.USUAL_HOURLY);
        if (writes < 1 || writes > 1_000) {
            throw new StartupException("PIP_WRITES_PER_HOUR is " + writes
                    + "; set it to how many drafts a person may have made in Xero within an hour, 1 to 1000.");
        }
        return writes;
    }

    private static BigDecimal answerDollars(String text) {
        try {
            BigDecimal dollars = new BigDecimal(text.strip());
            if (dollars.signum() > 0 && dollars.compareTo(MOST_DOLLARS) <= 0) {
                return dollars;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new StartupException("PIP_ANSWER_USD is " + text
                + "; set it to what one answer may cost in US dollars, such as 0.25, and 1000 at most.");
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
