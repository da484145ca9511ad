package au.pip.assistant.tools;

import au.pip.ledger.Fact;
import au.pip.ledger.Money;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Sums, differences and quotients of facts' values, of one unit and currency each. What is divided is rounded half up:
 * percentages to one decimal place, ratios to two.
 *
 * <p>Each throws {@link BadArgument} for facts of two units or currencies, and {@link ArithmeticException} on overflow.
 */
final class Figures {
    private Figures() {}

    static Value sum(List<Fact> inputs) {
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

    static Value average(List<Fact> inputs) {
        BigDecimal parts = BigDecimal.valueOf(inputs.size());
        return switch (sum(inputs)) {
            case Value.Amount(Money total) ->
                new Value.Amount(
                        Money.rounded(total.toDecimal().divide(parts, 10, RoundingMode.HALF_UP), total.currency()));
            case Value.Count(long total) ->
                new Value.Ratio(BigDecimal.valueOf(total).divide(parts, 2, RoundingMode.HALF_UP));
            case Value.Percent _, Value.Ratio _, Value.Day _ ->
                throw new IllegalStateException("a sum is money or a count");
        };
    }

    static Value difference(Fact first, Fact second) {
        if (first.value() instanceof Value.Count) {
            return new Value.Count(Math.subtractExact(count(first), count(second)));
        }
        Money minuend = money(first);
        return new Value.Amount(minuend.minus(same(minuend, money(second))));
    }

    /**
     * So much of the fact, in percent.
     *
     * @param like of the same unit as the part
     */
    static Value percent(BigDecimal part, Fact whole, Fact like) {
        return new Value.Percent(part.multiply(BigDecimal.valueOf(100))
                .divide(divisor(whole, like, "there is no percentage of it").abs(), 1, RoundingMode.HALF_UP));
    }

    static Value ratio(Fact first, Fact second) {
        return new Value.Ratio(
                number(first).divide(divisor(second, first, "nothing can be divided by it"), 2, RoundingMode.HALF_UP));
    }

    /** So many parts of an amount, rounded half up to the minor unit. */
    static Money scaled(Money whole, long times, long parts) {
        return new Money(
                BigDecimal.valueOf(whole.minor())
                        .multiply(BigDecimal.valueOf(times))
                        .divide(BigDecimal.valueOf(parts), 0, RoundingMode.HALF_UP)
                        .longValueExact(),
                whole.currency());
    }

    private static BigDecimal divisor(Fact whole, Fact like, String zero) {
        requireAlike(List.of(like, whole));
        BigDecimal number = number(whole);
        if (number.signum() == 0) {
            throw new BadArgument("The fact " + whole.id() + " is zero: " + zero + ". Say so in words.");
        }
        return number;
    }

    /** One unit, one currency. */
    static void requireAlike(List<Fact> facts) {
        for (Fact fact : facts) {
            switch (facts.getFirst().value()) {
                case Value.Amount(Money money) -> same(money, money(fact));
                case Value.Count _ -> count(fact);
                case Value.Percent _ -> require(fact.value() instanceof Value.Percent, fact, "a percentage");
                case Value.Ratio _ -> require(fact.value() instanceof Value.Ratio, fact, "a ratio");
                case Value.Day _ -> number(fact);
            }
        }
    }

    static BigDecimal number(Fact fact) {
        return switch (fact.value()) {
            case Value.Amount(Money money) -> money.toDecimal();
            case Value.Count(long count) -> BigDecimal.valueOf(count);
            case Value.Percent(BigDecimal percent) -> percent;
            case Value.Ratio(BigDecimal times) -> times;
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

    private static void require(boolean alike, Fact fact, String what) {
        if (!alike) {
            throw new BadArgument("The fact " + fact.id() + " is not " + what + ", as the other is.");
        }
    }

    private static Money same(Money first, Money other) {
        if (!first.currency().equals(other.currency())) {
            throw new BadArgument("%s and %s cannot be mixed.".formatted(first.currency(), other.currency()));
        }
        return other;
    }
}
