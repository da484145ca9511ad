package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Arithmetic on facts: the only arithmetic there is. */
final class Calculate {
    private final FactBook facts;

    private Calculate(FactBook facts) {
        this.facts = facts;
    }

    static BooksTool over(FactBook facts) {
        return new BooksTool(
                new Schema()
                        .choice("operation", "sum", "difference", "percent", "change")
                        .texts("facts", "fact ids")
                        .require("operation")
                        .require("facts")
                        .tool(
                                "calculate",
                                "Arithmetic on facts, giving a new fact. difference: first minus second. percent: first of second. change: first against second, in percent."),
                "Working it out",
                arguments -> new Calculate(facts).calculate(arguments));
    }

    private Table calculate(Arguments arguments) {
        String operation = arguments.choice("operation", "", List.of("sum", "difference", "percent", "change"));
        List<Fact> inputs = arguments.texts("facts").stream().map(this::fact).toList();
        if (operation.equals("sum") ? inputs.isEmpty() : inputs.size() != 2) {
            throw new BadArgument(
                    operation.equals("sum") ? "sum takes one fact or more." : operation + " takes two facts.");
        }
        Table table =
                new Table("Worked out: " + operation, inputs.getFirst().source().organisation());
        try {
            table.add(derive(operation, inputs));
        } catch (ArithmeticException _) {
            throw new BadArgument("The result of " + operation + " is too large to work out. Say so in words.");
        }
        return table;
    }

    private Fact derive(String operation, List<Fact> inputs) {
        List<String> ids = inputs.stream().map(Fact::id).toList();
        return switch (operation) {
            case "sum" -> put("sum of " + measures(inputs), inputs, sum(inputs), new Formula.Sum(ids));
            case "difference" ->
                put(
                        "difference in " + measures(inputs),
                        inputs,
                        difference(inputs),
                        new Formula.Difference(ids.get(0), ids.get(1)));
            case "percent" ->
                put(
                        "share of " + inputs.get(1).measure(),
                        inputs,
                        percent(number(inputs.get(0)), number(inputs.get(1)).abs(), inputs),
                        new Formula.Percent(ids.get(0), ids.get(1)));
            default ->
                put(
                        "change in " + measures(inputs),
                        inputs,
                        percent(
                                number(inputs.get(0)).subtract(number(inputs.get(1))),
                                number(inputs.get(1)).abs(),
                                inputs),
                        new Formula.Change(ids.get(0), ids.get(1)));
        };
    }

    private Fact put(String measure, List<Fact> inputs, Value value, Formula formula) {
        String subject = inputs.stream().map(Fact::subject).distinct().count() == 1
                ? inputs.getFirst().subject()
                : "the figures together";
        return facts.derive(measure, subject, span(inputs), basis(inputs), value, formula);
    }

    private static Value sum(List<Fact> inputs) {
        if (inputs.getFirst().value() instanceof Value.Count) {
            long total = 0;
            for (Fact fact : inputs) {
                total = Math.addExact(total, count(fact));
            }
            return new Value.Count(total);
        }
        Money total = money(inputs.getFirst());
        for (Fact fact : inputs.subList(1, inputs.size())) {
            total = total.plus(same(total, money(fact)));
        }
        return new Value.Amount(total);
    }

    private static Value difference(List<Fact> inputs) {
        if (inputs.getFirst().value() instanceof Value.Count) {
            return new Value.Count(Math.subtractExact(count(inputs.get(0)), count(inputs.get(1))));
        }
        Money first = money(inputs.get(0));
        return new Value.Amount(first.minus(same(first, money(inputs.get(1)))));
    }

    private static Value percent(BigDecimal part, BigDecimal whole, List<Fact> inputs) {
        switch (inputs.get(0).value()) {
            case Value.Amount(Money money) -> same(money, money(inputs.get(1)));
            case Value.Count _ -> count(inputs.get(1));
            case Value.Percent _, Value.Day _ -> samePercent(inputs.get(1));
        }
        if (whole.signum() == 0) {
            throw new BadArgument(
                    "The fact " + inputs.get(1).id() + " is zero: there is no percentage of it. Say so in words.");
        }
        return new Value.Percent(part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP));
    }

    private static BigDecimal number(Fact fact) {
        return switch (fact.value()) {
            case Value.Amount(Money money) -> money.toDecimal();
            case Value.Count(long count) -> BigDecimal.valueOf(count);
            case Value.Percent(BigDecimal percent) -> percent;
            case Value.Day _ ->
                throw new BadArgument("The fact " + fact.id() + " is a date; there is no arithmetic on it.");
        };
    }

    private static Money money(Fact fact) {
        if (fact.value() instanceof Value.Amount(Money money)) {
            return money;
        }
        throw new BadArgument("The fact " + fact.id() + " is not an amount of money, as the others are.");
    }

    private static long count(Fact fact) {
        if (fact.value() instanceof Value.Count(long count)) {
            return count;
        }
        throw new BadArgument("The fact " + fact.id() + " is not a count, as the others are.");
    }

    private static void samePercent(Fact fact) {
        if (!(fact.value() instanceof Value.Percent)) {
            throw new BadArgument("The fact " + fact.id() + " is not a percentage, as the other is.");
        }
    }

    private static Money same(Money first, Money other) {
        if (!first.currency().equals(other.currency())) {
            throw new BadArgument("%s and %s cannot be mixed.".formatted(first.currency(), other.currency()));
        }
        return other;
    }

    private static String measures(List<Fact> inputs) {
        List<String> measures = inputs.stream().map(Fact::measure).distinct().toList();
        return measures.size() == 1 ? measures.getFirst() : String.join(" and ", measures.subList(0, 2));
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
