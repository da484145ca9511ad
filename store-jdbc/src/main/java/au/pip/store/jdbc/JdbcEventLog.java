package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.EventLog;
import au.pip.assistant.store.spi.Limit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Whoever appends has the run's row to himself until he is done. */
final class JdbcEventLog implements EventLog {
    private final Database database;

    JdbcEventLog(Database database) {
        this.database = database;
    }

    @Override
    public void append(AccountId account, String runId, List<LoggedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        database.write(handle -> {
            if (!hasRun(handle, account, runId)) {
                throw new IllegalArgumentException("There is no run " + runId + ".");
            }
            requireNext(last(handle, account, runId), events);
            return insert(handle, account, runId, events);
        });
    }

    private static boolean hasRun(Handle handle, AccountId account, String runId) {
        return handle.createQuery("SELECT 1 FROM run WHERE account_id = :account AND id = :run <locked>")
                .bind("account", account.value())
                .bind("run", runId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void requireNext(long last, List<LoggedEvent> events) {
        long next = last;
        for (LoggedEvent event : events) {
            next++;
            if (event.sequence() != next) {
                throw new IllegalArgumentException(
                        "The run's next event is " + next + ", not " + event.sequence() + ".");
            }
        }
    }

    private static int insert(Handle handle, AccountId account, String runId, List<LoggedEvent> events) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO run_event (account_id, run_id, sequence, type, body)
                VALUES (:account, :run, :sequence, :type, :body)
                """);
        for (LoggedEvent event : events) {
            batch.bind("account", account.value())
                    .bind("run", runId)
                    .bind("sequence", event.sequence())
                    .bind("type", event.type())
                    .bind("body", event.body())
                    .add();
        }
        return batch.execute().length;
    }

    @Override
    public List<LoggedEvent> after(AccountId account, String runId, long sequence, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT sequence, type, body FROM run_event
                        WHERE account_id = :account AND run_id = :run AND sequence > :sequence
                        ORDER BY sequence
                        LIMIT :limit
                        """)
                .bind("account", account.value())
                .bind("run", runId)
                .bind("sequence", sequence)
                .bind("limit", new Limit(limit).rows())
                .map(Columns.read(row -> new LoggedEvent(row.number("sequence"), row.text("type"), row.text("body"))))
                .list());
    }

    @Override
    public long last(AccountId account, String runId) {
        return database.read(handle -> last(handle, account, runId));
    }

    private static long last(Handle handle, AccountId account, String runId) {
        return handle.createQuery("""
                        SELECT COALESCE(MAX(sequence), 0) FROM run_event
                        WHERE account_id = :account AND run_id = :run
                        """)
                .bind("account", account.value())
                .bind("run", runId)
                .mapTo(Long.class)
                .one();
    }
}
