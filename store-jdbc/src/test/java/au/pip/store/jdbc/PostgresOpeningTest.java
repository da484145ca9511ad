package au.pip.store.jdbc;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.conversations;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresOpeningTest {
    private static final String SECRET = "hunter2";

    private final PostgresServer server = PostgresServer.newest();
    private final String url = server.emptyDatabase();
    private final String name = url.substring(url.lastIndexOf('/') + 1);
    private final String role = "guest_" + name;

    @AfterEach
    void drop() {
        server.drop(url);
        server.execute("DROP ROLE IF EXISTS " + role);
    }

    @Test
    void opensOnceForEachOfManyWhoOpenANewDatabaseAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> openings = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                        try (Stores stores = JdbcStores.openPostgres(url)) {
                            stored(stores, ANN);
                        }
                    }))
                    .toList();
            for (Future<?> opening : openings) {
                opening.get();
            }
        }

        try (Stores stores = JdbcStores.openPostgres(url)) {
            assertThat(conversations(stores, ANN)).hasSize(8);
        }
    }

    @Test
    void makesItsTablesAndNotesThatItDidInOneTransaction() {
        JdbcStores.openPostgres(url).close();

        List<String> transactions = Jdbi.create(PostgresAddress.of(url).url(), "postgres", "")
                .withHandle(
                        handle -> handle.createQuery("""
                                SELECT CAST(xmin AS text) FROM flyway_schema_history
                                UNION
                                SELECT CAST(xmin AS text) FROM pg_class WHERE relname IN ('conversation', 'account', 'entry_search')
                                """).mapTo(String.class).list());
        assertThat(transactions).hasSize(1);
    }

    @Test
    void refusesAServerThatIsNotThere() throws Exception {
        try (Socket heldButDeaf = new Socket()) {
            heldButDeaf.bind(new InetSocketAddress("127.0.0.1", 0));
            String place = "127.0.0.1:" + heldButDeaf.getLocalPort();

            assertThat(refusal("postgresql://ann:" + SECRET + "@" + place + "/pip"))
                    .contains("PostgreSQL on " + place + " cannot be reached")
                    .contains("check that it runs there");
        }
    }

    @Test
    void refusesAHostThatNobodyKnows() {
        assertThat(refusal("postgresql://ann:" + SECRET + "@no-such-host.invalid/pip"))
                .contains("PostgreSQL on no-such-host.invalid:5432 cannot be reached (no host of this name is known)");
    }

    @Test
    void refusesAServerWithoutEncryptionWhereItIsRequired() {
        assertThat(refusal(url + "?sslmode=require"))
                .contains("cannot be reached")
                .contains("SSL");
    }

    @Test
    void refusesAPasswordThatIsNotTheUsers() {
        server.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'another'");
        server.askForPasswords(role);

        assertThat(refusal(url.replace("postgres@", role + ":" + SECRET + "@")))
                .contains("does not take the password of the user " + role)
                .contains("correct the password");
    }

    @Test
    void refusesAUserThatTheServerDoesNotKnow() {
        assertThat(refusal(url.replace("postgres@", "nobody:" + SECRET + "@")))
                .contains("lets the user nobody in neither so nor from here");
    }

    @Test
    void refusesADatabaseThatIsNotThere() {
        assertThat(refusal(server.url("missing")))
                .contains("There is no database missing on 127.0.0.1:" + server.port())
                .contains("createdb");
    }

    @Test
    void refusesAUserWhoMayMakeNothing() {
        server.execute("CREATE ROLE " + role + " LOGIN");

        assertThat(refusal(url.replace("postgres@", role + ":" + SECRET + "@")))
                .contains(
                        "The database " + name + " on 127.0.0.1:" + server.port() + " does not allow the user " + role)
                .contains("OWNER TO");
        assertThat(tables()).isEmpty();
    }

    @Test
    void refusesAServerThatIsTooOld() {
        assertThat(refusal(() -> PostgresOpening.open(PostgresAddress.of(url), 99)))
                .contains("is version 18: Pip needs 99 or newer")
                .contains("upgrade the server");
        assertThat(tables()).isEmpty();
    }

    @Test
    void refusesADatabaseThatHasNoRoomForEveryCharacter() {
        server.execute(
                "DROP DATABASE " + name,
                "CREATE DATABASE " + name + " ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");

        assertThat(refusal(url)).contains("keeps texts in LATIN1").contains("ENCODING 'UTF8'");
        assertThat(tables()).isEmpty();
    }

    @Test
    void refusesADatabaseThatMayOnlyBeRead() {
        server.execute("ALTER DATABASE " + name + " SET default_transaction_read_only = on");

        assertThat(refusal(url)).contains("may only be read, as a standby is").contains("name the primary");
        assertThat(tables()).isEmpty();
    }

    @Test
    void refusesAnotherProgramsDatabaseAndLeavesItAlone() {
        PostgresServer.change(url, "CREATE TABLE photo (name TEXT)");

        assertThat(refusal(url)).contains("another program's tables").contains("name an empty database");
        assertThat(tables()).containsExactly("photo");
    }

    @Test
    void takesADatabaseThatHoldsNothingButAnExtension() {
        PostgresServer.change(url, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");

        JdbcStores.openPostgres(url).close();
    }

    @Test
    void refusesADatabaseOfANewerPip() {
        JdbcStores.openPostgres(url).close();
        PostgresServer.change(url, """
                INSERT INTO flyway_schema_history
                SELECT 99, '99', 'from the future', type, 'V99__from_the_future.sql', 1, installed_by, installed_on, 1, true
                FROM flyway_schema_history WHERE version = '1'
                """);

        assertThat(refusal(url)).contains("made by a newer Pip").contains("start that version");
    }

    @Test
    void refusesADatabaseWhoseTablesOtherMigrationsMade() {
        JdbcStores.openPostgres(url).close();
        PostgresServer.change(url, "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");

        assertThat(refusal(url)).contains("tables that this Pip did not make");
    }

    private static String refusal(String given) {
        return refusal(() -> PostgresOpening.open(PostgresAddress.of(given), 15));
    }

    private static String refusal(Supplier<Database> opening) {
        try (Database opened = opening.get()) {
            throw new AssertionError("opened: " + opened);
        } catch (StoreException refused) {
            for (Throwable each = refused; each != null; each = each.getCause()) {
                assertThat(each.toString()).doesNotContain(SECRET);
            }
            return String.valueOf(refused.getMessage());
        }
    }

    private List<String> tables() {
        return Jdbi.create(PostgresAddress.of(url).url(), "postgres", "")
                .withHandle(handle -> handle.createQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                        .mapTo(String.class)
                        .list());
    }
}
