package au.pip.server;

import au.pip.store.jdbc.PostgresAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads addresses of databases. What it refuses it does not repeat: there may be a password in it. */
final class DatabaseAddress {
    static final List<String> PROVIDERS = List.of("sqlite", "postgresql", "dynamodb");
    static final String POSTGRESQL = "postgresql://user:password@host:5432/pip";
    private static final String SHAPES =
            "sqlite:/path/to/pip.db, " + POSTGRESQL + " or dynamodb:table?region=ap-southeast-2";

    private DatabaseAddress() {}

    /** Which kind of database an address is of. */
    static String provider(String name, String url) {
        if (url.startsWith("sqlite:")) {
            return "sqlite";
        }
        if (url.startsWith("postgresql:") || url.startsWith("postgres:") || url.startsWith("jdbc:postgresql:")) {
            return "postgresql";
        }
        if (url.startsWith("dynamodb:")) {
            return "dynamodb";
        }
        throw new StartupException(name + " is no address of a database. Write it as " + SHAPES + ".");
    }

    /**
     * @param region what AWS_REGION says, for a DynamoDB address without one
     * @param endpoint what DATABASE_ENDPOINT says, for a DynamoDB address without one
     * @param createTable what DATABASE_CREATE_TABLE says
     */
    static DatabaseSettings read(
            String name, String url, String region, @Nullable String endpoint, boolean createTable) {
        return switch (provider(name, url)) {
            case "sqlite" -> new DatabaseSettings.Sqlite(file(name, url.substring("sqlite:".length())));
            case "postgresql" -> new DatabaseSettings.Postgresql(PostgresAddress.of(url), url);
            default -> dynamodb(name, url.substring("dynamodb:".length()), region, endpoint, createTable);
        };
    }

    private static Path file(String name, String path) {
        try {
            if (!path.isEmpty()) {
                return Path.of(path.replaceFirst("^//(?=/)", ""))
                        .toAbsolutePath()
                        .normalize();
            }
        } catch (InvalidPathException _) {
            // Told below.
        }
        throw new StartupException(name + " names no file. Write it as sqlite:/path/to/pip.db.");
    }

    private static DatabaseSettings dynamodb(
            String name, String rest, String region, @Nullable String endpoint, boolean createTable) {
        int question = rest.indexOf('?');
        Map<String, String> options = question < 0 ? Map.of() : options(name, rest.substring(question + 1));
        String ownRegion = options.get("region");
        String ownEndpoint = options.get("endpoint");
        return new DatabaseSettings.Dynamodb(
                table(name, question < 0 ? rest : rest.substring(0, question)),
                ownRegion == null ? region("AWS_REGION", region) : region(name, ownRegion),
                ownEndpoint == null ? endpoint("DATABASE_ENDPOINT", endpoint) : endpoint(name, ownEndpoint),
                createTable);
    }

    private static Map<String, String> options(String name, String query) {
        Map<String, String> options = new HashMap<>();
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            String option = equals < 0 ? each : each.substring(0, equals);
            if (equals < 0 || !List.of("region", "endpoint").contains(option)) {
                throw new StartupException(
                        name + " has an option that DynamoDB's address does not have. Write it as dynamodb:table"
                                + "?region=ap-southeast-2&endpoint=http://127.0.0.1:8000; both may be left out.");
            }
            try {
                options.put(option, URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException _) {
                throw new StartupException(name + " has a '%' in its option " + option + " that begins no sign.");
            }
        }
        return options;
    }

    static String table(String name, String table) {
        if (!table.matches("[a-zA-Z0-9_.-]{3,255}")) {
            throw new StartupException(
                    name + " names no table of DynamoDB: 3 to 255 letters, digits, '_', '-' and '.', such as pip.");
        }
        return table;
    }

    static String region(String name, String region) {
        if (!region.matches("[a-z]{2,}(-[a-z0-9]+)+")) {
            throw new StartupException(name + " names no region of AWS such as ap-southeast-2.");
        }
        return region;
    }

    /** Null without one. */
    static @Nullable URI endpoint(String name, @Nullable String endpoint) {
        if (endpoint == null) {
            return null;
        }
        try {
            URI uri = new URI(endpoint);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Told below.
        }
        throw new StartupException(name + " names no endpoint such as http://127.0.0.1:8000.");
    }
}
