package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.ToolResult;
import au.pip.ledger.Fact;
import au.pip.ledger.Money;
import au.pip.ledger.Value;
import au.pip.sandbox.books.Balances;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Company;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the tools about tax tell of the books and the law, over the pretend Xero, against the journals behind it. */
class TaxToolsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    private final TaxBooks served = new TaxBooks();

    @AfterEach
    void close() throws Exception {
        served.close();
    }

    @Test
    void tellsTheLabelsOfACompanysStatement() throws InterruptedException {
        Books truth = TaxBooks.of(Company.PTY_LTD, TODAY);

        ToolResult result = served.ask(truth, "bas_figures", Map.of("period", "this_quarter"));

        assertThat(result.content()).contains("not lodged");
        Balances journal = new Balances(truth.journal());
        long wages = journal.between("477", OCTOBER, TODAY);
        assertThat(wages).isPositive();
        assertThat(served.amount("W1 wages")).isEqualTo(Money.aud(wages));
        long withheld = truth.manualJournals().stream()
                .filter(each -> !each.date().isBefore(OCTOBER))
                .flatMap(each -> each.lines().stream())
                .filter(line -> line.accountCode().equals("825"))
                .mapToLong(line -> -line.amount())
                .sum();
        assertThat(served.amount("W2 withheld from wages")).isEqualTo(Money.aud(withheld));
        Fact w1 = served.fact("W1 wages");
        assertThat(w1.source().records()).isPositive();
        assertThat(w1.source().endpoint()).contains("ManualJournals");
        assertThat(served.amount("1A GST on sales")
                        .minus(served.amount("1B GST on purchases"))
                        .abs())
                .isEqualTo(served.amount(served.fact("GST to pay", "GST refund due")));
        assertThat(served.amount("G1 total sales with GST").minor())
                .isGreaterThanOrEqualTo(served.amount("1A GST on sales").minor() * 11);
    }

    @Test
    void tellsNoWagesWhereThereAreNone() throws InterruptedException {
        ToolResult result = served.ask(TaxBooks.of(Company.SOLE_TRADER, TODAY), "bas_figures", Map.of());

        assertThat(result.content()).contains("No wages were found").contains("(cash)");
        assertThat(served.facts().all()).noneMatch(each -> each.measure().startsWith("W"));
    }

    @Test
    void findsTheGstAccountInAgreementWithTheLines() throws InterruptedException {
        for (Company company : Company.values()) {
            served.forget();
            Books truth = TaxBooks.of(company, TODAY);

            ToolResult result = served.ask(truth, "gst_check", Map.of());

            assertThat(served.amount("difference between GST account and lines"))
                    .as(result.content())
                    .isEqualTo(Money.aud(0));
            assertThat(result.content()).contains("They agree");
            assertThat(served.amount("GST account balance"))
                    .isEqualTo(Money.aud(-new Balances(truth.journal()).at("820", TODAY)));
            assertThat(served.fact("difference between GST account and lines").isDerived())
                    .isTrue();
            boolean cash = company == Company.SOLE_TRADER || company == Company.CAFE;
            assertThat(result.content().contains("differ by timing")).isEqualTo(cash);
        }
    }

    @Test
    void namesADifferenceThatJournalsAndPaymentsDoNotExplain() throws InterruptedException {
        try (ServedBooks few = new ServedBooks()) {
            few.organisation("SalesTaxBasis", "ACCRUALS");
            few.record("Accounts", Map.of("AccountID", "g1", "Code", "820", "Name", "GST", "SystemAccount", "GST"));
            few.record(
                    "Reports/TrialBalance",
                    Map.of(
                            "ReportID",
                            "TrialBalance",
                            "ReportDate",
                            "23 November 2026",
                            "Rows",
                            List.of(Map.of(
                                    "RowType",
                                    "Header",
                                    "Cells",
                                    List.of(
                                            Map.of("Value", "Account"),
                                            Map.of("Value", "Debit"),
                                            Map.of("Value", "Credit"),
                                            Map.of("Value", "YTD Debit"),
                                            Map.of("Value", "YTD Credit"))))));
            few.record(
                    "BankTransactions",
                    Map.of(
                            "BankTransactionID", "b1",
                            "Type", "SPEND",
                            "Status", "AUTHORISED",
                            "DateString", "2026-10-28T00:00:00",
                            "CurrencyCode", "AUD",
                            "Total", 70,
                            "TotalTax", 0,
                            "LineItems",
                                    List.of(Map.of("AccountCode", "820", "LineAmount", 70, "TaxType", "BASEXCLUDED"))));

            ToolResult result = few.ask("gst_check", Map.of());

            // The account stayed at nothing though 70.00 was paid out of it: 70.00 that no line explains.
            assertThat(few.found())
                    .as(result.content())
                    .contains(
                            "paid out of the GST account | the business | 1 Oct – 23 Nov 2026 | $70.00",
                            "difference between GST account and lines | the business | 1 Oct – 23 Nov 2026 | $70.00");
            assertThat(result.content()).contains("The difference is not explained");
        }
    }

    @Test
    void tellsTheNextDates() throws InterruptedException {
        ToolResult result = served.ask(TaxBooks.of(Company.PTY_LTD, TODAY), "tax_dates", Map.of());

        assertThat(served.day("activity statement due, lodged yourself")).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(served.fact("activity statement due, lodged yourself")
                        .period()
                        .label())
                .isEqualTo("1 Oct – 31 Dec 2026");
        assertThat(served.day("activity statement due, possible through an agent"))
                .isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(served.fact("activity statement due, possible through an agent")
                        .period()
                        .label())
                .isEqualTo("1 Jul – 30 Sep 2026");
        assertThat(served.fact("activity statement due, lodged yourself")
                        .source()
                        .organisation())
                .isEqualTo("Pip's tax data");
        assertThat(served.fact("activity statement due, lodged yourself")
                        .source()
                        .endpoint())
                .endsWith("(law), checked 23 Nov 2026");
        assertThat(served.day("activity statement due, lodged yourself, before it moves to a business day"))
                .isEqualTo(LocalDate.of(2027, 2, 28));
        List<LocalDate> told = result.content()
                .lines()
                .filter(line -> line.startsWith("F"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .map(id -> ((Value.Day) served.facts().require(id).value()).date())
                .toList();
        assertThat(told).hasSize(5).isSorted().allMatch(day -> !day.isBefore(TODAY));
    }

    @Test
    void tellsWhoPaysInstalments() throws InterruptedException {
        ToolResult person = served.ask(TaxBooks.of(Company.SOLE_TRADER, TODAY), "payg_instalments", Map.of());
        assertThat(served.day("quarterly PAYG instalment due")).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(person.content())
                .contains("individuals pay PAYG instalments | the law | 1 Jul 2023 – 30 Jun 2027 | $4,000.00")
                .contains("I don't know the GDP adjustment for the year to June 2027")
                .doesNotContain("companies");
        assertThat(served.ask(TaxBooks.of(Company.PTY_LTD, TODAY), "payg_instalments", Map.of())
                        .content())
                .contains("$2,000,000.00")
                .doesNotContain("individuals");
    }

    @Test
    void looksFiguresUpAndSaysWhatIsNoLaw() throws InterruptedException {
        Books truth = TaxBooks.of(Company.SOLE_TRADER, TODAY);

        assertThat(served.ask(truth, "tax_figure", Map.of("about", "What's the super rate?"))
                        .content())
                .contains(
                        "F1 | super guarantee rate | the law | 1 Jul 2026 – 30 Jun 2027 | 12%\nF2 | figures last checked | | | 23 Nov 2026\n");
        assertThat(served.fact("super guarantee rate").source().endpoint())
                .contains("newsroom page on the super guarantee rate (law), checked 23 Nov 2026");
        assertThat(served.ask(truth, "tax_figure", Map.of("about", "instant asset write-off this year"))
                        .content())
                .contains(
                        "instant asset write-off limit | the figure, announced only | 1 Jul 2026 – 30 Jun 2027 | $20,000.00\nF4 | ")
                .contains(
                        "\nF4 | instant asset write-off limit unless the announced one becomes law | the law | | $1,000.00\n")
                .contains("The instant asset write-off limit is announced only, and was not law when it was checked.");
        assertThat(served.ask(truth, "tax_figure", Map.of("about", "instant asset write off", "day", "2025-08-01"))
                        .content())
                .contains("instant asset write-off limit | the law | 1 Jul 2025 – 30 Jun 2026 | $20,000.00");
        assertThat(served.ask(truth, "tax_figure", Map.of("about", "income tax rates"))
                        .content())
                .contains(
                        "resident income tax above $0 | the law | 1 Jul 2026 – 30 Jun 2027 | 0%\nF11 | resident income tax above $18,200 | | | 15%\n");
        assertThat(served.ask(truth, "tax_figure", Map.of("about", "GST threshold"))
                        .content())
                .contains("GST registration turnover | the law | 1 Jul 2023 – 30 Jun 2027 | $75,000.00");
        assertThat(served.ask(truth, "tax_figure", Map.of("about", "super rate", "day", "2028-01-01"))
                        .content())
                .contains("I don't know the super guarantee rate for the year to June 2028")
                .contains("Nothing found.");
        assertThat(served.ask(truth, "tax_figure", Map.of("about", "stamp duty"))
                        .failed())
                .isTrue();
    }

    @Test
    void knowsNoOtherCountrysTax() throws InterruptedException {
        try (ServedBooks few = new ServedBooks().organisation("CountryCode", "NZ")) {
            assertThat(few.ask("tax_dates", Map.of()).content()).startsWith("Pip knows Australian tax only");
        }
        try (ServedBooks few = new ServedBooks().organisation("OrganisationType", "TRUST")) {
            assertThat(few.ask("payg_instalments", Map.of()).content())
                    .startsWith("I don't know that for Hume Joinery");
        }
    }
}
