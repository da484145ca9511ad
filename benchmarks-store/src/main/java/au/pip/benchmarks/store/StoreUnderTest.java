package au.pip.benchmarks.store;

import au.pip.store.dynamodb.DynamoSettings;
import au.pip.store.dynamodb.DynamoStores;
import au.pip.store.jdbc.JdbcStores;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** A database, and how each contender opens it. */
interface StoreUnderTest {
    double MOST_TIME = 1.3;

    enum Who {
        BARE_DRIVER,
        PIP;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    String title();

    /** Of the bare driver's time, how much Pip may take; 0 where no aim is set. */
    double aim();

    /** @param place a new, empty database with our tables: one for each contender and number */
    StoreContender open(Who who, int place) throws SQLException;

    /** Files in a folder. */
    record Sqlite(Path folder) implements StoreUnderTest {
        @Override
        public double aim() {
            return MOST_TIME;
        }

        @Override
        public String title() {
            return "SQLite";
        }

        @Override
        public StoreContender open(Who who, int place) throws SQLException {
            Path file = folder.resolve(who.word() + "-" + place + ".db");
            return switch (who) {
                case PIP -> new PipContender(JdbcStores.openSqlite(file));
                case BARE_DRIVER -> {
                    JdbcStores.openSqlite(file).close();
                    yield new BareDriver(new BareSqlite(file));
                }
            };
        }
    }

    /** Databases on a server that is ours for the run. */
    record Postgresql(PostgresqlServer server) implements StoreUnderTest {
        private static final int CONNECTIONS = 16;

        @Override
        public double aim() {
            return MOST_TIME;
        }

        @Override
        public String title() {
            return "PostgreSQL " + server.version();
        }

        @Override
        public StoreContender open(Who who, int place) throws SQLException {
            String database = server.create(who.word().replace('-', '_') + "_" + place);
            return switch (who) {
                case PIP -> new PipContender(JdbcStores.openPostgres(server.url(database)));
                case BARE_DRIVER -> {
                    JdbcStores.openPostgres(server.url(database)).close();
                    yield new BareDriver(new BarePostgresql("jdbc:" + server.url(database), CONNECTIONS));
                }
            };
        }
    }

    /** Tables on a server that stands in for AWS's. Most of the time is that server's; so no aim is set. */
    record Dynamodb(URI endpoint) implements StoreUnderTest {
        @Override
        public String title() {
            return "DynamoDB (a stand-in)";
        }

        @Override
        public double aim() {
            return 0;
        }

        @Override
        public StoreContender open(Who who, int place) {
            String table = "bench-" + who.word() + "-" + place + "-" + UUID.randomUUID();
            DynamoSettings settings = new DynamoSettings(DynamoSettings.SYDNEY, table, endpoint, true);
            return switch (who) {
                case PIP -> new PipContender(DynamoStores.open(settings));
                case BARE_DRIVER -> {
                    DynamoStores.open(settings).close();
                    yield new BareDynamodb(endpoint, settings.region(), table);
                }
            };
        }
    }
}
