package au.pip.xero;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A business in Xero. Texts that Xero leaves out are "".
 *
 * @param timeZone where its "today" is
 * @param financialYearEnd null when Xero does not tell a possible day; 29 February stands for the end of February
 * @param salesTaxPeriodText the period as Xero wrote it
 * @param periodLockDate no document on or before it can change, save by an adviser
 * @param shortCode names it in links into Xero, such as {@code !23vVv}
 */
public record Organisation(
        String organisationId,
        String name,
        String legalName,
        String organisationType,
        String countryCode,
        Currency baseCurrency,
        OrganisationZone timeZone,
        boolean paysTax,
        SalesTaxBasis salesTaxBasis,
        SalesTaxPeriod salesTaxPeriod,
        String salesTaxPeriodText,
        @Nullable MonthDay financialYearEnd,
        @Nullable LocalDate periodLockDate,
        @Nullable LocalDate endOfYearLockDate,
        String taxNumber,
        String shortCode,
        String plan,
        boolean isDemo) {

    static Organisation parse(Fields fields) {
        String country = fields.text("CountryCode", "");
        return new Organisation(
                fields.requiredText("OrganisationID"),
                fields.text("Name", ""),
                fields.text("LegalName", ""),
                fields.text("OrganisationType", ""),
                country,
                fields.currency("BaseCurrency", () -> {
                    throw fields.wrong("BaseCurrency", "is missing");
                }),
                OrganisationZone.of(fields.text("Timezone", ""), country),
                fields.flag("PaysTax"),
                SalesTaxBasis.of(fields.text("SalesTaxBasis", "")),
                SalesTaxPeriod.of(fields.text("SalesTaxPeriod", "")),
                fields.text("SalesTaxPeriod", ""),
                financialYearEnd(fields),
                fields.date("PeriodLockDate"),
                fields.date("EndOfYearLockDate"),
                fields.text("TaxNumber", ""),
                fields.text("ShortCode", ""),
                fields.text("Class", ""),
                fields.flag("IsDemoCompany"));
    }

    private static @Nullable MonthDay financialYearEnd(Fields fields) {
        Integer month = fields.whole("FinancialYearEndMonth");
        Integer day = fields.whole("FinancialYearEndDay");
        try {
            return month == null || day == null ? null : MonthDay.of(month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
