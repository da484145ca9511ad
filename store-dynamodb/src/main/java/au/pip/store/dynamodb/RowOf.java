package au.pip.store.dynamodb;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows, and reads their times. */
final class RowOf {
    private RowOf() {}

    /** @param values of the noun's fields, in their order */
    static Row of(Noun noun, @Nullable Object... values) {
        return of(noun, Arrays.asList(values));
    }

    /** The class file of a record does not tell NullAway that its constructor takes absent values. */
    @SuppressWarnings("NullAway")
    static Row of(Noun noun, List<@Nullable Object> values) {
        return new Row(noun, values);
    }

    static Instant time(Row row, String field) {
        return Instant.ofEpochMilli(row.number(field));
    }
}
