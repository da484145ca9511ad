package au.pip.ledger.tax;

import au.pip.ledger.Money;
import au.pip.ledger.Period;
import java.time.LocalDate;

/** What an employer owes to the super funds of those it employs, by the day on which wages are paid. */
public record SuperGuarantee(TaxData data) {
    /** @throws NotInTaxData when the rate of that day is not known */
    public TaxFigure rate(LocalDate payday) {
        return data.law(TaxItem.SUPER_RATE, payday);
    }

    /** Rounded half up to the cent. */
    public Money on(Money wages, LocalDate payday) {
        return rate(payday).of(wages);
    }

    /** Whether super is due with each payday, rather than by quarter. */
    public boolean isByPayday(LocalDate payday) {
        return data.find(TaxItem.SUPER_BUSINESS_DAYS, payday)
                .filter(TaxFigure::isLaw)
                .isPresent();
    }

    /**
     * The day by which the fund must have it; a new employee's first one may come later.
     *
     * @throws NotInTaxData when the rule of that day, or the public holidays, are not known
     */
    public DueDate due(LocalDate payday) {
        if (!isByPayday(payday)) {
            return new DueDates(data).of(TaxItem.SUPER_QUARTER_DAYS, Period.quarterOf(payday));
        }
        TaxFigure rule = data.law(TaxItem.SUPER_BUSINESS_DAYS, payday);
        LocalDate day = new BusinessDays(data).after(payday, rule.count());
        return new DueDate(Period.day(payday), day, day, rule);
    }
}
