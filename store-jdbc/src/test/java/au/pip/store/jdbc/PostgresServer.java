package au.pip.store.jdbc;

import au.pip.assistant.store.Noun;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PostgreSQL server on this machine, started when it is first asked for and ended with this process. */
final class PostgresServer {
    private static final Map<Integer, PostgresServer> SERVERS = new ConcurrentHashMap<>();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    /** An empty database of the present schema, to copy from. */
    private static final String PREPARED = "prepared";

    private final EmbeddedPostgres server;
    private final Queue<String> free = new ConcurrentLinkedQueue<>();

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
        execute("CREATE DATABASE " + PREPARED);
        JdbcStores.openPostgres(url(PREPARED)).close();
    }

    /** The version that the binaries on the class path have. */
    static PostgresServer newest() {
        return SERVERS.computeIfAbsent(18, _ -> started(EmbeddedPostgres.builder()));
    }

    /** Version 15; its binaries lie beside the class path, since two versions cannot be on it. */
    static PostgresServer oldest() {
        return SERVERS.computeIfAbsent(
                15, _ -> started(EmbeddedPostgres.builder().setPgBinaryResolver((system, machine) -> binaries15())));
    }

    private static InputStream binaries15() throws IOException {
        Path jar = Path.of("target", "servers", "postgresql-15.jar");
        Path copy = Files.createTempFile("postgresql-15", ".txz");
        copy.toFile().deleteOnExit();
        try (var files = FileSystems.newFileSystem(jar);
                InputStream binaries = Files.newInputStream(files.getPath("postgres-linux-x86_64.txz"))) {
            Files.write(copy, binaries.readAllBytes());
        }
        return Files.newInputStream(copy);
    }

    private static PostgresServer started(EmbeddedPostgres.Builder builder) {
        try {
            return new PostgresServer(builder.setServerConfig("max_connections", "200")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A database with nothing in it. */
    String emptyDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return url(name);
    }

    /** A database whose schema is up to date, without a row; whoever has it gives it back. */
    String preparedDatabase() {
        String givenBack = free.poll();
        if (givenBack != null) {
            return givenBack;
        }
        String name = "test" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + PREPARED);
        return url(name);
    }

    /** Another test has it next, without a row. */
    void giveBack(String url) {
        change(
                url,
                Stream.concat(
                                Arrays.stream(Noun.values()).map(Noun::word).toList().reversed().stream(),
                                Stream.of("entry_search", "mark", "call_count", "reply"))
                        .map(table -> "DELETE FROM " + table)
                        .collect(Collectors.joining(";")));
        free.add(url);
    }

    /** Also ends every connection to it. */
    void drop(String url) {
        execute("DROP DATABASE " + url.substring(url.lastIndexOf('/') + 1) + " WITH (FORCE)");
    }

    String url(String database) {
        return "postgresql://postgres@127.0.0.1:" + server.getPort() + "/" + database;
    }

    int port() {
        return server.getPort();
    }

    /** As the server's owner, in its own database. */
    void execute(String... statements) {
        change(url("postgres"), statements);
    }

    /** Trusts nobody of this name any more without a password. */
    void askForPasswords(String role) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            ResultSet setting = statement.executeQuery("SHOW hba_file");
            setting.next();
            Path rules = Path.of(setting.getString(1));
            Files.writeString(rules, "host all " + role + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void change(String url, String... statements) {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:" + url.replace("postgres@", ""), "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
