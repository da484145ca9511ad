package au.pip.store.dynamodb;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads all rows noun by noun, although a table lies in no such order. Each pass over it gives the rows of the first
 * noun that is left as they come, and keeps those of the nouns after it while there is room; of what does not fit the
 * last noun goes, to be read in another pass. A small table takes one pass, the greatest one for each noun.
 */
final class RowReading {
    private final Table table;
    private final Items items;
    private final EventItems events;
    private final long room;

    /** @param room how many bytes of items to keep */
    RowReading(Table table, Items items, long room) {
        this.table = table;
        this.items = items;
        this.events = new EventItems(items);
        this.room = room;
    }

    /** Answers how many passes it took. */
    int read(Consumer<Row> reader) {
        List<Noun> left = new ArrayList<>(List.of(Noun.values()));
        int passes = 0;
        while (!left.isEmpty()) {
            Noun first = left.removeFirst();
            Kept kept = new Kept(left);
            table.scan(ofThese(Stream.concat(Stream.of(first), left.stream())), item -> {
                Noun noun = Items.noun(item);
                if (noun == first) {
                    rows(item).forEach(reader);
                } else {
                    kept.keep(noun, item);
                }
                return true;
            });
            left.removeAll(kept.items.keySet());
            kept.items.values().forEach(some -> some.forEach(item -> rows(item).forEach(reader)));
            passes++;
        }
        return passes;
    }

    /** In one pass, as the rows come. */
    void read(Set<Noun> nouns, Consumer<Row> reader) {
        table.scan(ofThese(nouns.stream()), item -> {
            rows(item).forEach(reader);
            return true;
        });
    }

    private static Condition ofThese(Stream<Noun> nouns) {
        return Condition.any(
                nouns.map(noun -> Condition.equal(Items.NOUN, noun.word())).toArray(Condition[]::new));
    }

    private List<Row> rows(Map<String, AttributeValue> item) {
        return Items.noun(item) == Noun.RUN_EVENT ? events.rows(item) : List.of(items.row(item));
    }

    /** The items of the next nouns, of each either all or none. */
    private final class Kept {
        private final NavigableMap<Noun, List<Map<String, AttributeValue>>> items =
                new TreeMap<>(Comparator.naturalOrder());
        private final Map<Noun, Long> bytes = new EnumMap<>(Noun.class);

        Kept(List<Noun> nouns) {
            nouns.forEach(noun -> items.put(noun, new ArrayList<>()));
        }

        void keep(Noun noun, Map<String, AttributeValue> item) {
            if (!items.containsKey(noun)) {
                return;
            }
            items.get(noun).add(item);
            bytes.merge(noun, Items.bytes(item), Long::sum);
            while (!items.isEmpty()
                    && bytes.values().stream().mapToLong(Long::longValue).sum() > room) {
                Noun last = items.lastKey();
                items.remove(last);
                bytes.remove(last);
            }
        }
    }
}
