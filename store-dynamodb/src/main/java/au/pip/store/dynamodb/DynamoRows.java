package au.pip.store.dynamodb;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An index of nouns would make every write dearer, for the sake of what a host does once a day; so rows are scanned. */
final class DynamoRows implements Rows {
    private static final Key ARRIVING = new Key("database", "arriving");
    private static final String FROM = "from";
    private static final int MOST_ADDED = 100;
    /** Of what is read and kept until its turn comes, in bytes. */
    private static final long ROOM = 32_000_000;

    private final StoredRows rows;
    private final EventItems events;
    private final Counters counters;

    DynamoRows(StoredRows rows) {
        this.rows = rows;
        this.events = new EventItems(rows.items());
        this.counters = new Counters(rows.table());
    }

    @Override
    public void read(Consumer<Row> reader) {
        new RowReading(rows.table(), rows.items(), ROOM).read(reader);
    }

    @Override
    public void read(Set<Noun> nouns, Consumer<Row> reader) {
        new RowReading(rows.table(), rows.items(), ROOM).read(nouns, reader);
    }

    @Override
    public boolean readsOneMoment() {
        return false;
    }

    /**
     * What is derived is written again for rows that are there already, since what broke off may have come between.
     * Rows come first: a counter is of a row that is there.
     */
    @Override
    public void add(List<Row> added) {
        if (added.size() > MOST_ADDED) {
            throw new IllegalArgumentException("Rows are added " + MOST_ADDED + " at a time at most.");
        }
        Map<Key, Row> byKey = new LinkedHashMap<>();
        for (Row row : added) {
            requireSame(byKey.putIfAbsent(Keys.of(row), row), row);
        }
        Map<Key, Map<String, AttributeValue>> there = rows.table().getAll(byKey.keySet());
        List<Map<String, AttributeValue>> missing = new ArrayList<>();
        List<Map<String, AttributeValue>> derived = new ArrayList<>();
        byKey.forEach((key, row) -> {
            Map<String, AttributeValue> item = there.get(key);
            if (item == null && !isPacked(row)) {
                item = rows.items().of(row);
                missing.add(item);
            } else if (item != null) {
                requireSame(rowAt(item, row), row);
            }
            derived.addAll(Derived.items(row, item == null ? Map.of() : item));
        });
        rows.table().putAll(missing);
        rows.table().putAll(derived);
        counters.count(added);
    }

    /** The row of an item; of one that holds many events the one that is meant. */
    private Row rowAt(Map<String, AttributeValue> item, Row meant) {
        if (meant.noun() != Noun.RUN_EVENT) {
            return rows.items().row(item);
        }
        return events.rows(item).stream()
                .filter(event -> event.number("sequence") == meant.number("sequence"))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it is an event that is there among others in one item, behind its own place. */
    private boolean isPacked(Row row) {
        if (row.noun() != Noun.RUN_EVENT) {
            return false;
        }
        Key place = Keys.of(row);
        List<Map<String, AttributeValue>> next = rows.table()
                .first(Query.of(place.partition()).between(place.sort(), Keys.eventSort(Long.MAX_VALUE) + "$"), 1);
        Optional<Row> found = next.stream()
                .flatMap(item -> events.rows(item).stream())
                .filter(event -> event.number("sequence") == row.number("sequence"))
                .findFirst();
        found.ifPresent(event -> requireSame(event, row));
        return found.isPresent();
    }

    private static void requireSame(@Nullable Row there, Row row) {
        if (there != null && !there.equals(row)) {
            throw new IllegalStateException("There is another " + row.noun().word() + " of this key already.");
        }
    }

    @Override
    public boolean isEmpty() {
        boolean[] empty = {true};
        rows.table().scan(Condition.has(Items.NOUN), item -> {
            empty[0] = false;
            return false;
        });
        return empty[0];
    }

    @Override
    public void arriving(String from) {
        Map<String, AttributeValue> note = new HashMap<>(ARRIVING.attributes());
        note.put(FROM, new Texts(rows.table()).kept(from, 1_000));
        rows.table().write(rows.table().transaction().put(note));
    }

    @Override
    public Optional<String> arrivingFrom() {
        return rows.table().get(ARRIVING).map(note -> rows.items().read(Values.of(note, FROM)));
    }

    @Override
    public void arrived() {
        rows.table().write(rows.table().transaction().delete(ARRIVING));
    }
}
