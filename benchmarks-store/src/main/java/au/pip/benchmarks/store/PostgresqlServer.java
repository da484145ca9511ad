package au.pip.benchmarks.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of our own, on a free port of this machine, that forces each commit to disk. */
final class PostgresqlServer implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final String version;

    private PostgresqlServer(EmbeddedPostgres server, String version) {
        this.server = server;
        this.version = version;
    }

    /** The library starts it for tests, which need no durability: that is set back to PostgreSQL's defaults. */
    static PostgresqlServer start() throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
                if (!shown(statement, setting).equals("on")) {
                    throw new IOException("PostgreSQL has " + setting + " off");
                }
            }
            return new PostgresqlServer(server, shown(statement, "server_version"));
        }
    }

    private static String shown(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    String version() {
        return version;
    }

    /** @param name letters, digits and underscores */
    String create(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return name;
    }

    String url(String database) {
        return "postgresql://127.0.0.1:%d/%s?user=postgres&password=postgres".formatted(server.getPort(), database);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
