package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.EventLog;
import au.pip.assistant.store.spi.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The run's item counts its events: whoever appends says what it stood at, so nothing is read before. */
final class DynamoEventLog implements EventLog {
    private final StoredRows rows;
    private final EventItems events;

    DynamoEventLog(StoredRows rows) {
        this.rows = rows;
        this.events = new EventItems(rows.items());
    }

    @Override
    public void append(AccountId account, String runId, List<LoggedEvent> appended) {
        if (appended.isEmpty()) {
            return;
        }
        long last = appended.getFirst().sequence() - 1;
        requireOneAfterTheOther(last, appended);
        Transaction transaction = rows.table()
                .transaction()
                .update(
                        Keys.run(account, runId),
                        new Change().set(Derived.LAST_EVENT, appended.getLast().sequence()),
                        Condition.equal(Derived.LAST_EVENT, last));
        events.of(account, runId, appended).forEach(transaction::put);
        if (rows.table().write(transaction) instanceof Written.Refused refused) {
            Map<String, AttributeValue> run = refused.found(0);
            throw new IllegalArgumentException(
                    run.isEmpty()
                            ? "There is no run " + runId + "."
                            : notNext(Values.number(run, Derived.LAST_EVENT) + 1, appended.getFirst()));
        }
    }

    private static void requireOneAfterTheOther(long last, List<LoggedEvent> appended) {
        long next = last;
        for (LoggedEvent event : appended) {
            next++;
            if (event.sequence() != next) {
                throw new IllegalArgumentException(notNext(next, event));
            }
        }
    }

    private static String notNext(long next, LoggedEvent event) {
        return "The run's next event is " + next + ", not " + event.sequence() + ".";
    }

    @Override
    public List<LoggedEvent> after(AccountId account, String runId, long sequence, int limit) {
        int most = new Limit(limit).rows();
        List<LoggedEvent> found = new ArrayList<>();
        Query query = Query.of(Keys.runPartition(account, runId))
                .between(Keys.eventSort(sequence) + "$", Keys.eventSort(Long.MAX_VALUE) + "$");
        for (Map<String, AttributeValue> item : rows.table().first(query, most)) {
            events.rows(item).stream()
                    .map(row -> new LoggedEvent(row.number("sequence"), row.text("type"), row.text("body")))
                    .filter(event -> event.sequence() > sequence && found.size() < most)
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public long last(AccountId account, String runId) {
        return rows.table()
                .get(Keys.run(account, runId))
                .map(run -> Values.number(run, Derived.LAST_EVENT))
                .orElse(0L);
    }
}
