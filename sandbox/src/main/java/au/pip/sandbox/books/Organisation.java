package au.pip.sandbox.books;

import java.util.UUID;

/**
 * The business that the books belong to. Its base currency is AUD, its financial year ends on 30 June and its time
 * zone is Sydney's.
 *
 * @param tenantId what a Xero client names it by
 * @param shortCode as used in Xero's deep links
 * @param abn an invented business number, eleven digits
 */
public record Organisation(
        UUID organisationId,
        UUID tenantId,
        String shortCode,
        String name,
        String legalName,
        String abn,
        Company company) {
    public static final String TIMEZONE = "AUSEASTERNSTANDARDTIME";
    public static final String BASE_CURRENCY = "AUD";
    public static final String SALES_TAX_PERIOD = "QUARTERLY1";

    /** Xero's word for when GST is counted. */
    public String salesTaxBasis() {
        return company.countsGstOnCash() ? "CASH" : "ACCRUALS";
    }

    /** Xero's word for the kind of entity. */
    public String organisationType() {
        return company.isIncorporated() ? "COMPANY" : "SOLE_TRADER";
    }
}
