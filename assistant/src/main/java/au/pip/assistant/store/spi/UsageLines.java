package au.pip.assistant.store.spi;

import au.pip.assistant.store.UsageStore.Line;
import au.pip.assistant.store.UsageStore.Sum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up usage by conversation, provider, model and price, record by record and exactly. */
public final class UsageLines {
    private final Map<Key, Line> lines = new HashMap<>();

    /** @param record the line of one record */
    public void add(Line record) {
        lines.merge(Key.of(record), record, UsageLines::plus);
    }

    /** In no order. */
    public List<Line> all() {
        return List.copyOf(lines.values());
    }

    private static Line plus(Line one, Line other) {
        return new Line(one.conversationId(), one.priceVersion(), one.sum().plus(other.sum()));
    }

    private record Key(
            String conversationId,
            String provider,
            String model,
            @Nullable String priceVersion) {
        static Key of(Line line) {
            Sum sum = line.sum();
            return new Key(line.conversationId(), sum.provider(), sum.model(), line.priceVersion());
        }
    }
}
