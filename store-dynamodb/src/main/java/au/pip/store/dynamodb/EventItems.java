package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Events as items: one each, or many in one. */
final class EventItems {
    /** With the run's own item, and well below four megabytes. */
    private static final int MOST_APART = 80;

    private static final int MOST_CHARACTERS = 500_000;
    private static final String FIRST = "first";
    private static final String PACKED = "packed";

    private final Items items;

    EventItems(Items items) {
        this.items = items;
    }

    static Row row(AccountId account, String runId, LoggedEvent event) {
        return RowOf.of(Noun.RUN_EVENT, account.value(), runId, event.sequence(), event.type(), event.body());
    }

    /** @param events at least one, one after the other */
    List<Map<String, AttributeValue>> of(AccountId account, String runId, List<LoggedEvent> events) {
        long characters = events.stream()
                .mapToLong(event -> event.type().length() + event.body().length())
                .sum();
        if (events.size() == 1 || (events.size() <= MOST_APART && characters <= MOST_CHARACTERS)) {
            return events.stream()
                    .map(event -> items.of(row(account, runId, event)))
                    .toList();
        }
        LoggedEvent last = events.getLast();
        Map<String, AttributeValue> pack =
                new HashMap<>(items.of(row(account, runId, new LoggedEvent(last.sequence(), "", ""))));
        pack.put(FIRST, Values.number(events.getFirst().sequence()));
        pack.put(PACKED, items.text(Noun.RUN_EVENT, EventPack.written(events)));
        return List.of(pack);
    }

    /** The rows of an item. */
    List<Row> rows(Map<String, AttributeValue> item) {
        Row row = items.row(item);
        AttributeValue packed = item.get(PACKED);
        if (packed == null) {
            return List.of(row);
        }
        AccountId account = new AccountId(row.text("account_id"));
        return EventPack.read(Values.number(item, FIRST), items.read(packed)).stream()
                .map(event -> row(account, row.text("run_id"), event))
                .toList();
    }
}
