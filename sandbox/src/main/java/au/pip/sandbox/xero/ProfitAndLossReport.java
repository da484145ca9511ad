package au.pip.sandbox.xero;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.AccountClass;
import au.pip.sandbox.books.AccountType;
import au.pip.sandbox.books.Balances;
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
 * The profit and loss of a range of days, beside earlier ranges when {@code periods} asks for them. As in Xero, a range
 * longer than the timeframe overlaps its neighbours, and Gross Profit and Net Profit are ordinary rows in a section
 * without a title.
 */
final class ProfitAndLossReport {
    private static final DateTimeFormatter COLUMN = DateTimeFormatter.ofPattern("d MMM yy", Locale.ENGLISH);

    private final Reports reports;

    /** One column: its days. */
    private record Range(LocalDate from, LocalDate to) {}

    ProfitAndLossReport(Reports reports) {
        this.reports = reports;
    }

    Object report(Query query, Instant now) throws BadRequest {
        LocalDate from = query.date("fromDate", reports.today().withDayOfMonth(1));
        LocalDate to = query.date("toDate", YearMonth.from(from).atEndOfMonth());
        if (from.isAfter(to)) {
            throw new BadRequest("fromDate lies after toDate");
        }
        Balances balances = reports.balances(query);
        int months = Reports.monthsOf(query);
        List<Range> ranges = IntStream.rangeClosed(0, query.number("periods", 1, 12, 0))
                .mapToObj(period ->
                        new Range(from.minusMonths((long) period * months), Reports.earlier(to, period * months)))
                .toList();

        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>(List.of(""));
        ranges.forEach(range -> labels.add(COLUMN.format(range.to())));
        rows.add(ReportRows.header(labels));
        List<Long> income =
                section(rows, balances, ranges, "Income", "Total Income", true, ProfitAndLossReport::isIncome);
        List<Long> costs = section(
                rows,
                balances,
                ranges,
                "Less Cost of Sales",
                "Total Cost of Sales",
                false,
                ProfitAndLossReport::isCost);
        List<Long> gross = minus(income, costs);
        rows.add(ReportRows.section("", List.of(ReportRows.plain("Gross Profit", ReportRows.amounts(gross)))));
        List<Long> other = section(
                rows,
                balances,
                ranges,
                "Plus Other Income",
                "Total Other Income",
                false,
                account -> account.type() == AccountType.OTHERINCOME);
        List<Long> expenses = section(
                rows,
                balances,
                ranges,
                "Less Operating Expenses",
                "Total Operating Expenses",
                true,
                account -> account.accountClass() == AccountClass.EXPENSE && !isCost(account));
        List<Long> net = minus(gross, minus(expenses, other));
        rows.add(ReportRows.section("", List.of(ReportRows.plain("Net Profit", ReportRows.amounts(net)))));
        return reports.report(
                "Profit and Loss",
                "ProfitAndLoss",
                ReportRows.longDate(from) + " to " + ReportRows.longDate(to),
                rows,
                now);
    }

    /** Adds a section, unless it is optional and empty, and returns its totals. */
    private List<Long> section(
            List<Map<String, Object>> rows,
            Balances balances,
            List<Range> ranges,
            String title,
            String totalLabel,
            boolean always,
            Predicate<Account> wanted) {
        List<Map<String, Object>> inside = new ArrayList<>();
        List<Long> totals = new ArrayList<>(ranges.stream().map(range -> 0L).toList());
        for (Account account : reports.accounts(wanted)) {
            int sign = account.accountClass().isDebit() ? 1 : -1;
            List<Long> amounts = ranges.stream()
                    .map(range -> sign * balances.between(account.code(), range.from(), range.to()))
                    .toList();
            if (amounts.stream().anyMatch(amount -> amount != 0)) {
                inside.add(ReportRows.account(account.id(), account.name(), ReportRows.amounts(amounts)));
                for (int column = 0; column < totals.size(); column++) {
                    totals.set(column, totals.get(column) + amounts.get(column));
                }
            }
        }
        if (always || !inside.isEmpty()) {
            inside.add(ReportRows.summary(totalLabel, ReportRows.amounts(totals)));
            rows.add(ReportRows.section(title, inside));
        }
        return totals;
    }

    private static boolean isIncome(Account account) {
        return account.accountClass() == AccountClass.REVENUE && account.type() != AccountType.OTHERINCOME;
    }

    private static boolean isCost(Account account) {
        return account.type() == AccountType.DIRECTCOSTS;
    }

    private static List<Long> minus(List<Long> left, List<Long> right) {
        return IntStream.range(0, left.size())
                .mapToObj(column -> left.get(column) - right.get(column))
                .toList();
    }
}
