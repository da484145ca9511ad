package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BudgetAndSummaryTest {
    private static final String CELLS = "{\"Value\":\"%s\"}";

    private final FakeXero xero = new FakeXero();
    private final XeroHttp http = new XeroHttp(xero.settings());
    private final XeroApi api = new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT);

    @BeforeEach
    void organisation() {
        xero.on("Organisation", """
                {"Organisations":[{"OrganisationID":"b2c885a9-4bb9-4a00-9b6e-6c2bf60b1a2b","Name":"Hume Joinery","BaseCurrency":"AUD",
                 "CountryCode":"AU"}]}""");
    }

    @AfterEach
    void close() {
        http.close();
        xero.close();
    }

    @Test
    void sumsTheBudgetOverTheMonthsAskedFor() {
        xero.on("Reports/BudgetSummary", budget("Account", "Sept-26", "Oct-26", "Nov-26"));

        BudgetSummary budget = api.budgetSummary(YearMonth.of(2026, 9), 2).value();

        assertThat(budget.first()).isEqualTo(YearMonth.of(2026, 9));
        assertThat(budget.last()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(budget.income()).isEqualTo(Money.aud(30_050));
        assertThat(budget.costOfSales()).isEqualTo(Money.aud(5_000));
        assertThat(budget.expenses()).isEqualTo(Money.aud(2_000));
        assertThat(budget.netProfit()).isEqualTo(Money.aud(23_050));
        assertThat(budget.lines())
                .extracting(ReportLine::section, ReportLine::label, ReportLine::accountId, ReportLine::amount)
                .containsExactly(
                        tuple("Income", "Sales", "a1", Money.aud(30_050)),
                        tuple("Less Cost of Sales", "Materials", null, Money.aud(5_000)),
                        tuple("Less Operating Expenses", "Rent", null, Money.aud(2_000)));
        assertThat(xero.seen.getFirst().rawQuery()).isEqualTo("date=2026-09-01&periods=2&timeframe=1");
    }

    @Test
    void refusesABudgetOfOtherMonths() {
        xero.on("Reports/BudgetSummary", budget("Account", "Aug-26", "Sep-26", "Oct-26"));

        assertThatThrownBy(() -> api.budgetSummary(YearMonth.of(2026, 10), 2))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("no column for 2026-11");
        assertThatThrownBy(() -> api.budgetSummary(YearMonth.of(2026, 10), 13))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsABudgetThatHoldsNothing() {
        xero.on("Reports/BudgetSummary", """
                {"Reports":[{"ReportName":"Budget Summary","Rows":[{"RowType":"Header","Cells":[{"Value":"Account"},{"Value":"Jan-26"}]},
                 {"RowType":"Section","Title":"","Rows":[{"RowType":"SummaryRow","Cells":[{"Value":"Net Profit"},{"Value":"0.00"}]}]}]}]}""");

        BudgetSummary budget = api.budgetSummary(YearMonth.of(2026, 1), 1).value();

        assertThat(budget.isEmpty()).isTrue();
        assertThat(budget.netProfit()).isEqualTo(Money.aud(0));
    }

    @Test
    void readsEachMeasureOfTheExecutiveSummaryInItsOwnUnit() {
        xero.on("Reports/ExecutiveSummary", """
                {"Reports":[{"ReportName":"Executive Summary","Rows":[{"RowType":"Header","Cells":[{"Value":""},{"Value":"Nov 2026"},
                 {"Value":"Oct 2026"},{"Value":"Variance"}]},
                 {"RowType":"Section","Title":"Profitability","Rows":[%s]},{"RowType":"Section","Title":"Performance","Rows":[%s,%s]},
                 {"RowType":"Section","Title":"Position","Rows":[%s,%s,%s]}]}]}""".formatted(
                        row("Profit (loss)", "-165.40", "0.00", "0.0%"),
                        row("Number of invoices issued", "7", "0", "0.0%"),
                        row("Gross profit margin", "100.0%", "", "0.0%"),
                        row("Average debtors days", "442.50", "0", "0.0%"),
                        row("Current assets to liabilities", "4.0729764675459012154124644427", "", "0.0%"),
                        row("Average value of invoices", "40.005", "0.00", "0.0%")));

        ExecutiveSummary summary = api.executiveSummary(YearMonth.of(2026, 11)).value();

        assertThat(summary.lines())
                .extracting(ExecutiveSummary.Line::label, ExecutiveSummary.Line::unit, ExecutiveSummary.Line::now)
                .containsExactly(
                        tuple("Profit (loss)", ExecutiveSummary.Unit.MONEY, new BigDecimal("-165.40")),
                        tuple("Number of invoices issued", ExecutiveSummary.Unit.COUNT, new BigDecimal("7")),
                        tuple("Gross profit margin", ExecutiveSummary.Unit.PERCENT, new BigDecimal("100.0")),
                        tuple("Average debtors days", ExecutiveSummary.Unit.DAYS, new BigDecimal("442.50")),
                        tuple(
                                "Current assets to liabilities",
                                ExecutiveSummary.Unit.RATIO,
                                new BigDecimal("4.0729764675459012154124644427")),
                        tuple("Average value of invoices", ExecutiveSummary.Unit.MONEY, new BigDecimal("40.005")));
        assertThat(summary.lines().get(2).before()).isNull();
        assertThat(ExecutiveSummary.amount(new BigDecimal("40.005"), Money.AUD)).isEqualTo(Money.aud(4001));
        assertThat(ExecutiveSummary.whole(new BigDecimal("442.50"))).isEqualTo(443);
        assertThat(xero.seen.getFirst().rawQuery()).isEqualTo("date=2026-11-30");
    }

    private static String budget(String... columns) {
        return """
                {"Reports":[{"ReportName":"Budget Summary","ReportType":"BudgetSummary","Rows":[{"RowType":"Header","Cells":[%s]},
                 {"RowType":"Section","Title":"Income","Rows":[{"RowType":"Row","Cells":[{"Value":"Sales","Attributes":[{"Value":"a1",
                 "Id":"account"}]},{"Value":"100.00"},{"Value":"200.50"},{"Value":"1.00"}]},%s]},
                 {"RowType":"Section","Title":"Less Cost of Sales","Rows":[%s]},
                 {"RowType":"Section","Title":"Less Operating Expenses","Rows":[%s]},
                 {"RowType":"Section","Title":"","Rows":[%s]}]}]}""".formatted(
                        cells(columns),
                        row("SummaryRow", new String[] {"Total Income", "100.00", "200.50", "1.00"}),
                        row("Materials", "20.00", "30.00", "1.00"),
                        row("Rent", "", "20.00", "1.00"),
                        row("SummaryRow", new String[] {"Net Profit", "80.00", "150.50", "-1.00"}));
    }

    private static String row(String... cells) {
        return row("Row", cells);
    }

    private static String row(String type, String[] cells) {
        return "{\"RowType\":\"%s\",\"Cells\":[%s]}".formatted(type, cells(cells));
    }

    private static String cells(String... values) {
        return String.join(
                ",", java.util.Arrays.stream(values).map(CELLS::formatted).toList());
    }
}
