package au.pip.store.dynamodb;

import au.pip.assistant.store.Noun;
import java.util.function.Predicate;

/** Removes what the index lists. The index may be a moment old, so each item has to be as it says. */
final class Forgetting {
    private Forgetting() {}

    /** Removes rows, and answers how many there were. */
    static int all(StoredRows rows, Noun noun, Query listed, Condition condition) {
        return all(rows.table(), listed, key -> rows.replacement().remove(noun, key, condition));
    }

    /** Removes items that are no rows, and answers how many there were. */
    static int items(Table table, Query listed, Condition condition) {
        return all(
                table,
                listed,
                key -> table.write(table.transaction().delete(key, condition)).isDone());
    }

    private static int all(Table table, Query listed, Predicate<Key> removing) {
        int[] forgotten = new int[1];
        table.each(listed, item -> {
            if (removing.test(Key.of(item))) {
                forgotten[0]++;
            }
        });
        return forgotten[0];
    }
}
