package au.pip.evaluation.ledgerqa;

import java.time.LocalDate;
import java.util.List;

/**
 * All that a run came to.
 *
 * @param model provider and model
 */
record Report(String model, LocalDate day, Tally all, List<Tally> families, List<Result> results) {
    static Report of(LocalDate day, List<Result> results) {
        String model = results.stream()
                .map(each -> each.provider() + " " + each.model())
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElse("no model");
        return new Report(model, day, Tally.of("all", results), Tally.byFamily(results), results);
    }
}
