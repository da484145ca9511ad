package au.pip.assistant.store.spi;

import au.pip.assistant.store.UsageStore.Sum;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up usage by provider and model, record by record and exactly: databases' own sums of decimals may be floats. */
public final class UsageSums {
    private final Map<Model, Sum> sums = new HashMap<>();

    /** @param record the sum over one record */
    public void add(Sum record) {
        sums.merge(new Model(record.provider(), record.model()), record, Sum::plus);
    }

    /** By provider, then by model. */
    public List<Sum> all() {
        return sums.values().stream()
                .sorted(Comparator.comparing(Sum::provider).thenComparing(Sum::model))
                .toList();
    }

    private record Model(String provider, String name) {}
}
