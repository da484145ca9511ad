package au.pip.benchmarks.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.spi.SearchWords;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a careful person writes by hand over JDBC: the statements that our stores send, in the same transactions, with
 * the same durability, into the same tables; each statement prepared once a connection. No mapping library, no mended
 * texts, no cursors that can be checked, no failures explained.
 */
final class BareDriver implements StoreContender {
    private static final String ACCOUNT = AccountId.LOCAL.value();

    private final BareConnections connections;

    BareDriver(BareConnections connections) {
        this.connections = connections;
    }

    @Override
    public void create(String conversationId) {
        connections.write(session -> session.execute(
                "INSERT INTO conversation (account_id, id, title, created_at, updated_at) VALUES (?, ?, ?, 0, 0)",
                ACCOUNT,
                conversationId,
                "Books of July"));
    }

    @Override
    public void keep(Turn turn) {
        Run run = turn.run();
        connections.write(session -> {
            session.require(
                    "SELECT 1 FROM conversation WHERE account_id = ? AND id = ? " + connections.locked(),
                    ACCOUNT,
                    run.conversationId());
            session.refuse("""
                    SELECT run_id, text, conversation_id FROM entry
                    WHERE account_id = ? AND id = ? AND kind = 'question'
                    """, ACCOUNT, turn.question().id());
            session.refuse(
                    "SELECT id FROM run WHERE account_id = ? AND conversation_id = ? AND state = 'running'",
                    ACCOUNT,
                    run.conversationId());
            session.execute(
                    """
                    INSERT INTO run (account_id, id, conversation_id, state, started_at, node, stop_asked)
                    VALUES (?, ?, ?, 'running', ?, ?, 0) ON CONFLICT (account_id, id) DO NOTHING
                    """,
                    ACCOUNT,
                    run.id(),
                    run.conversationId(),
                    run.startedAt().toEpochMilli(),
                    run.node());
            add(session, run, turn.question());
        });
        connections.write(session -> {
            session.require("""
                    SELECT id, conversation_id, state, started_at, node, stop_asked FROM run
                    WHERE account_id = ? AND id = ?
                    """ + connections.locked(), ACCOUNT, run.id());
            session.execute("UPDATE run SET state = 'completed' WHERE account_id = ? AND id = ?", ACCOUNT, run.id());
            add(session, run, turn.answer());
        });
    }

    private void add(Session session, Run run, Entry entry) throws SQLException {
        session.execute(
                "UPDATE conversation SET updated_at = ? WHERE account_id = ? AND id = ?",
                entry.at().toEpochMilli(),
                ACCOUNT,
                run.conversationId());
        long sequence = session.number(
                "SELECT COALESCE(MAX(sequence), 0) + 1 FROM entry WHERE account_id = ? AND conversation_id = ?",
                ACCOUNT,
                run.conversationId());
        session.execute(
                """
                INSERT INTO entry (account_id, conversation_id, sequence, id, run_id, kind, text, detail, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ACCOUNT,
                run.conversationId(),
                sequence,
                entry.id(),
                run.id(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.text(),
                entry.detail(),
                entry.at().toEpochMilli());
        session.execute(
                "INSERT INTO entry_search (account_id, conversation_id, sequence, words) VALUES (?, ?, ?, "
                        + connections.indexed()
                        + ")",
                ACCOUNT,
                run.conversationId(),
                sequence,
                words(entry.text()));
    }

    /** As long as those of our index, which has the account's checksum before each. */
    private static String words(String text) {
        return "0123abcd" + String.join(" 0123abcd", SearchWords.of(text));
    }

    @Override
    public List<Object> places(String conversationId) {
        long last = connections.read(session -> session.number(
                "SELECT COALESCE(MAX(sequence), 0) FROM entry WHERE account_id = ? AND conversation_id = ?",
                ACCOUNT,
                conversationId));
        List<Object> places = new ArrayList<>();
        for (long above = 0; above + PAGE <= last; above += PAGE) {
            places.add(above);
        }
        return places;
    }

    /** One more than the page has, as those who tell whether more follow must read. */
    @Override
    public int read(String conversationId, Object place) {
        return connections.read(session -> {
            PreparedStatement statement = session.prepare("""
                    SELECT sequence, id, kind, run_id, text, detail, at FROM entry
                    WHERE account_id = ? AND conversation_id = ? AND sequence > ? ORDER BY sequence LIMIT ?
                    """, ACCOUNT, conversationId, place, PAGE + 1L);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return Math.min(entries.size(), PAGE);
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("id"),
                row.getString("kind").equals("question") ? Entry.Kind.QUESTION : Entry.Kind.ANSWER,
                row.getString("run_id"),
                row.getString("text"),
                row.getString("detail"),
                java.time.Instant.ofEpochMilli(row.getLong("at")));
    }

    @Override
    public void close() {
        connections.close();
    }
}
