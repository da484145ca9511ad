package au.pip.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresUpgradeTest extends UpgradeTest {
    private final PostgresServer server = PostgresServer.newest();

    @Override
    Fresh fresh() {
        String url = server.emptyDatabase();
        return new Fresh(url, source(url));
    }

    private static PGSimpleDataSource source(String url) {
        PostgresAddress address = PostgresAddress.of(url);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        return source;
    }

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    Stores open(String name) {
        return JdbcStores.openPostgres(name);
    }

    @Override
    Stores openAsItIs(String name) {
        return JdbcStores.openPostgresAsItIs(name);
    }

    @Override
    List<Map<String, Object>> backedUp(String name, String table) {
        return Jdbi.create(source(name))
                .withHandle(handle -> handle.createQuery("SELECT * FROM pip_before_v2." + table)
                        .mapToMap()
                        .list());
    }

    @Test
    void upgradesNothingThatCannotBeBackedUp() {
        Fresh fresh = fresh();
        VersionOne before = VersionOne.made(fresh.source(), dialect(), 30);
        Map<String, List<Map<String, Object>>> rows = before.rows();
        String role = "owner_of_tables_" + fresh.name().replaceAll(".*/", "");
        PostgresServer.change(
                fresh.name(),
                "CREATE ROLE " + role + " LOGIN",
                "GRANT ALL ON SCHEMA public TO " + role,
                "GRANT ALL ON ALL TABLES IN SCHEMA public TO " + role);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> open(fresh.name().replace("postgres@", role + "@")))
                .withMessageContaining("could not be backed up before its upgrade, so nothing was changed")
                .withMessageContaining("ALTER DATABASE … OWNER TO");

        assertThat(before.rows()).isEqualTo(rows);
        open(fresh.name()).close();
        assertThat(before.rows()).isEqualTo(rows);
    }

    @Test
    void ordersTextsByTheirCodePointsWhateverTheDatabasesOrderIs() {
        Fresh fresh = fresh();
        VersionOne.made(fresh.source(), dialect(), 30);

        open(fresh.name()).close();

        List<String> others = Jdbi.create(fresh.source())
                .withHandle(
                        handle -> handle.createQuery("""
                                SELECT table_name || '.' || column_name FROM information_schema.columns
                                WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'
                                    AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
                                """).mapTo(String.class).list());
        assertThat(others).isEmpty();
    }
}
