package au.pip.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.books.AccountClass;
import au.pip.sandbox.books.Balances;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.books.JournalEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Books BOOKS = Books.generate(new BooksSpec(5, Company.SOLE_TRADER, TODAY));
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        client = new Client(BOOKS, SandboxOptions.defaults().withLimits(Limits.none()));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void profitFollowsFromTheJournalOnEitherBasis() throws Exception {
        LocalDate from = LocalDate.of(2026, 7, 1);
        LocalDate to = LocalDate.of(2026, 9, 30);
        String range = "Reports/ProfitAndLoss?fromDate=" + from + "&toDate=" + to;
        assertThat(Client.row(client.json(range), "Net Profit")).containsExactly(profit(BOOKS.journal(), from, to));
        assertThat(Client.row(client.json(range + "&paymentsOnly=true"), "Net Profit"))
                .containsExactly(profit(BOOKS.cashJournal(), from, to))
                .doesNotContain(profit(BOOKS.journal(), from, to));
    }

    @Test
    void profitAndLossHasXerosSections() throws Exception {
        JsonNode report = client.json("Reports/ProfitAndLoss?fromDate=2026-10-01&toDate=2026-10-31")
                .get("Reports")
                .get(0);
        assertThat(report.get("ReportTitles").get(0).asString()).isEqualTo("Profit and Loss");
        List<String> titles = Client.list(report.get("Rows")).stream()
                .map(row -> row.path("Title").asString("Header"))
                .toList();
        assertThat(titles)
                .containsExactly(
                        "Header",
                        "Income",
                        "Less Cost of Sales",
                        "",
                        "Plus Other Income",
                        "Less Operating Expenses",
                        "");
        JsonNode net = report.get("Rows").get(6).get("Rows").get(0);
        assertThat(net.get("RowType").asString()).isEqualTo("Row");
        assertThat(net.get("Cells").get(0).get("Value").asString()).isEqualTo("Net Profit");
        assertThat(net.get("Cells").get(1).get("Value").isString()).isTrue();
        JsonNode sales =
                report.get("Rows").get(1).get("Rows").get(0).get("Cells").get(0);
        assertThat(sales.get("Attributes").get(0).get("Id").asString()).isEqualTo("account");
    }

    @Test
    void comparedPeriodsEqualTheSameRangesAskedForAlone() throws Exception {
        JsonNode quarter = client.json("Reports/ProfitAndLoss?fromDate=2026-10-01&toDate=2026-10-31&periods=3");
        List<String> columns = Client.row(quarter, "Net Profit");
        assertThat(columns).hasSize(4);
        String[][] ranges = {{"2026-10-01", "2026-10-31"}, {"2026-09-01", "2026-09-30"}, {"2026-08-01", "2026-08-31"}};
        for (int column = 0; column < ranges.length; column++) {
            JsonNode alone =
                    client.json("Reports/ProfitAndLoss?fromDate=" + ranges[column][0] + "&toDate=" + ranges[column][1]);
            assertThat(Client.row(alone, "Net Profit")).containsExactly(columns.get(column));
        }
    }

    @Test
    void balanceSheetBalancesOnBothSidesOfAFinancialYear() throws Exception {
        for (String date : List.of("2025-06-30", "2026-06-30", "2026-07-01", "2026-11-23")) {
            JsonNode sheet = client.json("Reports/BalanceSheet?date=" + date + "&periods=1&timeframe=YEAR");
            List<String> assets = Client.row(sheet, "Total Assets");
            List<String> liabilities = Client.row(sheet, "Total Liabilities");
            List<String> net = Client.row(sheet, "Net Assets");
            assertThat(net).hasSize(2).isEqualTo(Client.row(sheet, "Total Equity"));
            assertThat(new BigDecimal(assets.getFirst()).subtract(new BigDecimal(liabilities.getFirst())))
                    .isEqualByComparingTo(net.getFirst());
        }
        assertThat(Client.row(client.json("Reports/BalanceSheet?date=2026-07-01"), "Retained Earnings"))
                .isNotEqualTo(Client.row(client.json("Reports/BalanceSheet?date=2026-06-30"), "Retained Earnings"));
    }

    @Test
    void trialBalanceTotalsAgree() throws Exception {
        for (String query : List.of("", "?date=2026-06-30", "?date=2026-07-01&paymentsOnly=true")) {
            List<String> totals = Client.row(client.json("Reports/TrialBalance" + query), "Total");
            assertThat(totals.get(0)).isEqualTo(totals.get(1));
            assertThat(totals.get(2)).isEqualTo(totals.get(3)).isNotEqualTo("0.00");
        }
        long gst = -new Balances(BOOKS.journal()).at("820", TODAY);
        assertThat(Client.row(client.json("Reports/TrialBalance"), "GST (820)").get(3))
                .isEqualTo(Fields.decimal(gst).toPlainString());
    }

    @Test
    void bankSummaryAddsUpAndNamesItsAccountsDifferently() throws Exception {
        JsonNode summary = client.json("Reports/BankSummary?fromDate=2026-11-01&toDate=2026-11-23");
        List<String> bank = Client.row(summary, "Business Bank Account");
        assertThat(new BigDecimal(bank.get(0)).add(new BigDecimal(bank.get(1))).subtract(new BigDecimal(bank.get(2))))
                .isEqualByComparingTo(bank.get(3));
        assertThat(Client.row(client.json("Reports/BalanceSheet"), "Business Bank Account"))
                .containsExactly(bank.get(3));
        JsonNode first = summary.get("Reports")
                .get(0)
                .get("Rows")
                .get(1)
                .get("Rows")
                .get(0)
                .get("Cells")
                .get(0);
        assertThat(first.get("Attributes").get(0).get("Id").asString()).isEqualTo("accountID");
    }

    @Test
    void openingBalancesAreNoCashReceived() throws Exception {
        LocalDate start = BOOKS.spec().start();
        List<String> bank = Client.row(
                client.json("Reports/BankSummary?fromDate=" + start + "&toDate=" + start), "Business Savings Account");
        assertThat(bank).containsExactly("12500.00", "0.00", "0.00", "12500.00");
    }

    @Test
    void refusesWhatNoReportCanBeMadeOf() throws Exception {
        for (String query : List.of(
                "ProfitAndLoss?fromDate=soon",
                "ProfitAndLoss?fromDate=2026-02-01&toDate=2026-01-01",
                "ProfitAndLoss?periods=13",
                "BalanceSheet?periods=2&timeframe=WEEK",
                "BankSummary?toDate=2026-02-30")) {
            assertThat(client.get("Reports/" + query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(client.get("Reports/BASReport").statusCode()).isEqualTo(404);
    }

    private static String profit(List<JournalEntry> journal, LocalDate from, LocalDate to) {
        long cents = journal.stream()
                .filter(entry -> !entry.date().isBefore(from) && !entry.date().isAfter(to))
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> {
                    AccountClass kind = BOOKS.account(line.accountCode()).accountClass();
                    return kind == AccountClass.REVENUE || kind == AccountClass.EXPENSE;
                })
                .mapToLong(line -> -line.amount())
                .sum();
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
