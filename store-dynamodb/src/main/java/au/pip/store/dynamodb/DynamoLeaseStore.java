package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Lease;
import au.pip.assistant.store.LeaseStore;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lease changes only as it was read: its number and its end show that. Each call is over after two seconds: a node
 * whose lease lasts six has to notice in time that it cannot prolong it. One that failed so may have been done.
 */
final class DynamoLeaseStore implements LeaseStore {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final StoredRows allRows;

    DynamoLeaseStore(StoredRows rows) {
        this.allRows = rows;
    }

    private StoredRows rows() {
        return allRows.within(LONGEST);
    }

    @Override
    public Optional<Lease> take(AccountId account, String name, String holder, Instant now, Instant until) {
        StoredRows rows = rows();
        Patience patience = rows.table().patience();
        while (true) {
            Optional<Row> there = rows.find(Keys.of(account, Noun.LEASE, name));
            long number = there.map(row -> number(row, holder)).orElse(1L);
            if (there.isPresent() && !isFree(there.get(), holder, now)) {
                return Optional.empty();
            }
            Row taken = RowOf.of(Noun.LEASE, account.value(), name, holder, number, Milliseconds.of(until));
            if (isKept(rows, there, taken)) {
                return Optional.of(lease(taken));
            }
            rows.table().pauseUnlessOver(patience);
        }
    }

    private static long number(Row lease, String holder) {
        return lease.text("holder").equals(holder) ? lease.number("number") : lease.number("number") + 1;
    }

    private static boolean isFree(Row lease, String holder, Instant now) {
        String held = lease.text("holder");
        return held.isEmpty() || held.equals(holder) || lease.number("until") <= Milliseconds.of(now);
    }

    @Override
    public boolean release(AccountId account, String name, String holder) {
        StoredRows rows = rows();
        Patience patience = rows.table().patience();
        while (true) {
            Optional<Row> held = rows.find(Keys.of(account, Noun.LEASE, name))
                    .filter(row -> !holder.isEmpty() && row.text("holder").equals(holder));
            if (held.isEmpty()) {
                return false;
            }
            if (isKept(rows, held, held.get().with("holder", "").with("until", 0L))) {
                return true;
            }
            rows.table().pauseUnlessOver(patience);
        }
    }

    private static boolean isKept(StoredRows rows, Optional<Row> before, Row after) {
        Condition unchanged = before.map(row -> Condition.all(
                        Condition.equal("number", row.number("number")), Condition.equal("until", row.number("until"))))
                .orElse(Condition.absent());
        return rows.table()
                .write(rows.table().transaction().put(rows.items().of(after), unchanged))
                .isDone();
    }

    @Override
    public Optional<Lease> find(AccountId account, String name) {
        return rows().find(Keys.of(account, Noun.LEASE, name))
                .filter(row -> !row.text("holder").isEmpty())
                .map(DynamoLeaseStore::lease);
    }

    @Override
    public List<Lease> named(AccountId account, String prefix) {
        StoredRows rows = rows();
        List<Lease> named = new ArrayList<>();
        Query beginning = Query.of(Keys.accountPartition(account))
                .beginning(KeyText.of(Noun.LEASE.word(), "") + KeyText.beginning(prefix));
        rows.table().each(beginning, item -> {
            Row row = rows.items().row(item);
            if (row.text("name").startsWith(prefix) && !row.text("holder").isEmpty()) {
                named.add(lease(row));
            }
        });
        return named;
    }

    private static Lease lease(Row row) {
        return new Lease(row.text("name"), row.text("holder"), row.number("number"), RowOf.time(row, "until"));
    }
}
