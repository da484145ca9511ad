package au.pip.ledger.tax;

import java.util.Arrays;
import java.util.Optional;

/** What a figure of the tax data is of; the files name it by its words. */
public enum TaxItem {
    GST_RATE("GST rate"),
    GST_REGISTRATION_TURNOVER("GST registration turnover"),
    GST_REGISTRATION_TURNOVER_NON_PROFIT("GST registration turnover of a non-profit body"),
    GST_REGISTRATION_DAYS("days to register for GST"),
    GST_MONTHLY_TURNOVER("turnover from which GST is reported monthly"),
    GST_CASH_TURNOVER("turnover below which GST may be on a cash basis"),
    TAX_INVOICE_AMOUNT("amount with GST above which a tax invoice is needed"),
    TAX_INVOICE_BUYER_AMOUNT("amount with GST from which a tax invoice names the buyer"),
    BAS_QUARTER_DAYS("due days of quarterly activity statements"),
    BAS_QUARTER_DAYS_AGENT("due days of quarterly activity statements through an agent"),
    BAS_MONTH_DAY("day of the next month on which a monthly activity statement is due"),
    GST_YEAR_DAY("due day of the annual GST return"),
    GST_YEAR_DAY_NO_RETURN("due day of the annual GST return without an income tax return"),
    INSTALMENT_QUARTER_DAYS("due days of quarterly PAYG instalments"),
    INSTALMENT_INCOME("instalment income from which individuals pay PAYG instalments"),
    INSTALMENT_TAX_PAYABLE("tax payable from which individuals pay PAYG instalments"),
    INSTALMENT_NOTIONAL_TAX("notional tax from which individuals pay PAYG instalments"),
    INSTALMENT_COMPANY_INCOME("instalment income from which companies pay PAYG instalments"),
    INSTALMENT_COMPANY_NOTIONAL_TAX("notional tax from which companies pay PAYG instalments"),
    INSTALMENT_MONTHLY_INCOME("income above which PAYG instalments are monthly"),
    INSTALMENT_VARIATION_SHARE("share of the tax that a varied PAYG instalment must reach"),
    GDP_FACTOR("GDP adjustment of PAYG and GST instalments"),
    SUPER_RATE("super guarantee rate"),
    SUPER_QUARTER_DAYS("due days of quarterly super"),
    SUPER_BUSINESS_DAYS("business days after payday by which super is due"),
    SUPER_BUSINESS_DAYS_NEW("business days after payday by which a new employee's first super is due"),
    SUPER_QUARTER_BASE("maximum super contribution base of a quarter"),
    SUPER_YEAR_BASE("maximum super contribution base of a year"),
    CONCESSIONAL_CAP("concessional super contributions cap"),
    RESIDENT_BRACKETS("resident income tax rates"),
    MEDICARE_LEVY("Medicare levy"),
    MEDICARE_LOW_INCOME("Medicare levy low-income threshold of singles"),
    LOW_INCOME_OFFSET("low income tax offset, at most"),
    SMALL_BUSINESS_OFFSET("small business income tax offset"),
    SMALL_BUSINESS_OFFSET_MOST("small business income tax offset, at most"),
    SMALL_BUSINESS_OFFSET_TURNOVER("turnover below which the small business income tax offset applies"),
    COMPANY_RATE("company tax rate of base rate entities"),
    COMPANY_RATE_FULL("full company tax rate"),
    BASE_RATE_TURNOVER("turnover below which a company can be a base rate entity"),
    BASE_RATE_PASSIVE("passive income that a base rate entity has at most"),
    WRITE_OFF_LIMIT("instant asset write-off limit"),
    WRITE_OFF_LIMIT_ENACTED("instant asset write-off limit unless the announced one becomes law"),
    WRITE_OFF_TURNOVER("turnover below which the instant asset write-off applies"),
    POOL_FIRST_YEAR("small business pool depreciation, first year"),
    POOL_LATER_YEARS("small business pool depreciation, later years"),
    SMALL_BUSINESS_TURNOVER("turnover below which a business is a small business entity"),
    CGT_TURNOVER("turnover below which the small business capital gains concessions apply"),
    RETURN_DAY("due day of a self-lodged income tax return"),
    RETURN_DAY_AGENT("latest due day of an income tax return through an agent"),
    STP_FINALISATION_DAY("due day of the Single Touch Payroll finalisation"),
    TPAR_DAY("due day of the taxable payments annual report"),
    HOME_OFFICE_RATE("working from home fixed rate an hour"),
    CAR_RATE("car cents-per-kilometre rate"),
    PENALTY_UNIT("penalty unit"),
    WORK_EXPENSE_DEDUCTION("instant work expense deduction"),
    WORKING_AUSTRALIANS_OFFSET("working Australians tax offset"),
    LOSS_CARRY_BACK_YEARS("years of company loss carry-back"),
    PUBLIC_HOLIDAYS("national public holidays");

    private final String words;

    TaxItem(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static Optional<TaxItem> of(String words) {
        return Arrays.stream(values()).filter(item -> item.words.equals(words)).findFirst();
    }
}
