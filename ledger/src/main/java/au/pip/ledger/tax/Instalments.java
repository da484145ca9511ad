package au.pip.ledger.tax;

import au.pip.ledger.Money;
import java.time.LocalDate;

/** Who is entered into PAYG instalments, by the figures of the last assessment. */
public record Instalments(TaxData data) {
    /**
     * Whether an individual is, such as a sole trader: all three must be reached.
     *
     * @param income business and investment income, without capital gains
     * @throws NotInTaxData when the limits of that day are not known
     */
    public boolean individual(Money income, Money taxPayable, Money notionalTax, LocalDate day) {
        return reaches(TaxItem.INSTALMENT_INCOME, income, day)
                && reaches(TaxItem.INSTALMENT_TAX_PAYABLE, taxPayable, day)
                && reaches(TaxItem.INSTALMENT_NOTIONAL_TAX, notionalTax, day);
    }

    /** Whether a company is: one of the two is enough. */
    public boolean company(Money income, Money notionalTax, LocalDate day) {
        return reaches(TaxItem.INSTALMENT_COMPANY_INCOME, income, day)
                || reaches(TaxItem.INSTALMENT_COMPANY_NOTIONAL_TAX, notionalTax, day);
    }

    private boolean reaches(TaxItem limit, Money amount, LocalDate day) {
        return amount.compareTo(data.law(limit, day).amount()) >= 0;
    }
}
