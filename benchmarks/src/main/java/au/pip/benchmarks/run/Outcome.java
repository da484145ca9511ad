package au.pip.benchmarks.run;

import au.pip.benchmarks.measure.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one worker found.
 *
 * @param wrong what the contender got wrong, which voids its figures; null when all replies were right
 */
record Outcome(
        Map<Metric, Double> figures,
        List<String> notes,
        @Nullable String wrong) {
    Outcome {
        figures = Map.copyOf(figures);
        notes = List.copyOf(notes);
    }

    static Outcome failed(String why) {
        return new Outcome(Map.of(), List.of(), why);
    }

    /** Reads a worker's lines; others are read over. */
    static Outcome parse(List<String> lines) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        List<String> notes = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "metric" -> {
                    String[] figure = words[1].split(" ");
                    figures.put(Metric.valueOf(figure[0]), Double.valueOf(figure[1]));
                }
                case "note" -> notes.add(words[1]);
                case "wrong" -> {
                    return new Outcome(Map.of(), notes, words[1]);
                }
                default -> {}
            }
        }
        return new Outcome(figures, notes, null);
    }
}
