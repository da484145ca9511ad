package au.pip.store.dynamodb;

import au.pip.assistant.store.Noun;

/** Removes what the index lists. The index may be a moment old, so each item has to be as it says. */
final class Forgetting {
    private Forgetting() {}

    /** Answers how many there were. */
    static int all(StoredRows rows, Noun noun, Query listed, Condition condition) {
        int[] forgotten = new int[1];
        rows.table().each(listed, item -> {
            if (rows.replacement().remove(noun, Key.of(item), condition)) {
                forgotten[0]++;
            }
        });
        return forgotten[0];
    }
}
