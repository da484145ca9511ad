package au.pip.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Stores;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row is found by an index and in the index's order, whatever grows. */
class QueryPlanTest {
    private static final Pattern PARAMETER = Pattern.compile(":([A-Za-z0-9_]+)");

    /** Steps of SQLite that read few rows all the same. */
    private static final Set<String> SMALL_IN_SQLITE = Set.of(
            "SCAN CONSTANT ROW",
            // Only runs that are going are in this index.
            "SCAN run USING INDEX run_unfinished",
            // One row an account.
            "SEARCH memory USING INDEX sqlite_autoindex_memory_1 (account_id=?)",
            // The first page: the index has the page's order, and the limit ends it.
            "SEARCH conversation USING INDEX conversation_latest (account_id=?)",
            "SEARCH audit_entry USING INDEX audit_entry_latest (account_id=?)",
            "SEARCH approval USING INDEX approval_waiting (account_id=?)",
            "SCAN account USING INDEX sqlite_autoindex_account_1",
            "SCAN secret USING INDEX sqlite_autoindex_secret_1",
            // A handful an account.
            "SEARCH account USING INDEX sqlite_autoindex_account_1 (account_id=?)",
            "SEARCH connection USING INDEX sqlite_autoindex_connection_1 (account_id=?)",
            // What a search finds is put in order; it is found by its words.
            "SCAN entry_search VIRTUAL TABLE INDEX 0:M4",
            "USE TEMP B-TREE FOR ORDER BY");

    @TempDir
    private Path folder;

    private final RecordedStores recorded = new RecordedStores();

    @Test
    void sqliteFindsEveryRowByAnIndexAndInTheIndexsOrder() {
        Database database = SqliteOpening.open(folder.resolve("pip.db"), Duration.ofSeconds(1));
        try (Stores stores = recorded.over(database)) {
            for (String statement : statementsOfEveryCall(stores)) {
                List<String> plan = database.read(handle -> handle.createQuery("EXPLAIN QUERY PLAN "
                                + PARAMETER.matcher(statement).replaceAll("NULL"))
                        .map(row -> row.getColumn("detail", String.class))
                        .list());
                assertThat(plan).as(statement).noneMatch(QueryPlanTest::readsTooMuchInSqlite);
            }
        }
    }

    /** A scan, a sort, or a search that narrows no further than to an account, whose rows grow for ever. */
    private static boolean readsTooMuchInSqlite(String step) {
        boolean narrow = step.startsWith("SEARCH") && !step.endsWith(" (account_id=?)");
        return !narrow && !SMALL_IN_SQLITE.contains(step);
    }

    @Test
    void postgresFindsEveryRowByAnIndexAndInTheIndexsOrder() {
        String url = PostgresServer.newest().preparedDatabase();
        Database database = PostgresOpening.open(url);
        try (Stores stores = recorded.over(database)) {
            Set<String> statements = statementsOfEveryCall(stores);
            LargeTables.fill(url);
            for (String statement : statements) {
                List<String> plan = database.read(handle -> postgresPlan(handle, statement));
                assertThat(plan).as(statement).noneMatch(step -> readsTooMuchInPostgres(step, plan));
            }
        }
        PostgresServer.newest().drop(url);
    }

    /** The same of PostgreSQL's steps. */
    private static boolean readsTooMuchInPostgres(String step, List<String> plan) {
        if (step.contains("Seq Scan")) {
            // A row or none.
            return !step.endsWith(" on mark");
        }
        if (step.endsWith("Sort")) {
            return plan.stream().noneMatch(QueryPlanTest::findsFew);
        }
        return step.matches("Index Cond: \\(account_id = \\$[0-9]+\\)")
                && plan.stream().noneMatch(QueryPlanTest::endsEarly);
    }

    /** What a search finds by its words, or the runs that are going: few, which may be put in order afterwards. */
    private static boolean findsFew(String step) {
        return step.contains("Bitmap Index Scan on entry_search_words")
                || step.matches(".* (?:using|on) run_(?:going|unfinished)\\b.*");
    }

    /** The first page, whose order is the index's; or a table with a handful of rows an account. */
    private static boolean endsEarly(String step) {
        return step.equals("Limit") || step.matches(".* using (account|memory|connection)_pkey .*");
    }

    /** The plan for any values, as the planner knows the tables. */
    private static List<String> postgresPlan(Handle handle, String statement) {
        List<String> names = new ArrayList<>(new LinkedHashSet<>(PARAMETER
                .matcher(statement)
                .results()
                .map(found -> found.group(1))
                .toList()));
        String numbered = PARAMETER
                .matcher(statement)
                .replaceAll(found -> Matcher.quoteReplacement("$" + (names.indexOf(found.group(1)) + 1)));
        String values = names.isEmpty()
                ? ""
                : "(" + String.join(", ", names.stream().map(_ -> "NULL").toList()) + ")";
        try (var plain = handle.getConnection().createStatement()) {
            plain.execute("SET plan_cache_mode = force_generic_plan");
            plain.execute("PREPARE explained AS " + numbered);
            try (var rows = plain.executeQuery("EXPLAIN (COSTS OFF) EXECUTE explained" + values)) {
                List<String> plan = new ArrayList<>();
                while (rows.next()) {
                    plan.add(rows.getString(1).strip());
                }
                return plan;
            } finally {
                plain.execute("DEALLOCATE explained");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    /** Without those that read all there is, or look for any one row, which is what they are for. */
    private Set<String> statementsOfEveryCall(Stores stores) {
        EveryCall.of(stores);
        assertThat(recorded.called).isEqualTo(RecordedStores.everyMethod());
        Set<String> statements = new LinkedHashSet<>(recorded.statements);
        assertThat(statements).hasSizeGreaterThan(60);
        Arrays.stream(Noun.values()).map(NounRow::select).forEach(statements::remove);
        statements.removeIf(
                statement -> statement.startsWith("SET ") || statement.startsWith("SELECT CASE WHEN EXISTS"));
        return statements;
    }
}
