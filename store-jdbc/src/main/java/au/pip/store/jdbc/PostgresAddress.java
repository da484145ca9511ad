package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who may use it, from a URL
 * {@code postgresql://user:password@host:port/database?sslmode=…}
 * (https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-CONNSTRING-URIS), {@code postgres:} and {@code
 * jdbc:postgresql:} included. No sentence about it holds any part that may be the password's.
 *
 * @param settings the driver's, by its own names (https://jdbc.postgresql.org/documentation/use/)
 */
public record PostgresAddress(
        String host,
        int port,
        String database,
        String user,
        @Nullable String password,
        Map<String, String> settings) {
    private static final String SHAPE = "write it as postgresql://user:password@host:port/database?sslmode=require";
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    /** What may stand after the question mark, and what the driver calls it. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("sslmode", "sslmode"),
            Map.entry("sslrootcert", "sslrootcert"),
            Map.entry("sslcert", "sslcert"),
            Map.entry("sslkey", "sslkey"),
            Map.entry("sslpassword", "sslpassword"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("channelBinding", "channelBinding"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("gssEncMode", "gssEncMode"),
            Map.entry("application_name", "ApplicationName"),
            Map.entry("ApplicationName", "ApplicationName"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("connectTimeout", "connectTimeout"),
            Map.entry("socketTimeout", "socketTimeout"),
            Map.entry("currentSchema", "currentSchema"),
            Map.entry("options", "options"),
            Map.entry("user", "user"),
            Map.entry("password", "password"));

    /** @throws StoreException when it is not such a URL */
    public static PostgresAddress of(String given) {
        String url = given.strip();
        String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        int scheme = plain.indexOf("://");
        if (scheme < 0 || !List.of("postgresql", "postgres").contains(plain.substring(0, scheme))) {
            throw refused("The address of the database is not one of PostgreSQL: " + SHAPE + ".");
        }
        String rest = plain.substring(scheme + 3);
        int end = firstOf(rest, "/?#");
        String authority = rest.substring(0, end);
        String after = rest.substring(end);
        if (after.contains("@") || after.contains("#")) {
            throw refused("The address of PostgreSQL cannot be read: write the characters / ? # @ : % in its user and"
                    + " password as %2F %3F %23 %40 %3A %25.");
        }
        int at = authority.lastIndexOf('@');
        int question = after.indexOf('?');
        Map<String, String> settings = settings(question < 0 ? "" : after.substring(question + 1));
        String[] login = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        String user = settings.remove("user");
        String password = settings.remove("password");
        return of(
                authority.substring(at + 1),
                decoded(after.substring(
                        Math.min(1, after.length()), question < 0 ? after.length() : Math.max(1, question))),
                login.length > 0 ? decoded(login[0]) : user == null ? "" : user,
                login.length > 1 ? decoded(login[1]) : password,
                settings);
    }

    private static PostgresAddress of(
            String place, String database, String user, @Nullable String password, Map<String, String> settings) {
        int bracket = place.startsWith("[") ? place.indexOf(']') : 0;
        int colon = place.indexOf(':', Math.max(0, bracket));
        String written = colon < 0 ? place : place.substring(0, colon);
        String host = decoded(bracket > 0 ? written.substring(1, bracket) : written);
        if (bracket < 0
                || host.contains(",")
                || host.contains("/")
                || (bracket > 0 && written.length() > bracket + 1)) {
            throw refused("The address of PostgreSQL has to name one host, and no Unix socket: " + SHAPE + ".");
        }
        if (user.isEmpty()) {
            throw refused("The address of PostgreSQL names no user: " + SHAPE + ".");
        }
        if (database.isEmpty() || database.contains("/")) {
            throw refused("The address of PostgreSQL names no database: " + SHAPE + ".");
        }
        return new PostgresAddress(
                host.isEmpty() ? "localhost" : host,
                colon < 0 ? 5432 : port(place.substring(colon + 1)),
                database,
                user,
                password,
                Map.copyOf(settings));
    }

    private static int port(String text) {
        if (text.isEmpty()) {
            return 5432;
        }
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw refused("The address of PostgreSQL has a port that is none (what stands after the host's colon): it is a"
                + " number from 1 to 65535; " + SHAPE + ".");
    }

    private static Map<String, String> settings(String query) {
        Map<String, String> settings = new TreeMap<>();
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = SETTINGS.get(decoded(equals < 0 ? pair : pair.substring(0, equals)));
            if (equals < 0 || name == null) {
                throw refused("The address of PostgreSQL has a setting that Pip does not know; it knows "
                        + String.join(", ", new TreeMap<>(SETTINGS).keySet()) + ".");
            }
            settings.put(name, decoded(pair.substring(equals + 1)));
        }
        if (!SSL_MODES.contains(settings.getOrDefault("sslmode", "prefer"))) {
            throw refused("The address of PostgreSQL has an sslmode that there is not: it is one of "
                    + String.join(", ", SSL_MODES) + ".");
        }
        return settings;
    }

    private static int firstOf(String text, String characters) {
        int first = 0;
        while (first < text.length() && characters.indexOf(text.charAt(first)) < 0) {
            first++;
        }
        return first;
    }

    private static String decoded(String text) {
        try {
            // A plus is a plus here, and not a space as in forms.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw refused("The address of PostgreSQL has a % that no two hexadecimal digits follow: write a % itself as"
                    + " %25.");
        }
    }

    private static StoreException refused(String sentence) {
        return new StoreException(sentence, new IllegalArgumentException(sentence));
    }

    String url() {
        String named = host.contains(":") ? "[" + host + "]" : host;
        return "jdbc:postgresql://" + named + ":" + port + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    /** What the driver needs to know beside the {@link #url}. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "pip");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        properties.putAll(settings);
        properties.setProperty("user", user);
        if (password != null) {
            properties.setProperty("password", password);
        }
        // The server tells values of rows in the details of its errors; they stay out of exceptions and logs.
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    /** Its host and port. */
    public String server() {
        return host + ":" + port;
    }

    /** What to call it in a sentence. */
    @Override
    public String toString() {
        return "The database " + database + " on " + server();
    }
}
