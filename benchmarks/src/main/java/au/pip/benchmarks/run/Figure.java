package au.pip.benchmarks.run;

import au.pip.benchmarks.measure.Statistics;
import java.util.Collections;
import java.util.List;

/** One figure over the rounds: its median, and the smallest and largest. */
public record Figure(double median, double least, double most) {
    public static Figure of(List<Double> values) {
        return values.isEmpty()
                ? new Figure(Double.NaN, Double.NaN, Double.NaN)
                : new Figure(Statistics.median(values), Collections.min(values), Collections.max(values));
    }

    public boolean isKnown() {
        return !Double.isNaN(median);
    }
}
