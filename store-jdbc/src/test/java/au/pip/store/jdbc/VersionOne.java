package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.FoundEntry;
import au.pip.assistant.store.Samples;
import au.pip.assistant.store.Stores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** A database as the first release left it, with rows in every table. */
final class VersionOne {
    private static final List<String> TABLES =
            List.of("conversation", "run", "entry", "usage_record", "run_event", "memory");

    private final Jdbi jdbi;

    private VersionOne(DataSource source, Dialect dialect) {
        this.jdbi = dialect.speaking(Jdbi.create(source));
    }

    /** @param turns how many questions were answered, ten a conversation */
    static VersionOne made(DataSource source, Dialect dialect, int turns) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target("1")
                .placeholders(dialect.migrationWords())
                .load()
                .migrate();
        VersionOne made = new VersionOne(source, dialect);
        made.jdbi.useTransaction(handle -> fill(handle, turns));
        return made;
    }

    /** The rows of each table, by their primary keys, in the columns that the first release had. */
    Map<String, List<Map<String, Object>>> rows() {
        Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
        for (String table : TABLES) {
            rows.put(
                    table,
                    jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM " + table)
                            .mapToMap()
                            .list()));
            rows.get(table)
                    .forEach(row -> List.of("node", "stop_asked", "summary", "summary_entry_id")
                            .forEach(row::remove));
            rows.get(table).sort(Comparator.comparing(Object::toString));
        }
        return rows;
    }

    /** The texts of the first page. */
    static List<String> foundBy(Stores stores, String query) {
        List<String> texts = new ArrayList<>();
        for (FoundEntry found :
                stores.entries().search(Samples.ANN, query, null, 100).items()) {
            texts.add(found.entry().text());
        }
        return texts;
    }

    private static void fill(Handle handle, int turns) {
        PreparedBatch conversations =
                handle.prepareBatch("INSERT INTO conversation VALUES (:account, :conversation, :title, 1, :at)");
        PreparedBatch runs = handle.prepareBatch("INSERT INTO run VALUES (:account, :run, :conversation, :state, :at)");
        PreparedBatch entries = handle.prepareBatch("""
                INSERT INTO entry VALUES (:account, :conversation, :sequence, :id, :run, :kind, :text, '{}', :at)
                """);
        PreparedBatch others = handle.prepareBatch("""
                INSERT INTO usage_record
                VALUES (:account, :run, 0, :conversation, 'sandbox', 'm', 1, 2, 3, 4, 5, 6, 7, '0.01', NULL, :at)
                """);
        PreparedBatch events = handle.prepareBatch("INSERT INTO run_event VALUES (:account, :run, 1, 'text', '{}')");
        for (int turn = 0; turn < turns; turn++) {
            AccountId account = turn % 3 == 0 ? Samples.BOB : Samples.ANN;
            String conversation = "c-" + account.value() + "-" + turn / 30;
            boolean last = turn >= turns - 3;
            Map<String, Object> turnsOwn = Map.of(
                    "account",
                    account.value(),
                    "conversation",
                    conversation,
                    "run",
                    "r-" + turn,
                    "state",
                    last ? "running" : "completed",
                    "at",
                    1_000L * turn);
            if (turn % 30 < 2) {
                conversations
                        .bindMap(turnsOwn)
                        .bind("title", "Books\0 of \uD83D July")
                        .add();
            }
            if (!last || turn == turns - 1) {
                runs.add(turnsOwn);
                others.add(turnsOwn);
                events.add(turnsOwn);
                for (String kind : List.of("question", "answer")) {
                    if (!last || kind.equals("question")) {
                        entries.bindMap(turnsOwn)
                                .bind("sequence", 2L * turn + (kind.equals("question") ? 1 : 2))
                                .bind("id", kind + "-" + turn)
                                .bind("kind", kind)
                                .bind("text", "The " + kind + " number" + turn + "x about Señor Müller\0 and GST")
                                .add();
                    }
                }
            }
        }
        List.of(conversations, runs, entries, others, events).forEach(PreparedBatch::execute);
        handle.execute("INSERT INTO memory VALUES ('ann', 'Cash basis.', 7)");
    }
}
