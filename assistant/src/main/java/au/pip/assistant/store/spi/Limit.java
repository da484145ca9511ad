package au.pip.assistant.store.spi;

import au.pip.assistant.store.InvalidPage;
import au.pip.assistant.store.Page;
import java.util.List;
import java.util.function.Function;

/** How many rows a caller wants. One more is asked for, to know whether there are more. */
public record Limit(int rows) {
    public Limit {
        if (rows < 1) {
            throw new InvalidPage("The limit is " + rows + ": it has to be 1 or more.", null);
        }
    }

    public Limit atMost(int most) {
        if (rows > most) {
            throw new InvalidPage("The limit is " + rows + ": it has to be " + most + " or less.", null);
        }
        return this;
    }

    public long andOneMore() {
        return rows + 1L;
    }

    /**
     * @param found up to {@link #andOneMore} rows
     * @param cursor of a row
     */
    public <T> Page<T> page(List<T> found, Function<T, String> cursor) {
        if (found.size() <= rows) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, rows);
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
