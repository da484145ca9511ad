package au.pip.assistant.tools;

import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums by name as facts: all of them together, then the largest, each with its share of all, then the rest in one.
 *
 * @param measure such as {@code invoiced without GST}
 */
record Ranking(
        FactBook facts,
        Table table,
        Evidence evidence,
        String measure,
        Period period,
        @Nullable Basis basis,
        Money zero) {
    private static final int MOST = 10;

    /** @param plural such as {@code customers}, for the facts of all and of the others */
    void add(Map<String, Gathered> groups, String plural) {
        Fact all = sum("all " + plural, groups.values().stream().toList());
        List<Map.Entry<String, Gathered>> largestFirst = groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Gathered> entry) ->
                                entry.getValue().total())
                        .reversed())
                .toList();
        largestFirst.stream().limit(MOST).forEach(entry -> {
            Fact each = sum(entry.getKey(), List.of(entry.getValue()));
            if (Figures.number(all).signum() > 0) {
                table.add(facts.derive(
                        "share of " + measure,
                        entry.getKey(),
                        period,
                        basis,
                        Figures.percent(Figures.number(each), all, each),
                        new Formula.Percent(each.id(), all.id())));
            }
        });
        if (largestFirst.size() > MOST) {
            sum(
                    "all other " + plural,
                    largestFirst.subList(MOST, largestFirst.size()).stream()
                            .map(Map.Entry::getValue)
                            .toList());
        }
    }

    private Fact sum(String subject, List<Gathered> groups) {
        Gathered together = new Gathered(zero);
        groups.forEach(together::addAll);
        return table.add(facts.add(
                measure, subject, period, basis, new Value.Amount(together.total()), together.source(evidence)));
    }
}
