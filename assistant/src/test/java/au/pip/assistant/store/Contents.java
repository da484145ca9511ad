package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** All rows of a database as a list that can be compared: sorted by noun and key, whatever order they came in. */
public final class Contents {
    private static final int BATCH = 100;

    private Contents() {}

    public static List<Row> of(Stores stores) {
        return sorted(stores, row -> true);
    }

    public static List<Row> of(Stores stores, Noun noun) {
        return sorted(stores, row -> row.noun() == noun);
    }

    public static List<Row> of(Stores stores, AccountId account) {
        return sorted(stores, row -> row.text("account_id").equals(account.value()));
    }

    /** Adds rows in batches, in the order they are given. */
    public static void add(List<Row> rows, Stores stores) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            stores.rows().add(rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    private static List<Row> sorted(Stores stores, Predicate<Row> wanted) {
        List<Row> rows = new ArrayList<>();
        stores.rows().read(row -> {
            if (wanted.test(row)) {
                rows.add(row);
            }
        });
        rows.sort(Comparator.comparing(Row::noun).thenComparing(Row::key, Contents::compare));
        return rows;
    }

    /** Keys of one noun. */
    private static int compare(List<Object> one, List<Object> other) {
        for (int place = 0; place < one.size(); place++) {
            int order = switch (one.get(place)) {
                case String text -> Bytewise.ORDER.compare(text, (String) other.get(place));
                case Long number -> number.compareTo((Long) other.get(place));
                case Object value -> throw new IllegalStateException("not a value of a row: " + value);
            };
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
