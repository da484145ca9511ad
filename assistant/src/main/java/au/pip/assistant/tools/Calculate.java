package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arithmetic on facts: the only arithmetic there is. What {@link Mixing} forbids is refused. */
final class Calculate {
    private static final List<String> OPERATIONS =
            List.of("sum", "difference", "ratio", "percent", "change", "compare", "average", "top", "filter", "group");
    private static final Set<String> OF_TWO = Set.of("difference", "ratio", "percent", "change", "compare");
    /** Two periods whose days differ by no more are taken as alike, as months are. */
    private static final int ALIKE = 3;

    private final FactBook facts;

    private Calculate(FactBook facts) {
        this.facts = facts;
    }

    static BooksTool over(FactBook facts) {
        return new BooksTool(
                new Schema()
                        .choice("operation", OPERATIONS.toArray(String[]::new))
                        .texts("facts", "fact ids")
                        .text("with", "top: how many; filter: above N, below N, a name; group: subject, period")
                        .require("operation")
                        .require("facts")
                        .tool(
                                "calculate",
                                "Arithmetic on facts, giving new facts. difference: first minus second. percent, ratio: first of second. change: first against second, in percent. compare: one measure in two periods."),
                "Working it out",
                arguments -> new Calculate(facts).calculate(arguments));
    }

    private Table calculate(Arguments arguments) {
        String operation = arguments.choice("operation", "", OPERATIONS);
        List<Fact> inputs = arguments.texts("facts").stream().map(this::fact).toList();
        if (OF_TWO.contains(operation) ? inputs.size() != 2 : inputs.isEmpty()) {
            throw new BadArgument(
                    operation + (OF_TWO.contains(operation) ? " takes two facts." : " takes one fact or more."));
        }
        Table table =
                new Table("Worked out: " + operation, inputs.getFirst().source().organisation());
        try {
            work(operation, inputs, arguments, table);
        } catch (ArithmeticException _) {
            throw new BadArgument("The result of " + operation + " is too large to work out. Say so in words.");
        }
        return table;
    }

    private void work(String operation, List<Fact> inputs, Arguments arguments, Table table) {
        List<String> ids = ids(inputs);
        switch (operation) {
            case "sum" -> table.add(sum("sum of " + measures(inputs), inputs));
            case "average" -> {
                Mixing.refuseSum(inputs);
                Value value = Figures.average(inputs);
                table.add(put("average of " + measures(inputs), inputs, value, new Formula.Average(ids)));
            }
            case "compare" -> compare(inputs, table);
            case "top" -> top(inputs, Picked.howMany(arguments.required("with")), table);
            case "filter" -> filter(inputs, Picked.condition(arguments.required("with")), table);
            case "group" -> group(inputs, Picked.by(arguments.required("with")), table);
            default -> table.add(ofTwo(operation, inputs.get(0), inputs.get(1)));
        }
    }

    private Fact ofTwo(String operation, Fact first, Fact second) {
        if (operation.equals("change")) {
            return change(first, second);
        }
        List<Fact> both = List.of(first, second);
        Mixing.refuseBeside(both);
        String measures = measures(both);
        return switch (operation) {
            case "percent" ->
                put(
                        "share of " + second.measure(),
                        both,
                        Figures.percent(Figures.number(first), second, first),
                        new Formula.Percent(first.id(), second.id()));
            case "ratio" ->
                put(
                        "ratio of " + measures,
                        both,
                        Figures.ratio(first, second),
                        new Formula.Ratio(first.id(), second.id()));
            default ->
                put(
                        "difference in " + measures,
                        both,
                        Figures.difference(first, second),
                        new Formula.Difference(first.id(), second.id()));
        };
    }

    private Fact change(Fact now, Fact before) {
        List<Fact> both = List.of(now, before);
        Mixing.refuseChange(both);
        Value value = Figures.percent(Figures.number(now).subtract(Figures.number(before)), before, now);
        return put("change in " + measures(both), both, value, new Formula.Change(now.id(), before.id()));
    }

    /** The later period less the earlier one, and that in percent where it can be told. */
    private void compare(List<Fact> both, Table table) {
        Mixing.refuseCompare(both);
        List<Fact> sorted = both.stream()
                .sorted(Comparator.comparing(fact -> fact.period().from()))
                .toList();
        Fact before = sorted.get(0);
        Fact now = sorted.get(1);
        table.add(ofTwo("difference", now, before));
        if (Figures.number(before).signum() == 0) {
            table.rule("The earlier figure is zero: there is no percentage of it.");
        } else {
            table.add(change(now, before));
        }
        if (Math.abs(now.period().days() - before.period().days()) > ALIKE) {
            table.rule("The two periods do not have the same number of days: say so.");
        }
    }

    private void top(List<Fact> inputs, int most, Table table) {
        Figures.requireAlike(inputs);
        List<Fact> largest = inputs.stream()
                .distinct()
                .sorted(Comparator.comparing(Figures::number).reversed())
                .limit(most)
                .toList();
        largest.forEach(table::add);
        addSum("sum of the largest, " + measures(largest), largest, table);
    }

    private void filter(List<Fact> inputs, Picked picked, Table table) {
        List<Fact> among = inputs.stream().distinct().toList();
        List<Fact> fitting = among.stream().filter(picked::fits).toList();
        fitting.forEach(table::add);
        table.add(put(
                "how many fit", among, new Value.Count(fitting.size()), new Formula.Count(ids(fitting), ids(among))));
        addSum("sum of those that fit, " + measures(fitting), fitting, table);
    }

    private void group(List<Fact> inputs, Picked.By by, Table table) {
        by.groups(inputs).forEach(group -> table.add(sum("sum of " + measures(group), group)));
    }

    /** Where the facts may be summed at all; a list alone is an answer too. */
    private void addSum(String measure, List<Fact> chosen, Table table) {
        if (chosen.size() < 2) {
            return;
        }
        try {
            table.add(sum(measure, chosen));
        } catch (BadArgument e) {
            table.note("They have no sum: " + e.getMessage());
        }
    }

    private Fact sum(String measure, List<Fact> inputs) {
        Mixing.refuseSum(inputs);
        return put(measure, inputs, Figures.sum(inputs), new Formula.Sum(ids(inputs)));
    }

    private Fact put(String measure, List<Fact> inputs, Value value, Formula formula) {
        String subject = inputs.stream().map(Fact::subject).distinct().count() == 1
                ? inputs.getFirst().subject()
                : "the figures together";
        return facts.derive(measure, subject, span(inputs), basis(inputs), value, formula);
    }

    private static List<String> ids(List<Fact> facts) {
        return facts.stream().map(Fact::id).toList();
    }

    private static String measures(List<Fact> inputs) {
        List<String> measures = inputs.stream().map(Fact::measure).distinct().toList();
        return measures.size() < 2 ? String.join("", measures) : String.join(" and ", measures.subList(0, 2));
    }

    private static Period span(List<Fact> inputs) {
        LocalDate from = inputs.stream()
                .map(fact -> fact.period().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate to = inputs.stream()
                .map(fact -> fact.period().to())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Period(from, to);
    }

    private static @Nullable Basis basis(List<Fact> inputs) {
        List<Basis> bases = inputs.stream()
                .map(Fact::basis)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return bases.size() == 1 ? bases.getFirst() : null;
    }

    private Fact fact(String id) {
        return facts.find(id.replaceAll("[{}]", ""))
                .orElseThrow(() -> new BadArgument(
                        "There is no fact '%s'. Use ids from the tables.".formatted(FactTable.cell(id))));
    }
}
