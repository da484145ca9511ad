package au.pip.evaluation.ledgerqa;

import au.pip.evaluation.run.Wilson;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a number of questions came to.
 *
 * @param costUsd null as soon as one price is not known: a part is not the whole
 * @param median of the milliseconds from question to answer
 * @param p95 nineteen in twenty took no longer
 */
record Tally(
        String name,
        int questions,
        Map<Score, Wilson> scores,
        long inputTokens,
        long outputTokens,
        @Nullable BigDecimal costUsd,
        double toolCalls,
        long median,
        long p95) {

    static Tally of(String name, List<Result> results) {
        Map<Score, Wilson> scores = new LinkedHashMap<>();
        for (Score score : Score.values()) {
            long hits = results.stream().filter(each -> each.score() == score).count();
            scores.put(score, Wilson.of((int) hits, results.size()));
        }
        List<Long> millis = results.stream().map(Result::millis).sorted().toList();
        return new Tally(
                name,
                results.size(),
                scores,
                results.stream().mapToLong(Result::inputTokens).sum(),
                results.stream().mapToLong(Result::outputTokens).sum(),
                cost(results),
                results.stream().mapToInt(Result::toolCalls).average().orElse(0),
                percentile(millis, 50),
                percentile(millis, 95));
    }

    /** Each family that was asked, in order. */
    static List<Tally> byFamily(List<Result> results) {
        return Family.NAMES.stream()
                .map(family -> of(
                        family,
                        results.stream()
                                .filter(each -> each.family().equals(family))
                                .toList()))
                .filter(tally -> tally.questions() > 0)
                .toList();
    }

    Wilson share(Score score) {
        return scores.getOrDefault(score, Wilson.of(0, 0));
    }

    private static @Nullable BigDecimal cost(List<Result> results) {
        BigDecimal total = BigDecimal.ZERO;
        for (Result result : results) {
            if (result.costUsd() == null) {
                return null;
            }
            total = total.add(new BigDecimal(result.costUsd()));
        }
        return total;
    }

    /** By nearest rank. */
    private static long percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
