package au.pip.store.dynamodb;

import au.pip.assistant.store.Page;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.spi.Limit;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of the table, written together with what is derived from them. */
record StoredRows(Table table, Items items) {
    /** The same for one piece of work that is over, done or not, after that time. */
    StoredRows within(Duration most) {
        Table urgent = table.within(most);
        return new StoredRows(urgent, new Items(urgent));
    }

    Optional<Row> find(Key key) {
        return items.find(key);
    }

    /** Keeps a row that there is not yet; it is the transaction's first write. */
    Transaction addition(Row row) {
        Map<String, AttributeValue> item = items.of(row);
        Transaction transaction = table.transaction().put(item, Condition.absent());
        Derived.items(row, item).forEach(transaction::put);
        return transaction;
    }

    Replacement replacement() {
        return new Replacement(table, items);
    }

    boolean add(Row row) {
        return table.write(addition(row)).isDone();
    }

    /**
     * Makes another row of a row; it is the transaction's first write. Not for nouns whose items count what comes
     * later.
     *
     * @param condition what shows that the row is still as it was
     */
    Transaction change(Row before, Row after, Condition condition) {
        Transaction transaction = table.transaction().update(Keys.of(before), items.change(before, after), condition);
        List<Map<String, AttributeValue>> derivedBefore = Derived.items(before, Map.of());
        List<Map<String, AttributeValue>> derivedAfter = Derived.items(after, Map.of());
        Set<Key> kept = new HashSet<>(Derived.keys(derivedAfter));
        Derived.keys(derivedBefore).stream().filter(key -> !kept.contains(key)).forEach(transaction::delete);
        derivedAfter.stream().filter(item -> !derivedBefore.contains(item)).forEach(transaction::put);
        return transaction;
    }

    /** A page of the rows that a list's pointers point to. */
    Page<Row> page(Query list, String name, @Nullable String cursor, int limit) {
        return page(list, name, cursor, limit, Set.of());
    }

    /** @param without optional attributes that are not read */
    Page<Row> page(Query list, String name, @Nullable String cursor, int limit, Set<String> without) {
        Limit rows = new Limit(limit).atMost(100);
        Page<Map<String, AttributeValue>> pointers = rows.page(
                table.first(placed(list, name, cursor), Math.toIntExact(rows.andOneMore())),
                last -> TableCursor.at(name, Values.text(last, list.sortName())));
        List<Key> keys = pointers.items().stream()
                .map(list.index() ? Key::of : Pointer::target)
                .toList();
        return new Page<>(items.all(keys, without), pointers.next());
    }

    private static Query placed(Query list, String name, @Nullable String cursor) {
        if (cursor == null) {
            return list;
        }
        String place = TableCursor.place(name, cursor);
        return list.descending() ? list.before(place) : list.after(place);
    }
}
