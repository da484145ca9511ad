package au.pip.ledger.tax;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The income tax of companies. */
public record CompanyTax(TaxData data) {
    /**
     * The rate of one year.
     *
     * @param turnover aggregated, of the year
     * @param passivePercent how much of the assessable income is passive, such as interest and rent
     * @throws NotInTaxData when that year's rates are not known
     */
    public TaxFigure rate(FinancialYear year, Money turnover, BigDecimal passivePercent) {
        LocalDate day = year.last();
        boolean base =
                turnover.compareTo(data.law(TaxItem.BASE_RATE_TURNOVER, day).amount()) < 0
                        && passivePercent.compareTo(
                                        data.law(TaxItem.BASE_RATE_PASSIVE, day).percent())
                                <= 0;
        return data.law(base ? TaxItem.COMPANY_RATE : TaxItem.COMPANY_RATE_FULL, day);
    }
}
