package au.pip.store.dynamodb;

import au.pip.assistant.store.Field;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows as items: an attribute for each field that is there, the key, the noun, and what {@link Derived} adds. */
final class Items {
    static final String NOUN = "noun";
    private static final int MOST_IN_ITEM = 300_000;
    private static final int SMALL = 1_000;

    private final Table table;
    private final Texts texts;

    Items(Table table) {
        this.table = table;
        this.texts = new Texts(table);
    }

    /** The item of a row. What is too long for it is written now. */
    Map<String, AttributeValue> of(Row row) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.of(row).attributes());
        item.put(NOUN, Values.text(row.noun().word()));
        for (Field field : row.noun().fields()) {
            Object value = row.value(field.name());
            if (value != null) {
                item.put(field.name(), value(row.noun(), field, value));
            }
        }
        item.putAll(Derived.attributes(row));
        return item;
    }

    private AttributeValue value(Noun noun, Field field, Object value) {
        return switch (value) {
            case Long number -> Values.number(number);
            case String text -> texts.kept(text, field.key() ? Integer.MAX_VALUE : most(noun));
            default -> throw new IllegalArgumentException("no value of a row: " + field.name());
        };
    }

    /** The value of a field that is not part of the key. */
    AttributeValue text(Noun noun, String text) {
        return texts.kept(text, most(noun));
    }

    /** Removes what a text that was replaced, or came to nothing, has outside of its item. */
    void forget(AttributeValue text) {
        texts.forget(text);
    }

    String read(AttributeValue text) {
        return texts.read(text);
    }

    /** How long a text may be within an item: of what is written often, so short that this costs little. */
    private static int most(Noun noun) {
        return switch (noun) {
            case ACCOUNT, CONNECTION, CONVERSATION, RUN, USAGE_RECORD, BUDGET, LEASE -> SMALL;
            case MEMORY, SECRET, ENTRY, RUN_EVENT, APPROVAL, CODE, RESERVATION, AUDIT_ENTRY, JOB ->
                MOST_IN_ITEM
                        / (int) noun.fields().stream()
                                .filter(field -> !field.key() && field.type() == Field.Type.TEXT)
                                .count();
        };
    }

    /** What has to be changed in the item of one row to make it that of another of the same key. */
    Change change(Row before, Row after) {
        Change change = new Change();
        for (Field field : before.noun().fields()) {
            Object value = after.value(field.name());
            if (value == null) {
                change.remove(field.name());
            } else if (!Objects.equals(value, before.value(field.name()))) {
                change.set(field.name(), value(after.noun(), field, value));
            }
        }
        Map<String, AttributeValue> derived = Derived.attributes(after);
        change.setAll(derived);
        Derived.attributes(before).keySet().stream()
                .filter(attribute -> !derived.containsKey(attribute))
                .forEach(change::remove);
        return change;
    }

    Optional<Row> find(Key key) {
        return table.get(key).map(this::row);
    }

    static Noun noun(Map<String, AttributeValue> item) {
        return Noun.valueOf(Values.text(item, NOUN).toUpperCase(Locale.ROOT));
    }

    /** About how much memory an item takes. */
    static long bytes(Map<String, AttributeValue> item) {
        return item.values().stream()
                .mapToLong(value -> switch (value.type()) {
                    case S -> 100 + 2L * value.s().length();
                    case B -> 100 + value.b().asByteArrayUnsafe().length;
                    default -> 200;
                })
                .sum();
    }

    /** The row of an item; as it is now if a long text of it was replaced since the item was read. */
    Row row(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> read = item;
        while (true) {
            try {
                return row(noun(read), read);
            } catch (StoreException failure) {
                Map<String, AttributeValue> now = failure.getCause() instanceof Texts.PartsGone
                        ? table.get(Key.of(item)).orElse(read)
                        : read;
                if (now.equals(read)) {
                    throw failure;
                }
                read = now;
            }
        }
    }

    static Map<String, AttributeValue> without(Map<String, AttributeValue> item, Set<String> attributes) {
        Map<String, AttributeValue> left = new HashMap<>(item);
        left.keySet().removeAll(attributes);
        return left;
    }

    Row row(Noun noun, Map<String, AttributeValue> item) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : noun.fields()) {
            AttributeValue value = item.get(field.name());
            values.add(
                    value == null
                            ? null
                            : field.type() == Field.Type.NUMBER
                                    ? Long.valueOf(Values.number(value))
                                    : texts.read(value));
        }
        return RowOf.of(noun, values);
    }

    /** The rows that pointers point to, in their order. One that has gone meanwhile is left out. */
    List<Row> pointedTo(Collection<Map<String, AttributeValue>> pointers) {
        return all(pointers.stream().map(Pointer::target).toList(), Set.of());
    }

    /** @param without optional attributes that are taken for absent */
    List<Row> all(List<Key> keys, Set<String> without) {
        Map<Key, Map<String, AttributeValue>> found = table.getAll(keys);
        return keys.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(item -> row(without(item, without)))
                .toList();
    }
}
