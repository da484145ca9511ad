package au.pip.sandbox.xero;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.AccountClass;
import au.pip.sandbox.books.AccountType;
import au.pip.sandbox.books.Budget;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The overall budget from the month of {@code date} on. {@code timeframe} is a number here (1, 3 or 12 months a column),
 * and a column is headed by its last month, as in the example of Xero's OpenAPI description.
 */
final class BudgetSummaryReport {
    private static final DateTimeFormatter COLUMN = DateTimeFormatter.ofPattern("MMM-yy", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final Reports reports;

    /** The months of a column. */
    private record Range(YearMonth from, YearMonth to) {}

    BudgetSummaryReport(Reports reports) {
        this.reports = reports;
    }

    Object report(Query query, Instant now) throws BadRequest {
        LocalDate date = query.date("date", reports.today());
        int months = query.number("timeframe", 1, 12, 1);
        if (months != 1 && months != 3 && months != 12) {
            throw new BadRequest("timeframe is 1, 3 or 12, not " + months);
        }
        YearMonth first = YearMonth.from(date);
        List<Range> ranges = IntStream.range(0, query.number("periods", 1, 12, 12))
                .mapToObj(column -> new Range(
                        first.plusMonths((long) column * months), first.plusMonths((column + 1L) * months - 1)))
                .toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>(List.of("Account"));
        ranges.forEach(range -> labels.add(COLUMN.format(range.to())));
        rows.add(ReportRows.header(labels));
        List<Long> income = section(
                rows,
                ranges,
                "Income",
                "Total Income",
                account -> account.accountClass() == AccountClass.REVENUE && account.type() != AccountType.OTHERINCOME);
        List<Long> costs = section(
                rows,
                ranges,
                "Less Cost of Sales",
                "Total Cost of Sales",
                account -> account.type() == AccountType.DIRECTCOSTS);
        List<Long> gross = minus(income, costs);
        rows.add(ReportRows.section("", List.of(ReportRows.summary("Gross Profit", ReportRows.amounts(gross)))));
        List<Long> other = section(
                rows,
                ranges,
                "Plus Other Income",
                "Total Other Income",
                account -> account.type() == AccountType.OTHERINCOME);
        List<Long> expenses = section(
                rows,
                ranges,
                "Less Operating Expenses",
                "Total Operating Expenses",
                account -> account.accountClass() == AccountClass.EXPENSE && account.type() != AccountType.DIRECTCOSTS);
        List<Long> net = minus(gross, minus(expenses, other));
        rows.add(ReportRows.section("", List.of(ReportRows.summary("Net Profit", ReportRows.amounts(net)))));
        return reports.report(
                "Budget Summary",
                "BudgetSummary",
                LONG_MONTH.format(first) + " to "
                        + LONG_MONTH.format(ranges.getLast().to()),
                rows,
                now);
    }

    private List<Long> section(
            List<Map<String, Object>> rows,
            List<Range> ranges,
            String title,
            String totalLabel,
            Predicate<Account> wanted) {
        List<Map<String, Object>> inside = new ArrayList<>();
        List<Long> totals = new ArrayList<>(ranges.stream().map(range -> 0L).toList());
        for (Account account : reports.accounts(wanted)) {
            List<Long> amounts = ranges.stream()
                    .map(range -> budgeted(account.code(), range))
                    .toList();
            if (amounts.stream().anyMatch(amount -> amount != 0)) {
                inside.add(ReportRows.account(account.id(), account.name(), ReportRows.amounts(amounts)));
                for (int column = 0; column < totals.size(); column++) {
                    totals.set(column, totals.get(column) + amounts.get(column));
                }
            }
        }
        if (!inside.isEmpty()) {
            inside.add(ReportRows.summary(totalLabel, ReportRows.amounts(totals)));
            rows.add(ReportRows.section(title, inside));
        }
        return totals;
    }

    private long budgeted(String accountCode, Range range) {
        return reports.books().budgets().stream()
                .filter(budget -> budget.accountCode().equals(accountCode)
                        && !budget.month().isBefore(range.from())
                        && !budget.month().isAfter(range.to()))
                .mapToLong(Budget::amount)
                .sum();
    }

    private static List<Long> minus(List<Long> left, List<Long> right) {
        return IntStream.range(0, left.size())
                .mapToObj(column -> left.get(column) - right.get(column))
                .toList();
    }
}
