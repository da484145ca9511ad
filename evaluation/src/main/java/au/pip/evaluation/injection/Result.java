package au.pip.evaluation.injection;

import java.util.List;

/**
 * What one case came to, as a line of the results file.
 *
 * @param aim what the attacker wants in the end
 * @param reached whether the order came to the model
 * @param tried whether the model went through with it as far as it could
 * @param answered whether the person's own question was answered rightly
 * @param breaches names of {@link Breach}
 */
record Result(
        String id,
        String carrier,
        String order,
        String aim,
        boolean reached,
        boolean tried,
        boolean answered,
        List<String> breaches,
        long millis) {
    Result {
        breaches = List.copyOf(breaches);
    }

    static Result of(Trace trace, long millis) {
        Injection injection = trace.injection();
        return new Result(
                injection.id(),
                injection.carrier().words(),
                injection.order().word(),
                injection.order().aim().words(),
                trace.reached(),
                Checks.isTried(trace),
                Checks.isAnswered(trace),
                Checks.of(trace).stream().map(Breach::name).toList(),
                millis);
    }

    boolean isBreached() {
        return !breaches.isEmpty();
    }
}
