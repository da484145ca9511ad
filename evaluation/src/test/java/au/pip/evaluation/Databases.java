package au.pip.evaluation;

import au.pip.llm.settings.DotEnv;
import au.pip.llm.settings.Settings;
import au.pip.server.DatabaseSettings;
import au.pip.server.OpenedDatabase;
import au.pip.store.dynamodb.DynamoServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Real databases of every kind on 127.0.0.1, started when first asked for. */
final class Databases implements AutoCloseable {
    static final String PASSWORD = "pw-9c41";

    private @Nullable EmbeddedPostgres postgres;

    enum Kind {
        SQLITE,
        POSTGRESQL,
        DYNAMODB
    }

    /** The address of one that nobody else uses. */
    String fresh(Kind kind, Path folder) {
        String name = "pip_" + UUID.randomUUID().toString().replace("-", "");
        return switch (kind) {
            case SQLITE -> "sqlite:" + folder.resolve(name + ".db");
            case POSTGRESQL -> {
                int port = postgres().getPort();
                execute(address(port, "postgres"), "CREATE DATABASE " + name);
                yield address(port, name);
            }
            case DYNAMODB -> "dynamodb:" + name + "?region=ap-southeast-2&endpoint=" + DynamoServer.require();
        };
    }

    static DatabaseSettings settings(String url) {
        return DatabaseSettings.of("the test", url, new Settings(Map.of(), DotEnv.empty()));
    }

    static OpenedDatabase open(String url) {
        return OpenedDatabase.alone(settings(url));
    }

    /** A statement in a PostgreSQL database, as the user of its address. */
    static void execute(String url, String statement) {
        try (Connection connection = connection(url);
                Statement plain = connection.createStatement()) {
            plain.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All tables of a PostgreSQL database, a row a line. */
    static String dump(String url) {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = connection(url);
                Statement plain = connection.createStatement()) {
            for (String table :
                    lines(plain, "SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = current_schema()")) {
                lines(plain, "SELECT t::text FROM " + table + " t")
                        .forEach(row -> dump.append(table).append(row).append('\n'));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return dump.toString();
    }

    private static List<String> lines(Statement statement, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static Connection connection(String url) throws SQLException {
        String user = url.replaceFirst("postgresql://([a-z]+).*", "$1");
        return DriverManager.getConnection("jdbc:" + url.replaceFirst("//.*@", "//"), user, PASSWORD);
    }

    private static String address(int port, String database) {
        return "postgresql://pip:" + PASSWORD + "@127.0.0.1:" + port + "/" + database;
    }

    private EmbeddedPostgres postgres() {
        if (postgres == null) {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("hba_file", passwordsAsked().toString())
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            execute(
                    "postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/postgres",
                    "CREATE ROLE pip LOGIN CREATEDB PASSWORD '" + PASSWORD + "'");
        }
        return postgres;
    }

    /** Everybody but the server's owner needs a password. */
    private static Path passwordsAsked() throws IOException {
        Path file = Files.createTempFile("pg_hba", ".conf");
        file.toFile().deleteOnExit();
        Files.writeString(file, """
                host all postgres 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }

    @Override
    public void close() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
