package au.pip.assistant.care;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.function.Consumer;

/** Where rows come from: a database or an {@link Archive}. */
@FunctionalInterface
public interface RowSource {
    /** Gives all rows, noun by noun in the order of {@link Noun}. What the reader throws goes through. */
    void read(Consumer<Row> reader);
}
