package au.pip.benchmarks.run;

import au.pip.benchmarks.contender.Entrant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Every contender once.
 *
 * @param load the machine's load average of the last minute when the round began; negative when it does not tell
 */
record Round(int number, double load, Map<Entrant, Outcome> outcomes) {
    Round(int number, double load) {
        this(number, load, new EnumMap<>(Entrant.class));
    }

    void add(Entrant entrant, Outcome outcome) {
        outcomes.put(entrant, outcome);
    }

    Outcome of(Entrant entrant) {
        return outcomes.getOrDefault(entrant, Outcome.failed("not run"));
    }
}
