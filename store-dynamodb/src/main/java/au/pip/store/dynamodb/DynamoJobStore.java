package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Job;
import au.pip.assistant.store.JobStore;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A job changes only as it was read: how often it was claimed, its state and its lease's end show that. */
final class DynamoJobStore implements JobStore {
    private static final String WAITING = "waiting";
    private static final String CLAIMED = "claimed";
    private static final String DONE = "done";

    private final StoredRows rows;
    private final JobQueue queue;

    DynamoJobStore(StoredRows rows) {
        this.rows = rows;
        this.queue = new JobQueue(rows.table());
    }

    @Override
    public boolean add(AccountId account, Job job) {
        return rows.add(RowOf.of(
                Noun.JOB,
                account.value(),
                job.id(),
                job.kind(),
                job.payload(),
                job.due().toEpochMilli(),
                (long) job.attempts(),
                WAITING,
                "",
                0L));
    }

    @Override
    public Optional<Claimed> claim(String kind, String holder, Instant now, Instant until) {
        long at = Milliseconds.of(now);
        Patience patience = rows.table().patience();
        List<Key> seen = List.of();
        while (true) {
            List<Key> free = queue.free(kind, at);
            if (free.isEmpty()) {
                return Optional.empty();
            }
            if (!free.equals(seen)) {
                // Others get jobs meanwhile: waiting is over when nothing moves any more.
                patience = rows.table().patience();
                seen = free;
            }
            for (Key key : free) {
                Optional<Row> claimed = rows.find(key)
                        .filter(job -> isFree(job, at))
                        .flatMap(job -> changed(job, claimed(job, holder, until)));
                if (claimed.isPresent()) {
                    return claimed.map(DynamoJobStore::claimed);
                }
            }
            rows.table().pauseUnlessOver(patience);
        }
    }

    private static boolean isFree(Row job, long at) {
        return switch (job.text("state")) {
            case WAITING -> job.number("due") <= at;
            case CLAIMED -> job.number("until") <= at;
            default -> false;
        };
    }

    private static Row claimed(Row job, String holder, Instant until) {
        return held(job.with("attempts", job.number("attempts") + 1), CLAIMED, holder, Milliseconds.of(until));
    }

    @Override
    public boolean renew(AccountId account, String jobId, String holder, Instant until) {
        return changedByHolder(account, jobId, holder, job -> held(job, CLAIMED, holder, Milliseconds.of(until)));
    }

    @Override
    public boolean finish(AccountId account, String jobId, String holder) {
        return changedByHolder(account, jobId, holder, job -> held(job, DONE, "", 0));
    }

    @Override
    public boolean retry(AccountId account, String jobId, String holder, Instant due) {
        return changedByHolder(
                account, jobId, holder, job -> held(job.with("due", Milliseconds.of(due)), WAITING, "", 0));
    }

    private boolean changedByHolder(AccountId account, String jobId, String holder, UnaryOperator<Row> change) {
        Patience patience = rows.table().patience();
        while (true) {
            Optional<Row> held = rows.find(Keys.of(account, Noun.JOB, jobId))
                    .filter(job -> job.text("state").equals(CLAIMED)
                            && job.text("holder").equals(holder));
            if (held.isEmpty()) {
                return false;
            }
            if (changed(held.get(), change.apply(held.get())).isPresent()) {
                return true;
            }
            rows.table().pauseUnlessOver(patience);
        }
    }

    private static Row held(Row job, String state, String holder, long until) {
        return job.with("state", state).with("holder", holder).with("until", until);
    }

    /** The row as it is now; empty when another has changed it meanwhile. */
    private Optional<Row> changed(Row before, Row after) {
        Condition unchanged = Condition.all(
                Condition.equal("attempts", before.number("attempts")),
                Condition.equal("state", before.text("state")),
                Condition.equal("until", before.number("until")));
        return rows.table().write(rows.change(before, after, unchanged)).isDone()
                ? Optional.of(after)
                : Optional.empty();
    }

    @Override
    public int forget(Instant doneAndDueBefore) {
        long before = Milliseconds.of(doneAndDueBefore);
        return Forgetting.all(
                rows,
                Noun.JOB,
                Query.ofIndex(Lists.DONE_JOBS).before(KeyText.number(before)),
                Condition.all(Condition.equal("state", DONE), Condition.below("due", before)));
    }

    private static Claimed claimed(Row row) {
        Job job = new Job(
                row.text("id"),
                row.text("kind"),
                row.text("payload"),
                RowOf.time(row, "due"),
                Math.toIntExact(row.number("attempts")));
        return new Claimed(new AccountId(row.text("account_id")), job, row.text("holder"), RowOf.time(row, "until"));
    }
}
