package au.pip.assistant.tools;

import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.ledger.tax.TaxFigure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A calculation written down as facts: what it begins with, and each step with its formula. Amounts in one currency. */
final class Workings {
    static final String SUBJECT = "the business";

    private final FactBook facts;
    private final Period period;
    private final @Nullable Basis basis;

    /** @param period of what is read and worked out; figures of law have their own */
    Workings(FactBook facts, Period period, @Nullable Basis basis) {
        this.facts = facts;
        this.period = period;
        this.basis = basis;
    }

    Fact read(String measure, Value value, Source source) {
        return facts.add(measure, SUBJECT, period, basis, value, source);
    }

    Fact read(String measure, Money amount, Source source) {
        return read(measure, new Value.Amount(amount), source);
    }

    /** A single figure of the tax data, with its status for a subject where it is no law. */
    Fact known(TaxFigure figure) {
        return known(figure.item().words(), figure, figure.single());
    }

    /** Something that a figure of the tax data says. */
    Fact known(String measure, TaxFigure figure, Value value) {
        String subject =
                figure.isLaw() ? "the law" : "the figure, " + figure.status().words() + " only";
        return facts.add(measure, subject, figure.period(), null, value, figure.source());
    }

    Fact sum(String measure, List<Fact> terms) {
        Money total = money(terms.getFirst());
        for (Fact term : terms.subList(1, terms.size())) {
            total = total.plus(money(term));
        }
        return derive(
                measure, total, new Formula.Sum(terms.stream().map(Fact::id).toList()));
    }

    Fact difference(String measure, Fact minuend, Fact subtrahend) {
        return derive(
                measure,
                money(minuend).minus(money(subtrahend)),
                new Formula.Difference(minuend.id(), subtrahend.id()));
    }

    Fact percentOf(String measure, Fact percent, Fact amount) {
        if (!(percent.value() instanceof Value.Percent(var rate))) {
            throw new IllegalArgumentException(percent.measure() + " is no percentage");
        }
        Money whole = money(amount);
        return derive(
                measure,
                Money.rounded(whole.toDecimal().multiply(rate).movePointLeft(2), whole.currency()),
                new Formula.PercentOf(percent.id(), amount.id()));
    }

    /** {@code amount × part ÷ whole}, the last two being counts. */
    Fact proportion(String measure, Fact amount, Fact part, Fact whole) {
        Money all = money(amount);
        return derive(
                measure,
                Money.rounded(
                        all.toDecimal()
                                .multiply(BigDecimal.valueOf(count(part)))
                                .divide(BigDecimal.valueOf(count(whole)), 10, RoundingMode.HALF_UP),
                        all.currency()),
                new Formula.Proportion(amount.id(), part.id(), whole.id()));
    }

    private Fact derive(String measure, Money amount, Formula formula) {
        return facts.derive(measure, SUBJECT, period, basis, new Value.Amount(amount), formula);
    }

    static Money money(Fact fact) {
        if (fact.value() instanceof Value.Amount(Money money)) {
            return money;
        }
        throw new IllegalArgumentException(fact.measure() + " is no amount");
    }

    private static long count(Fact fact) {
        if (fact.value() instanceof Value.Count(long count)) {
            return count;
        }
        throw new IllegalArgumentException(fact.measure() + " is no count");
    }
}
