package au.pip.benchmarks.store;

import au.pip.benchmarks.run.Figure;
import au.pip.benchmarks.store.StoreUnderTest.Who;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was measured of one database, round by round. */
final class StoreFigures {
    private record Of(Measure measure, Who who) {}

    private final StoreUnderTest database;
    private final Map<Of, List<Double>> perSecond = new HashMap<>();
    private final Map<Of, List<Double>> frozen = new HashMap<>();

    StoreFigures(StoreUnderTest database) {
        this.database = database;
    }

    StoreUnderTest database() {
        return database;
    }

    void add(Measure measure, Who who, double aSecond, double frozenMillis) {
        Of of = new Of(measure, who);
        perSecond.computeIfAbsent(of, _ -> new ArrayList<>()).add(aSecond);
        frozen.computeIfAbsent(of, _ -> new ArrayList<>()).add(frozenMillis);
    }

    Figure perSecond(Measure measure, Who who) {
        return Figure.of(perSecond.getOrDefault(new Of(measure, who), List.of()));
    }

    Figure frozen(Measure measure, Who who) {
        return Figure.of(frozen.getOrDefault(new Of(measure, who), List.of()));
    }

    /** How much longer Pip takes than the bare driver, from round to round. */
    Figure ratio(Measure measure) {
        List<Double> ours = perSecond.getOrDefault(new Of(measure, Who.PIP), List.of());
        List<Double> bare = perSecond.getOrDefault(new Of(measure, Who.BARE_DRIVER), List.of());
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(ours.size(), bare.size()); round++) {
            ratios.add(bare.get(round) / ours.get(round));
        }
        return Figure.of(ratios);
    }
}
