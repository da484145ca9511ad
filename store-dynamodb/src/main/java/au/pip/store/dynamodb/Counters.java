package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts rows that are added as they are, in the items that count them otherwise when they come. */
final class Counters {
    private final Table table;

    Counters(Table table) {
        this.table = table;
    }

    void count(List<Row> added) {
        Map<Key, Long> entries = new HashMap<>();
        Map<Key, Long> events = new HashMap<>();
        for (Row row : added) {
            AccountId account = new AccountId(row.text("account_id"));
            switch (row.noun()) {
                case ENTRY ->
                    entries.merge(
                            Keys.conversation(account, row.text("conversation_id")), row.number("sequence"), Long::max);
                case RUN_EVENT ->
                    events.merge(Keys.run(account, row.text("run_id")), row.number("sequence"), Long::max);
                default -> {}
            }
        }
        entries.forEach((key, last) -> raise(key, Derived.LAST_SEQUENCE, last));
        events.forEach((key, last) -> raise(key, Derived.LAST_EVENT, last));
    }

    /** Unless it is as high already. */
    private void raise(Key key, String counter, long last) {
        table.write(table.transaction().update(key, new Change().set(counter, last), Condition.below(counter, last)));
    }
}
