package au.pip.ledger.tax;

import au.pip.ledger.Money;
import java.time.LocalDate;

/** What the law grants to small businesses, by their aggregated turnover. */
public record SmallBusiness(TaxData data) {
    /** @throws NotInTaxData when the turnover's limit of that day is not known */
    public boolean isEntity(Money turnover, LocalDate day) {
        return below(TaxItem.SMALL_BUSINESS_TURNOVER, turnover, day);
    }

    /**
     * The small business income tax offset of a sole trader, rounded half up to the cent.
     *
     * @param tax on the net small business income, before the levy and offsets
     * @return nothing from the turnover's limit on
     * @throws NotInTaxData when the offset of that year is not known
     */
    public Money offset(Money tax, Money turnover, FinancialYear year) {
        LocalDate day = year.last();
        if (tax.isNegative() || !below(TaxItem.SMALL_BUSINESS_OFFSET_TURNOVER, turnover, day)) {
            return Money.zero(tax.currency());
        }
        Money most = data.law(TaxItem.SMALL_BUSINESS_OFFSET_MOST, day).amount();
        Money share = data.law(TaxItem.SMALL_BUSINESS_OFFSET, day).of(tax);
        return share.compareTo(most) > 0 ? most : share;
    }

    /**
     * Whether an asset of that cost (without GST, for those who are registered) can be written off at once, by what is
     * law on the day on which it is first used.
     *
     * @throws NotInTaxData when no limit is law on that day
     */
    public boolean writesOff(Money cost, Money turnover, LocalDate firstUsed) {
        TaxItem limit = data.find(TaxItem.WRITE_OFF_LIMIT, firstUsed)
                        .filter(TaxFigure::isLaw)
                        .isPresent()
                ? TaxItem.WRITE_OFF_LIMIT
                : TaxItem.WRITE_OFF_LIMIT_ENACTED;
        return below(TaxItem.WRITE_OFF_TURNOVER, turnover, firstUsed) && below(limit, cost, firstUsed);
    }

    private boolean below(TaxItem limit, Money amount, LocalDate day) {
        return amount.compareTo(data.law(limit, day).amount()) < 0;
    }
}
