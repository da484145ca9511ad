package au.pip.store.dynamodb;

import au.pip.assistant.store.Field;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Puts rows and texts in the place of others, and removes rows. The parts of long texts that nothing refers to any more
 * go afterwards: a write is refused, and tried again, when the item has other parts than are known, so that of several
 * at once none leaves another's behind. A crash in between leaves them.
 */
final class Replacement {
    private final Table table;
    private final Items items;

    Replacement(Table table, Items items) {
        this.table = table;
        this.items = items;
    }

    /** Keeps a row without derived items in the place of whatever is there. */
    void put(Row row) {
        if (!put(row, List.of())) {
            throw new IllegalStateException("a " + row.noun().word() + " was refused without a reason");
        }
    }

    /** The same, if what is there is like that; answers whether it was. */
    boolean put(Row row, Condition condition) {
        return put(row, List.of(condition));
    }

    private boolean put(Row row, List<Condition> conditions) {
        Map<String, AttributeValue> item = items.of(row);
        List<String> texts = texts(row.noun());
        boolean written =
                write(texts, Map.of(), conditions, met -> table.transaction().put(item, met));
        if (!written) {
            parts(texts, item).values().forEach(this::forget);
        }
        return written;
    }

    /** Removes a row without derived items, if there is one that is like that; answers whether there was. */
    boolean remove(Noun noun, Key key, Condition condition) {
        return write(
                texts(noun),
                Map.of(),
                List.of(condition),
                met -> table.transaction().delete(key, met));
    }

    /** Puts texts in the place of a row's, by their fields; answers whether there is the row. */
    boolean change(Noun noun, Key key, Map<String, String> texts) {
        Optional<Map<String, AttributeValue>> before = table.get(key);
        if (before.isEmpty()) {
            return false;
        }
        Map<String, AttributeValue> kept = new HashMap<>();
        texts.forEach((field, text) -> kept.put(field, items.text(noun, text)));
        List<String> fields = List.copyOf(texts.keySet());
        boolean written = write(
                fields,
                parts(fields, before.get()),
                List.of(Condition.exists()),
                met -> table.transaction().update(key, new Change().setAll(kept), met));
        if (!written) {
            kept.values().forEach(this::forget);
        }
        return written;
    }

    /**
     * @param fields those whose texts are replaced
     * @param known the parts that they seem to have, by field
     * @param transaction one that writes the item only where a condition is met
     */
    private boolean write(
            List<String> fields,
            Map<String, AttributeValue> known,
            List<Condition> conditions,
            Function<Condition, Transaction> transaction) {
        Map<String, AttributeValue> parts = known;
        Patience patience = table.patience();
        while (true) {
            List<Condition> all = new ArrayList<>(conditions);
            for (String field : fields) {
                AttributeValue part = parts.get(field);
                all.add(part == null ? Condition.isNot(field, AttributeValue.Type.M) : Condition.equal(field, part));
            }
            switch (table.write(transaction.apply(Condition.all(all.toArray(Condition[]::new))))) {
                case Written.Done _ -> {
                    parts.values().forEach(this::forget);
                    return true;
                }
                case Written.Refused refused -> {
                    Map<String, AttributeValue> there = parts(fields, refused.found(0));
                    if (there.equals(parts)) {
                        return false;
                    }
                    parts = there;
                }
            }
            table.pauseUnlessOver(patience);
        }
    }

    private static List<String> texts(Noun noun) {
        return noun.fields().stream()
                .filter(field -> !field.key() && field.type() == Field.Type.TEXT)
                .map(Field::name)
                .toList();
    }

    private static Map<String, AttributeValue> parts(List<String> fields, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> parts = new HashMap<>();
        for (String field : fields) {
            AttributeValue value = item.get(field);
            if (value != null && value.type() == AttributeValue.Type.M) {
                parts.put(field, value);
            }
        }
        return parts;
    }

    /** What is left when this fails takes room and does no harm. */
    private void forget(AttributeValue text) {
        try {
            items.forget(text);
        } catch (StoreException left) {
            System.getLogger(Replacement.class.getName())
                    .log(System.Logger.Level.WARNING, "parts of a text that was replaced are left", left);
        }
    }
}
