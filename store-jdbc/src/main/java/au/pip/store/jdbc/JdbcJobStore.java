package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Job;
import au.pip.assistant.store.JobStore;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

final class JdbcJobStore implements JobStore {
    private final Database database;

    JdbcJobStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(AccountId account, Job job) {
        return database.write(handle -> handle.createUpdate("""
                                INSERT INTO job (account_id, id, kind, payload, due, attempts, state, holder, until)
                                VALUES (:account, :id, :kind, :payload, :due, :attempts, 'waiting', '', 0)
                                ON CONFLICT (account_id, id) DO NOTHING
                                """)
                        .bind("account", account.value())
                        .bind("id", job.id())
                        .bind("kind", job.kind())
                        .bind("payload", job.payload())
                        .bind("due", job.due().toEpochMilli())
                        .bind("attempts", job.attempts())
                        .execute())
                > 0;
    }

    @Override
    public Optional<Claimed> claim(String kind, String holder, Instant now, Instant until) {
        return database.write(handle -> {
            Optional<Claimed> free = free(handle, kind, holder, now, until.truncatedTo(ChronoUnit.MILLIS));
            free.ifPresent(claimed -> claim(handle, claimed));
            return free;
        });
    }

    /** A job that waits has 0 as its lease's end; one that another caller is claiming just now is passed over. */
    private static Optional<Claimed> free(Handle handle, String kind, String holder, Instant now, Instant until) {
        return handle.createQuery("""
                        SELECT account_id, id, kind, payload, due, attempts FROM job
                        WHERE kind = :kind AND state <> 'done' AND due <= :now AND until <= :now
                        ORDER BY due, account_id, id
                        LIMIT 1
                        <free>
                        """)
                .bind("kind", kind)
                .bind("now", now.toEpochMilli())
                .map(Columns.read(
                        row -> new Claimed(new AccountId(row.text("account_id")), claimedNow(row), holder, until)))
                .findOne();
    }

    private static Job claimedNow(Columns row) throws SQLException {
        return new Job(
                row.text("id"),
                row.text("kind"),
                row.text("payload"),
                row.time("due"),
                Math.toIntExact(row.number("attempts") + 1));
    }

    private static void claim(Handle handle, Claimed claimed) {
        handle.createUpdate("""
                        UPDATE job SET state = 'claimed', holder = :holder, until = :until, attempts = :attempts
                        WHERE account_id = :account AND id = :id
                        """)
                .bind("holder", claimed.holder())
                .bind("until", claimed.until().toEpochMilli())
                .bind("attempts", claimed.job().attempts())
                .bind("account", claimed.account().value())
                .bind("id", claimed.job().id())
                .execute();
    }

    @Override
    public boolean renew(AccountId account, String jobId, String holder, Instant until) {
        return database.write(handle -> held(handle, "until = :until", account, jobId, holder)
                        .bind("until", until.toEpochMilli())
                        .execute())
                > 0;
    }

    @Override
    public boolean finish(AccountId account, String jobId, String holder) {
        return database.write(handle -> held(handle, "state = 'done', holder = '', until = 0", account, jobId, holder)
                        .execute())
                > 0;
    }

    @Override
    public boolean retry(AccountId account, String jobId, String holder, Instant due) {
        return database.write(handle -> held(
                                handle, "state = 'waiting', holder = '', until = 0, due = :due", account, jobId, holder)
                        .bind("due", due.toEpochMilli())
                        .execute())
                > 0;
    }

    private static Update held(Handle handle, String change, AccountId account, String jobId, String holder) {
        return handle.createUpdate("UPDATE job SET " + change + """
                         WHERE account_id = :account AND id = :id AND state = 'claimed' AND holder = :holder
                        """)
                .bind("account", account.value())
                .bind("id", jobId)
                .bind("holder", holder);
    }

    @Override
    public int forget(Instant doneAndDueBefore) {
        return database.write(handle -> handle.createUpdate("DELETE FROM job WHERE state = 'done' AND due < :before")
                .bind("before", doneAndDueBefore.toEpochMilli())
                .execute());
    }
}
