package au.pip.ledger.tax;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * Income tax of a resident individual for one financial year, without the Medicare levy and before offsets.
 *
 * @param figure the rates, as {@link TaxItem#RESIDENT_BRACKETS}
 */
public record IncomeTax(TaxFigure figure) {
    /**
     * The bracket that an income falls in: its tax is {@code base + (income − over) × percent ÷ 100}.
     *
     * @param base the tax on the income up to {@code over}
     */
    public record Step(Money over, Money base, BigDecimal percent) {
        Money on(Money income) {
            return base.plus(share(income.minus(over), percent));
        }
    }

    /** @throws NotInTaxData when that year's rates are not known or no law */
    public static IncomeTax resident(TaxData data, FinancialYear year) {
        return new IncomeTax(data.law(TaxItem.RESIDENT_BRACKETS, year.last()));
    }

    /** Rounded half up to the cent; nothing on a loss. */
    public Money on(Money income) {
        return income.isNegative()
                ? Money.zero(income.currency())
                : step(income).on(income);
    }

    /** @param income not negative */
    public Step step(Money income) {
        List<TaxValue.Bracket> brackets = brackets();
        Step step = new Step(
                brackets.getFirst().over(), Money.aud(0), brackets.getFirst().percent());
        for (TaxValue.Bracket next : brackets.subList(1, brackets.size())) {
            if (income.compareTo(next.over()) <= 0) {
                return step;
            }
            step = new Step(next.over(), step.on(next.over()), next.percent());
        }
        return step;
    }

    private List<TaxValue.Bracket> brackets() {
        if (figure.value() instanceof TaxValue.Brackets(List<TaxValue.Bracket> brackets)) {
            return brackets;
        }
        throw new IllegalStateException(figure.item().words() + " has no brackets");
    }

    private static Money share(Money amount, BigDecimal percent) {
        return Money.rounded(amount.toDecimal().multiply(percent).movePointLeft(2), amount.currency());
    }
}
