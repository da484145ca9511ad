package au.pip.assistant.care;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.Rows;
import java.util.Set;
import java.util.function.Consumer;

/** Where rows come from: a database or an {@link Archive}. */
@FunctionalInterface
public interface RowSource {
    /** Gives all rows, noun by noun in the order of {@link Noun}. What the reader throws goes through. */
    void read(Consumer<Row> reader);

    /** Gives the rows of these nouns only; of what is numbered in the order of the numbers, otherwise in any order. */
    default void read(Set<Noun> nouns, Consumer<Row> reader) {
        read(row -> {
            if (nouns.contains(row.noun())) {
                reader.accept(row);
            }
        });
    }

    static RowSource of(Rows rows) {
        return new RowSource() {
            @Override
            public void read(Consumer<Row> reader) {
                rows.read(reader);
            }

            @Override
            public void read(Set<Noun> nouns, Consumer<Row> reader) {
                rows.read(nouns, reader);
            }
        };
    }
}
