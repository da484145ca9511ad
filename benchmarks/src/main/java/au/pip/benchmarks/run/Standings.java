package au.pip.benchmarks.run;

import au.pip.benchmarks.contender.Entrant;
import au.pip.benchmarks.measure.Metric;
import au.pip.benchmarks.measure.Statistics;
import au.pip.benchmarks.wire.Protocol;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one protocol, compared. A round in which the floor itself took a fifth more or less processor time than
 * in its median round is rejected, unless at least two contenders took more or less in the same proportion: then the
 * whole round was slow or fast, which cancels out in its ratios. A contender that was wrong once is out of all rounds.
 */
final class Standings {
    private static final double FLOOR_MAY_DIFFER = 0.20;

    private static final int FEWEST_OTHERS = 2;

    private final Entrant floor;
    private final List<Entrant> others;
    private final List<Round> accepted;
    private final List<Round> rejected;

    Standings(Protocol protocol, List<Round> rounds) {
        this.floor = Entrant.of(protocol).getFirst();
        this.others = Entrant.of(protocol).stream()
                .filter(entrant -> !entrant.isFloor() && !entrant.isPip())
                .toList();
        this.accepted = rounds.stream().filter(round -> isSteady(round, rounds)).toList();
        this.rejected =
                rounds.stream().filter(round -> !accepted.contains(round)).toList();
    }

    private boolean isSteady(Round round, List<Round> all) {
        double own = pace(floor, round, all);
        List<Double> paces = others.stream()
                .map(other -> pace(other, round, all))
                .filter(pace -> !Double.isNaN(pace))
                .toList();
        double common = paces.size() < FEWEST_OTHERS ? 1 : Statistics.median(paces);
        return differsLittle(own) || differsLittle(own / common);
    }

    /** Not for what is unknown. */
    private static boolean differsLittle(double ratio) {
        return Math.abs(ratio - 1) <= FLOOR_MAY_DIFFER;
    }

    /** Processor time in a round, as a multiple of the median of all rounds. */
    private static double pace(Entrant entrant, Round round, List<Round> all) {
        return value(round, entrant, Metric.CPU) / Statistics.median(values(all, entrant, Metric.CPU));
    }

    /** The floor's processor time in a round, in milliseconds; not a number when it was not found. */
    double floorCpu(Round round) {
        return value(round, floor, Metric.CPU);
    }

    List<Round> rejected() {
        return rejected;
    }

    List<Round> accepted() {
        return accepted;
    }

    /** What the contender got wrong in any round; null when nothing. */
    @Nullable
    String wrong(Entrant entrant) {
        return Stream.concat(accepted.stream(), rejected.stream())
                .map(round -> round.of(entrant).wrong())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    List<String> notes(Entrant entrant) {
        return accepted.stream()
                .flatMap(round -> round.of(entrant).notes().stream())
                .distinct()
                .toList();
    }

    Figure figure(Entrant entrant, Metric metric) {
        return Figure.of(wrong(entrant) == null ? values(accepted, entrant, metric) : List.of());
    }

    Figure ratioToFloor(Entrant entrant, Metric metric) {
        return ratio(entrant, floor, metric);
    }

    /** Of each round's two figures, so that what slows a whole round cancels out. */
    Figure ratio(Entrant entrant, Entrant other, Metric metric) {
        if (wrong(entrant) != null || wrong(other) != null) {
            return Figure.of(List.of());
        }
        return Figure.of(accepted.stream()
                .filter(round -> round.of(entrant).figures().containsKey(metric)
                        && round.of(other).figures().containsKey(metric))
                .map(round -> value(round, entrant, metric) / value(round, other, metric))
                .toList());
    }

    private static List<Double> values(List<Round> rounds, Entrant entrant, Metric metric) {
        return rounds.stream()
                .filter(round -> round.of(entrant).figures().containsKey(metric))
                .map(round -> value(round, entrant, metric))
                .toList();
    }

    private static double value(Round round, Entrant entrant, Metric metric) {
        return round.of(entrant).figures().getOrDefault(metric, Double.NaN);
    }
}
