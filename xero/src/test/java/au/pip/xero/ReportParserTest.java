package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Basis;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ReportParserTest {
    private static final Period OCTOBER = Period.month(YearMonth.of(2026, 10));
    private static final LocalDate END = LocalDate.of(2026, 10, 31);

    @Test
    void readsProfitAndLossWhoseTotalsAreOrdinaryRows() {
        ProfitAndLoss report = profitAndLoss(
                header("", "31 Oct 26"),
                section(
                        "Income",
                        account("Sales", "s1", "5000.00"),
                        account("Refunds", "s2", "-120.50"),
                        total("Total Income", "4879.50")),
                section(
                        "Less Cost of Sales",
                        account("Materials", "c1", "900.10"),
                        total("Total Cost of Sales", "900.10")),
                section("", row("Gross Profit", "3979.40")),
                section("Plus Other Income", account("Interest", "o1", "3.20"), total("Total Other Income", "3.20")),
                section(
                        "Less Operating Expenses",
                        account("Rent", "e1", "1000.00"),
                        account("Fees", "e2", ""),
                        total("Total Operating Expenses", "1000.00")),
                section("", row("Net Profit", "2982.60")));

        assertThat(report.income()).isEqualTo(Money.aud(487950));
        assertThat(report.costOfSales()).isEqualTo(Money.aud(90010));
        assertThat(report.grossProfit()).isEqualTo(Money.aud(397940));
        assertThat(report.otherIncome()).isEqualTo(Money.aud(320));
        assertThat(report.expenses()).isEqualTo(Money.aud(100000));
        assertThat(report.netProfit()).isEqualTo(Money.aud(298260));
        assertThat(report.lines())
                .extracting(ReportLine::label)
                .containsExactly("Sales", "Refunds", "Materials", "Interest", "Rent", "Fees");
        assertThat(report.lines().get(1)).isEqualTo(new ReportLine("Income", "s2", "Refunds", Money.aud(-12050)));
        assertThat(report.basis()).isEqualTo(Basis.CASH);
    }

    @Test
    void findsTheNetResultWhateverItsCaseAndName() {
        for (String label : new String[] {
            "NET PROFIT",
            "net  profit",
            "Net Income",
            "Net Surplus",
            "Net Profit / (Loss)",
            "Net Profit (Loss)",
            "Net Loss"
        }) {
            ProfitAndLoss report = profitAndLoss(
                    section("Trading Income", account("Sales", "s1", "10.00"), total("Total Trading Income", "10.00")),
                    section("Expenses", account("Rent", "e1", "22.00"), total("Total Expenses", "22.00")),
                    section("", row(label, "-12.00")));

            assertThat(report.netProfit()).as(label).isEqualTo(Money.aud(-1200));
            assertThat(report.grossProfit()).as(label).isNull();
        }
    }

    @Test
    void isNotFooledByAnAccountNamedLikeATotal() {
        ProfitAndLoss report = profitAndLoss(
                section(
                        "Income",
                        account("Net Profit", "s1", "77.00"),
                        account("Total Income", "s2", "1.00"),
                        total("Total Income", "78.00")),
                section("", row("Net Profit", "78.00")),
                section("Notes", account("Net profit", "n1", "5.00")));

        assertThat(report.netProfit()).isEqualTo(Money.aud(7800));
        assertThat(report.income()).isEqualTo(Money.aud(7800));
        assertThat(report.lines()).hasSize(3);
    }

    @Test
    void sumsASectionWithoutItsOwnTotal() {
        ProfitAndLoss report =
                profitAndLoss(section("Revenue", account("Sales", "s1", "5.00"), account("Other", "s2", "7.50")));

        assertThat(report.income()).isEqualTo(Money.aud(1250));
        assertThat(report.netProfit()).isEqualTo(Money.aud(1250));
    }

    @Test
    void readsAPeriodWithoutAnyMovement() {
        assertThat(profitAndLoss(header("", "x")).netProfit()).isEqualTo(Money.aud(0));
    }

    @Test
    void refusesAReportWhoseResultCannotBeTold() {
        assertThatThrownBy(() -> profitAndLoss(section("Gewinne", account("A", "a", "5.00"))))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("no net profit");
        assertThatThrownBy(() -> profitAndLoss(section("Income", account("Sales", "s1", "1,000.00"))))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("\"Sales\" has no amount");
    }

    @Test
    void readsABalanceSheetWhoseTotalsAreMarkedEitherWay() {
        Report report = parse(
                header("", "31 Oct 2026"),
                section("Assets"),
                section(
                        "Bank",
                        account("Everyday", "b1", "-1850.00"),
                        account("Savings", "b2", "2146.37"),
                        total("Total Bank", "296.37")),
                section(
                        "Current Assets",
                        account("Accounts Receivable", "d1", "1000.00"),
                        total("Total Current Assets", "1000.00")),
                section("", total("Total Assets", "1296.37")),
                section("Liabilities"),
                section(
                        "Current Liabilities",
                        account("GST", "g1", "96.37"),
                        total("Total Current Liabilities", "96.37")),
                section("", total("Total Liabilities", "96.37")),
                section("", row("Net Assets", "1200.00")),
                section("Equity", row("Current Year Earnings", "1199.99"), total("Total Equity", "1199.99")));
        BalanceSheet sheet = BalanceSheet.of(report, END, Basis.ACCRUALS, Money.AUD);

        assertThat(sheet.bank()).isEqualTo(Money.aud(29637));
        assertThat(sheet.assets()).isEqualTo(Money.aud(129637));
        assertThat(sheet.liabilities()).isEqualTo(Money.aud(9637));
        assertThat(sheet.netAssets()).isEqualTo(Money.aud(120000));
        assertThat(sheet.equity()).isEqualTo(Money.aud(119999));
        assertThat(sheet.lines())
                .extracting(ReportLine::label)
                .containsExactly("Everyday", "Savings", "Accounts Receivable", "GST", "Current Year Earnings");
    }

    @Test
    void fillsInWhatABalanceSheetLeavesOutOnlyWhereItFollows() {
        Report noDebts = parse(
                section("Bank", account("Everyday", "b1", "10.00")),
                section("", total("Total Assets", "10.00"), row("Net Assets", "10.00")));
        assertThat(BalanceSheet.of(noDebts, END, Basis.CASH, Money.AUD).liabilities())
                .isEqualTo(Money.aud(0));

        Report noTotals = parse(section("Bank", account("Everyday", "b1", "10.00")));
        assertThatThrownBy(() -> BalanceSheet.of(noTotals, END, Basis.CASH, Money.AUD))
                .isInstanceOf(XeroException.Malformed.class);

        assertThat(BalanceSheet.of(parse(), END, Basis.CASH, Money.AUD).netAssets())
                .isEqualTo(Money.aud(0));
    }

    @Test
    void readsATrialBalanceWithItsCodes() {
        Report report = parse(
                header("Account", "Debit", "Credit", "YTD Debit", "YTD Credit"),
                section("Revenue", account("Sales (Retail) (200)", "s1", "", "200.00", "", "1020.22")),
                section("Assets", account("Everyday", "b1", "150.00", "", "1020.22", "")),
                section("", total("Total", "150.00", "200.00", "1020.22", "1020.22")));
        TrialBalance balance = TrialBalance.of(report, END, Money.AUD);

        assertThat(balance.lines()).hasSize(2);
        assertThat(balance.account("S1")).get().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Sales (Retail)");
            assertThat(line.code()).isEqualTo("200");
            assertThat(line.credit()).isEqualTo(Money.aud(20000));
            assertThat(line.balance()).isEqualTo(Money.aud(-102022));
        });
        assertThat(balance.lines().get(1).code()).isEmpty();
        assertThat(balance.lines().stream().map(TrialBalance.Line::balance).reduce(Money::plus))
                .contains(Money.aud(0));
    }

    @Test
    void readsABankSummaryWhoseFirstCellNamesTheAccountOtherwise() {
        Report report = parse(
                header("Bank Accounts", "Opening Balance", "Cash Received", "Cash Spent", "FX Gain", "Closing Balance"),
                section(
                        "",
                        "{\"RowType\":\"Row\",\"Cells\":[{\"Value\":\"Everyday\",\"Attributes\":[{\"Value\":\"b1\",\"Id\":\"accountID\"}]},"
                                + "{\"Value\":\"5.00\"},{\"Value\":\"110.00\"},{\"Value\":\"100.00\"},{\"Value\":\"\"},{\"Value\":\"15.00\"}]}",
                        row("Total", "5.00", "110.00", "100.00", "", "15.00")));
        BankSummary summary = BankSummary.of(report, OCTOBER, Money.AUD);

        assertThat(summary.accounts())
                .containsExactly(new BankSummary.Line(
                        "b1", "Everyday", Money.aud(500), Money.aud(11000), Money.aud(10000), Money.aud(1500)));
        assertThat(summary.closing()).isEqualTo(Money.aud(1500));
        assertThat(BankSummary.of(parse(), OCTOBER, Money.AUD).closing()).isNull();
    }

    @Test
    void flattensNestedSectionsAndKeepsEveryRow() {
        Report report = parse(
                row("Loose", "1.00"),
                section("Outer", row("A", "2.00"), section("Inner", row("B", "3.00")), row("C", "4.00")),
                "{\"RowType\":\"Unheard\",\"Cells\":[{\"Value\":5.25}]}",
                "{}");

        assertThat(report.sections())
                .extracting(Report.Section::title)
                .containsExactly("", "Outer", "Inner", "Outer", "");
        assertThat(report.rows()).extracting(Report.Row::label).containsExactly("Loose", "A", "B", "C", "5.25", "");
        assertThat(report.rows().get(4).cells().getFirst().number()).isEqualTo(new BigDecimal("5.25"));
    }

    @Test
    void keepsEmptyApartFromZero() {
        Report report = parse(row("A", "", "0.00", "n/a"));

        assertThat(report.rows().getFirst().cells())
                .extracting(Report.Cell::number)
                .containsExactly(null, null, new BigDecimal("0.00"), null);
    }

    @Test
    void refusesAReplyWithoutAReport() {
        assertThatThrownBy(() -> ReportParser.parse(
                        WireJson.parse("{\"Reports\":[]}".getBytes(StandardCharsets.UTF_8)), "Reports/X"))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("Reports/X");
    }

    private static ProfitAndLoss profitAndLoss(String... rows) {
        return ProfitAndLoss.of(parse(rows), OCTOBER, Basis.CASH, Money.AUD);
    }

    private static Report parse(String... rows) {
        String json =
                "{\"Reports\":[{\"ReportName\":\"R\",\"ReportType\":\"R\",\"ReportTitles\":[\"R\",\"Org\"],\"Rows\":["
                        + String.join(",", rows) + "]}]}";
        return ReportParser.parse(WireJson.parse(json.getBytes(StandardCharsets.UTF_8)), "Reports/R");
    }

    private static String header(String... cells) {
        return line("Header", null, cells);
    }

    private static String section(String title, String... rows) {
        return "{\"RowType\":\"Section\",\"Title\":\"%s\",\"Rows\":[%s]}".formatted(title, String.join(",", rows));
    }

    private static String account(String label, String id, String... values) {
        return line("Row", id, prepend(label, values));
    }

    private static String row(String label, String... values) {
        return line("Row", null, prepend(label, values));
    }

    private static String total(String label, String... values) {
        return line("SummaryRow", null, prepend(label, values));
    }

    private static String line(String type, @org.jspecify.annotations.Nullable String account, String... cells) {
        StringBuilder json = new StringBuilder("{\"RowType\":\"" + type + "\",\"Cells\":[");
        for (int i = 0; i < cells.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"Value\":\"")
                    .append(cells[i])
                    .append('"');
            if (account != null) {
                json.append(",\"Attributes\":[{\"Value\":\"").append(account).append("\",\"Id\":\"account\"}]");
            }
            json.append('}');
        }
        return json.append("]}").toString();
    }

    private static String[] prepend(String first, String[] rest) {
        String[] all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
