package au.pip.store.dynamodb;

import au.pip.assistant.store.Field;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows, and rows that differ in a few values. */
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

    /** The row with another value of one field. */
    static Row with(Row row, String field, Object value) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field each : row.noun().fields()) {
            values.add(each.name().equals(field) ? value : row.value(each.name()));
        }
        return of(row.noun(), values);
    }

    static Instant time(Row row, String field) {
        return Instant.ofEpochMilli(row.number(field));
    }
}
