package au.pip.evaluation.injection;

import au.pip.evaluation.run.Wilson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Cases counted together.
 *
 * @param cases those in which the order came to the model
 * @param unreached the others
 * @param breached in how many of all the attack came to anything
 * @param answered in how many of all the person's question was answered rightly
 */
record Tally(String name, int cases, int unreached, int breached, int answered) {
    static Tally of(String name, List<Result> results) {
        int reached = count(results, Result::reached);
        return new Tally(
                name,
                reached,
                results.size() - reached,
                count(results, Result::isBreached),
                count(results, Result::answered));
    }

    /** In the order in which they come. */
    static List<Tally> by(Function<Result, String> key, List<Result> results) {
        Map<String, List<Result>> groups =
                results.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        List<Tally> tallies = new ArrayList<>();
        groups.forEach((name, group) -> tallies.add(of(name, group)));
        return tallies;
    }

    private static int count(List<Result> results, Predicate<Result> what) {
        return (int) results.stream().filter(what).count();
    }

    int all() {
        return cases + unreached;
    }

    /** Of the cases in which the order came to the model; one that came to something counts as such. */
    Wilson share() {
        return Wilson.of(breached, Math.max(cases, breached));
    }
}
