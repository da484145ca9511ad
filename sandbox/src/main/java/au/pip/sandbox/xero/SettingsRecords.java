package au.pip.sandbox.xero;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.AccountClass;
import au.pip.sandbox.books.AccountType;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.books.TaxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The organisation, its chart of accounts and its tax rates as Xero writes them. */
final class SettingsRecords {
    private final Books books;
    private final Instant created;

    SettingsRecords(Books books) {
        this.books = books;
        this.created = books.spec().start().minusDays(1).atTime(23, 12, 5).toInstant(ZoneOffset.UTC);
    }

    Map<String, Object> organisation() {
        Organisation organisation = books.organisation();
        return new Fields()
                .with("Name", organisation.name())
                .with("LegalName", organisation.legalName())
                .with("PaysTax", true)
                .with("Version", "AU")
                .with("OrganisationType", organisation.organisationType())
                .with("BaseCurrency", Organisation.BASE_CURRENCY)
                .with("CountryCode", "AU")
                .with("IsDemoCompany", false)
                .with("OrganisationStatus", "ACTIVE")
                .with("TaxNumber", organisation.abn())
                .with("FinancialYearEndDay", 30)
                .with("FinancialYearEndMonth", 6)
                .with("SalesTaxBasis", organisation.salesTaxBasis())
                .with("SalesTaxPeriod", Organisation.SALES_TAX_PERIOD)
                .with("DefaultSalesTax", "Tax Exclusive")
                .with("DefaultPurchasesTax", "Tax Exclusive")
                .with("CreatedDateUTC", created)
                .with("OrganisationEntityType", organisation.organisationType())
                .with("Timezone", Organisation.TIMEZONE)
                .with("ShortCode", organisation.shortCode())
                .with("OrganisationID", organisation.organisationId())
                .with("Edition", "BUSINESS")
                .with("Class", organisation.company() == Company.SOLE_TRADER ? "IGNITE" : "GROW")
                .with("Addresses", List.of())
                .with("Phones", List.of())
                .with("ExternalLinks", List.of())
                .with("PaymentTerms", Map.of())
                .map();
    }

    List<Map<String, Object>> accounts() {
        return books.accounts().stream().map(this::account).toList();
    }

    List<Map<String, Object>> taxRates() {
        return Arrays.stream(TaxType.values()).map(SettingsRecords::taxRate).toList();
    }

    private Map<String, Object> account(Account account) {
        boolean bank = account.type() == AccountType.BANK;
        return new Fields()
                .with("AccountID", account.id())
                .with("Code", account.code())
                .with("Name", account.name())
                .with("Status", "ACTIVE")
                .with("Type", account.type().name())
                .with("TaxType", account.taxType().name())
                .with("Class", account.accountClass().name())
                .with("SystemAccount", account.systemAccount())
                .with("EnablePaymentsToAccount", false)
                .with("ShowInExpenseClaims", account.accountClass() == AccountClass.EXPENSE)
                .with("BankAccountNumber", bank ? "062000" + account.code() + "45678" : null)
                .with("BankAccountType", bank ? "BANK" : "")
                .with("CurrencyCode", bank ? Organisation.BASE_CURRENCY : null)
                .with("ReportingCode", "")
                .with("HasAttachments", false)
                .with("UpdatedDateUTC", created)
                .with("AddToWatchlist", false)
                .map();
    }

    private static Map<String, Object> taxRate(TaxType type) {
        BigDecimal percent = BigDecimal.valueOf(type.percent() * 10_000L, 4);
        boolean income = type == TaxType.OUTPUT || type == TaxType.EXEMPTOUTPUT || type == TaxType.EXEMPTEXPORT;
        boolean either = type == TaxType.BASEXCLUDED || type == TaxType.INPUTTAXED;
        return new Fields()
                .with("Name", type.label())
                .with("TaxType", type.name())
                .with("ReportTaxType", type.name())
                .with("CanApplyToAssets", true)
                .with("CanApplyToEquity", true)
                .with("CanApplyToExpenses", either || !income)
                .with("CanApplyToLiabilities", true)
                .with("CanApplyToRevenue", either || income)
                .with("DisplayTaxRate", percent)
                .with("EffectiveRate", percent)
                .with("Status", "ACTIVE")
                .with(
                        "TaxComponents",
                        List.of(new Fields()
                                .with("Name", "GST")
                                .with("Rate", percent)
                                .with("IsCompound", false)
                                .with("IsNonRecoverable", false)
                                .map()))
                .map();
    }
}
