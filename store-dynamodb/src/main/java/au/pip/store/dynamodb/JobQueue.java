package au.pip.store.dynamodb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where the jobs of a kind stand: those that wait by when they are due, those that are held by when that ends. */
final class JobQueue {
    private static final int SOME = 25;

    private final Table table;

    JobQueue(Table table) {
        this.table = table;
    }

    /** The jobs that may be claimed, the one that has been due longest first; not all of them when there are many. */
    List<Key> free(String kind, long now) {
        List<Map<String, AttributeValue>> free = new ArrayList<>(table.first(upTo(kind, "waiting", now), SOME));
        table.each(upTo(kind, "claimed", now), free::add);
        free.sort(Comparator.comparingLong((Map<String, AttributeValue> place) -> Values.number(place, Derived.DUE))
                .thenComparing(place -> Key.of(place).sort()));
        return free.stream().map(Pointer::target).toList();
    }

    private static Query upTo(String kind, String state, long now) {
        return Query.of(Lists.jobs(kind))
                .between(
                        KeyText.of(state, KeyText.number(Long.MIN_VALUE)),
                        KeyText.of(state, KeyText.number(now)) + "$");
    }
}
