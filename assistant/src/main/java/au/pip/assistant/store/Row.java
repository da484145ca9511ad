package au.pip.assistant.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of any noun, the same whichever database it is in.
 *
 * @param values a {@link String}, a {@link Long} or, where the field is optional, null for each of the noun's fields
 */
public record Row(Noun noun, List<@Nullable Object> values) {
    public Row {
        List<Field> fields = noun.fields();
        if (values.size() != fields.size()) {
            throw new IllegalArgumentException(
                    "A row of %s has %d values, not %d.".formatted(noun.word(), fields.size(), values.size()));
        }
        for (int place = 0; place < fields.size(); place++) {
            if (!fields.get(place).allows(values.get(place))) {
                throw new IllegalArgumentException("The value of %s.%s is not one of its kind."
                        .formatted(noun.word(), fields.get(place).name()));
            }
        }
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The values that tell it from the noun's other rows. */
    public List<Object> key() {
        List<Object> key = new ArrayList<>();
        for (int place = 0; place < values.size() && noun.fields().get(place).key(); place++) {
            Object value = values.get(place);
            if (value != null) {
                key.add(value);
            }
        }
        return key;
    }

    /** @throws IllegalArgumentException when the noun has no such text, or it is absent */
    public String text(String field) {
        if (value(field) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(noun.word() + " has no text " + field);
    }

    /** @throws IllegalArgumentException when the noun has no such number */
    public long number(String field) {
        if (value(field) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(noun.word() + " has no number " + field);
    }

    /**
     * The row with another value of one field.
     *
     * @throws IllegalArgumentException when the noun has no such field, or the value is not one of its kind
     */
    public Row with(String field, @Nullable Object value) {
        List<@Nullable Object> changed = new ArrayList<>(values);
        changed.set(place(field), value);
        return new Row(noun, changed);
    }

    /** Null when it is absent. */
    public @Nullable Object value(String field) {
        return values.get(place(field));
    }

    private int place(String field) {
        for (int place = 0; place < values.size(); place++) {
            if (noun.fields().get(place).name().equals(field)) {
                return place;
            }
        }
        throw new IllegalArgumentException(noun.word() + " has no field " + field);
    }
}
