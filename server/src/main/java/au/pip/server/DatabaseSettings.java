package au.pip.server;

import au.pip.llm.settings.Settings;
import au.pip.store.jdbc.PostgresAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which database it is. Its text form is its address without a password. */
public sealed interface DatabaseSettings {
    /** One file, used by one server at a time. */
    record Sqlite(Path file) implements DatabaseSettings {
        @Override
        public String provider() {
            return "sqlite";
        }

        @Override
        public List<String> lines() {
            return List.of("DATABASE_PROVIDER=sqlite", "DATABASE_URL=" + this);
        }

        @Override
        public String toString() {
            return "sqlite:" + file;
        }
    }

    /** A server, shared by several nodes. */
    record Postgresql(PostgresAddress address, String url) implements DatabaseSettings {
        @Override
        public String provider() {
            return "postgresql";
        }

        @Override
        public List<String> lines() {
            boolean more = address.password() != null || !address.settings().isEmpty();
            return List.of(
                    "DATABASE_PROVIDER=postgresql",
                    "DATABASE_URL=" + this + (more ? "   (with the password and options that you gave)" : ""));
        }

        @Override
        public String toString() {
            return "postgresql://" + address.user() + "@" + address.server() + "/" + address.database();
        }
    }

    /**
     * A table, shared by several nodes.
     *
     * @param endpoint null for AWS's own
     * @param createTable whether a server or a move makes the table when there is none
     */
    record Dynamodb(String table, String region, @Nullable URI endpoint, boolean createTable)
            implements DatabaseSettings {
        @Override
        public String provider() {
            return "dynamodb";
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>(
                    List.of("DATABASE_PROVIDER=dynamodb", "AWS_REGION=" + region, "DATABASE_TABLE_NAME=" + table));
            if (endpoint != null) {
                lines.add("DATABASE_ENDPOINT=" + endpoint);
            }
            if (!createTable) {
                lines.add("DATABASE_CREATE_TABLE=false");
            }
            return lines;
        }

        @Override
        public String toString() {
            return "dynamodb:" + table + "?region=" + region + (endpoint == null ? "" : "&endpoint=" + endpoint);
        }
    }

    /** As {@code DATABASE_PROVIDER} has it. */
    String provider();

    /** The settings that choose it, a line each, without a password. */
    List<String> lines();

    /**
     * The database that the settings choose: in a demonstration, and when they name none, the file {@code pip.db} in
     * the data folder.
     *
     * @throws StartupException when they name none that can be, or two
     */
    static DatabaseSettings read(Settings settings) {
        Path own = ServerSettings.dataDirectory(settings).resolve("pip.db");
        if (settings.getBoolean("PIP_DEMO", false)) {
            return new Sqlite(own);
        }
        String url = settings.get("DATABASE_URL");
        String byUrl = url == null ? null : DatabaseAddress.provider("DATABASE_URL", url);
        String named = settings.get("DATABASE_PROVIDER");
        String provider = named != null ? named.toLowerCase(Locale.ROOT) : byUrl == null ? "sqlite" : byUrl;
        if (!DatabaseAddress.PROVIDERS.contains(provider)) {
            throw new StartupException("DATABASE_PROVIDER is '" + named + "'; set it to one of "
                    + String.join(", ", DatabaseAddress.PROVIDERS) + ", or leave it out.");
        }
        if (byUrl != null && !byUrl.equals(provider)) {
            throw new StartupException("DATABASE_PROVIDER is " + provider + ", but DATABASE_URL is an address of "
                    + byUrl + ": let them agree, or leave one of them out.");
        }
        if (url != null) {
            return agreeing(
                    DatabaseAddress.read(
                            "DATABASE_URL",
                            url,
                            region(settings),
                            settings.get("DATABASE_ENDPOINT"),
                            createTable(settings)),
                    settings);
        }
        return switch (provider) {
            case "sqlite" -> new Sqlite(own);
            case "dynamodb" ->
                new Dynamodb(
                        DatabaseAddress.table("DATABASE_TABLE_NAME", settings.get("DATABASE_TABLE_NAME", "pip")),
                        DatabaseAddress.region("AWS_REGION", region(settings)),
                        DatabaseAddress.endpoint("DATABASE_ENDPOINT", settings.get("DATABASE_ENDPOINT")),
                        createTable(settings));
            default ->
                throw new StartupException(
                        "DATABASE_PROVIDER is " + provider + ": set DATABASE_URL to the server's address too, such as "
                                + DatabaseAddress.POSTGRESQL + ".");
        };
    }

    /**
     * The database of an address: {@code sqlite:/path}, {@code postgresql://…} or
     * {@code dynamodb:table?region=…&endpoint=…}; without a region, the settings'.
     *
     * @param name what the person calls it, such as {@code --to}
     * @throws StartupException when it is none; the message does not repeat it
     */
    static DatabaseSettings of(String name, String url, Settings settings) {
        return DatabaseAddress.read(name, url, region(settings), null, createTable(settings));
    }

    private static DatabaseSettings agreeing(DatabaseSettings database, Settings settings) {
        String table = settings.get("DATABASE_TABLE_NAME");
        if (database instanceof Dynamodb chosen && table != null && !table.equals(chosen.table())) {
            throw new StartupException("DATABASE_TABLE_NAME is " + table + ", but DATABASE_URL names the table "
                    + chosen.table() + ": let them agree, or leave one of them out.");
        }
        return database;
    }

    private static boolean createTable(Settings settings) {
        return settings.getBoolean("DATABASE_CREATE_TABLE", true);
    }

    private static String region(Settings settings) {
        return settings.get("AWS_REGION", "ap-southeast-2");
    }
}
