package au.pip.ledger.tax;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** The goods and services tax. */
public record Gst(TaxData data) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public enum Cycle {
        MONTHLY,
        QUARTERLY,
        /** Only for those who are registered though they need not be. */
        ANNUALLY
    }

    /** The GST within a price that holds it, rounded half up to the cent. */
    public Money within(Money price, LocalDate day) {
        BigDecimal rate = data.law(TaxItem.GST_RATE, day).percent();
        return Money.rounded(
                price.toDecimal().multiply(rate).divide(HUNDRED.add(rate), 10, RoundingMode.HALF_UP), price.currency());
    }

    /** @param turnover of twelve months, without GST; for businesses other than taxis and ride-share */
    public boolean mustRegister(Money turnover, boolean nonProfit, LocalDate day) {
        TaxItem limit = nonProfit ? TaxItem.GST_REGISTRATION_TURNOVER_NON_PROFIT : TaxItem.GST_REGISTRATION_TURNOVER;
        return turnover.compareTo(data.law(limit, day).amount()) >= 0;
    }

    /** The longest cycle that a turnover allows. */
    public Cycle cycle(Money turnover, boolean nonProfit, LocalDate day) {
        if (turnover.compareTo(data.law(TaxItem.GST_MONTHLY_TURNOVER, day).amount()) >= 0) {
            return Cycle.MONTHLY;
        }
        return mustRegister(turnover, nonProfit, day) ? Cycle.QUARTERLY : Cycle.ANNUALLY;
    }

    public boolean mayUseCash(Money turnover, LocalDate day) {
        return turnover.compareTo(data.law(TaxItem.GST_CASH_TURNOVER, day).amount()) < 0;
    }

    /** @param price with GST */
    public boolean needsTaxInvoice(Money price, LocalDate day) {
        return price.compareTo(data.law(TaxItem.TAX_INVOICE_AMOUNT, day).amount()) > 0;
    }
}
