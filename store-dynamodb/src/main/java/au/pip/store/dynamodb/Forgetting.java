package au.pip.store.dynamodb;

/** Removes what the index lists. The index may be a moment old, so each item has to be as it says. */
final class Forgetting {
    private Forgetting() {}

    /** Answers how many there were. */
    static int all(Table table, Query listed, Condition condition) {
        int[] forgotten = new int[1];
        table.each(listed, item -> {
            if (table.write(table.transaction().delete(Key.of(item), condition)).isDone()) {
                forgotten[0]++;
            }
        });
        return forgotten[0];
    }
}
