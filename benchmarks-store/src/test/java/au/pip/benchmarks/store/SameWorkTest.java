package au.pip.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.Row;
import au.pip.assistant.store.Stores;
import au.pip.store.jdbc.JdbcStores;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bare driver leaves exactly the rows that our stores leave, and reads the same pages. */
class SameWorkTest {
    private static final String CONVERSATION = "0198f1b0-0000-7000-8000-000000000001";
    private static final List<Turn> TURNS = IntStream.range(0, 120)
            .mapToObj(number -> Turn.of(CONVERSATION, number))
            .toList();

    @TempDir
    private Path folder;

    @Test
    void leavesTheSameRowsOnSqlite() throws SQLException {
        Path bare = folder.resolve("bare.db");
        Path pip = folder.resolve("pip.db");
        JdbcStores.openSqlite(bare).close();

        play(new BareDriver(new BareSqlite(bare)));
        play(new PipContender(JdbcStores.openSqlite(pip)));

        try (Stores ofBare = JdbcStores.openSqlite(bare);
                Stores ofPip = JdbcStores.openSqlite(pip)) {
            assertThat(rows(ofBare)).hasSize(361).containsExactlyInAnyOrderElementsOf(rows(ofPip));
        }
    }

    @Test
    void leavesTheSameRowsOnPostgresql() throws Exception {
        try (PostgresqlServer server = PostgresqlServer.start()) {
            String bare = server.url(server.create("bare"));
            String pip = server.url(server.create("pip"));
            JdbcStores.openPostgres(bare).close();

            play(new BareDriver(new BarePostgresql("jdbc:" + bare, 2)));
            play(new PipContender(JdbcStores.openPostgres(pip)));

            try (Stores ofBare = JdbcStores.openPostgres(bare);
                    Stores ofPip = JdbcStores.openPostgres(pip)) {
                assertThat(rows(ofBare)).hasSize(361).containsExactlyInAnyOrderElementsOf(rows(ofPip));
            }
        }
    }

    private static void play(StoreContender contender) {
        try (contender) {
            contender.create(CONVERSATION);
            TURNS.forEach(contender::keep);
            List<Object> places = contender.places(CONVERSATION);
            assertThat(places).hasSize(2);
            assertThat(places)
                    .allSatisfy(place ->
                            assertThat(contender.read(CONVERSATION, place)).isEqualTo(StoreContender.PAGE));
        }
    }

    private static List<Row> rows(Stores stores) {
        List<Row> rows = new ArrayList<>();
        stores.rows().read(rows::add);
        return rows;
    }
}
