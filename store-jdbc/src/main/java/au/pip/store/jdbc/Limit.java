package au.pip.store.jdbc;

import au.pip.assistant.store.InvalidPage;
import au.pip.assistant.store.Page;
import java.util.List;
import java.util.function.Function;

/** How many rows a caller wants. One more is asked for, to know whether there are more. */
record Limit(int rows) {
    Limit {
        if (rows < 1) {
            throw new InvalidPage("The limit is " + rows + ": it has to be 1 or more.", null);
        }
    }

    Limit atMost(int most) {
        if (rows > most) {
            throw new InvalidPage("The limit is " + rows + ": it has to be " + most + " or less.", null);
        }
        return this;
    }

    long andOneMore() {
        return rows + 1L;
    }

    /**
     * @param found up to {@link #andOneMore} rows
     * @param cursor of a row
     */
    <T> Page<T> page(List<T> found, Function<T, String> cursor) {
        if (found.size() <= rows) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, rows);
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
