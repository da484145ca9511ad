package au.pip.sandbox.xero;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.AccountClass;
import au.pip.sandbox.books.AccountType;
import au.pip.sandbox.books.Balances;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Invoice;
import au.pip.sandbox.books.JournalEntry;
import au.pip.sandbox.books.JournalLine;
import au.pip.sandbox.books.Side;
import au.pip.sandbox.books.SourceType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The measures of a month beside those of the month before, in the sections of Xero's OpenAPI example. */
final class ExecutiveSummaryReport {
    private static final DateTimeFormatter COLUMN = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final Books books;
    private final Reports reports;
    private final Balances balances;

    /** A month's measures; amounts in cents. */
    private record Month(
            long received,
            long spent,
            long bank,
            long income,
            long directCosts,
            long otherIncome,
            long expenses,
            long debtors,
            long creditors,
            long netAssets,
            long invoices,
            long invoiced,
            int days) {

        long gross() {
            return income - directCosts;
        }

        long profit() {
            return gross() + otherIncome - expenses;
        }
    }

    ExecutiveSummaryReport(Reports reports) {
        this.books = reports.books();
        this.reports = reports;
        this.balances = new Balances(books.journal());
    }

    Object report(Query query, Instant now) throws BadRequest {
        YearMonth month = YearMonth.from(query.date("date", reports.today()));
        List<Month> both = List.of(month(month), month(month.minusMonths(1)));
        List<Map<String, Object>> rows = List.of(
                ReportRows.header(List.of("", COLUMN.format(month), COLUMN.format(month.minusMonths(1)), "Variance")),
                ReportRows.section(
                        "Cash",
                        List.of(
                                money("Cash received", both, Month::received),
                                money("Cash spent", both, Month::spent),
                                money("Cash surplus (deficit)", both, each -> each.received() - each.spent()),
                                money("Closing bank balance", both, Month::bank))),
                ReportRows.section(
                        "Profitability",
                        List.of(
                                money("Income", both, Month::income),
                                money("Direct costs", both, Month::directCosts),
                                money("Gross profit (loss)", both, Month::gross),
                                money("Other Income", both, Month::otherIncome),
                                money("Expenses", both, Month::expenses),
                                money("Profit (loss)", both, Month::profit))),
                ReportRows.section(
                        "Balance Sheet",
                        List.of(
                                money("Debtors", both, Month::debtors),
                                money("Creditors", both, Month::creditors),
                                money("Net assets", both, Month::netAssets))),
                ReportRows.section(
                        "Income",
                        List.of(
                                row("Number of invoices issued", both, each -> Long.toString(each.invoices())),
                                row("Average value of invoices", both, ExecutiveSummaryReport::average))),
                ReportRows.section(
                        "Performance",
                        List.of(
                                row("Gross profit margin", both, each -> percent(each.gross(), each.income())),
                                row("Net profit margin", both, each -> percent(each.profit(), each.income())))),
                ReportRows.section(
                        "Position",
                        List.of(
                                row("Average debtors days", both, each -> days(each.debtors(), each.income(), each)),
                                money("Short term cash forecast", both, each -> each.debtors() - each.creditors()))));
        return reports.report(
                "Executive Summary", "ExecutiveSummary", "For the month of " + LONG_MONTH.format(month), rows, now);
    }

    private Month month(YearMonth month) {
        LocalDate from = month.atDay(1);
        LocalDate to = month.atEndOfMonth();
        List<Invoice> issued = books.invoices().stream()
                .filter(invoice -> invoice.side() == Side.SALE
                        && invoice.status().isPosted()
                        && YearMonth.from(invoice.date()).equals(month))
                .toList();
        return new Month(
                moved(month, true),
                moved(month, false),
                at(to, account -> account.type() == AccountType.BANK),
                -between(from, to, account -> account.accountClass() == AccountClass.REVENUE && !isOther(account)),
                between(from, to, account -> account.type() == AccountType.DIRECTCOSTS),
                -between(from, to, ExecutiveSummaryReport::isOther),
                between(
                        from,
                        to,
                        account -> account.accountClass() == AccountClass.EXPENSE
                                && account.type() != AccountType.DIRECTCOSTS),
                at(to, account -> account.code().equals(Side.SALE.controlAccount())),
                -at(to, account -> account.code().equals(Side.PURCHASE.controlAccount())),
                at(
                        to,
                        account -> account.accountClass() == AccountClass.ASSET
                                || account.accountClass() == AccountClass.LIABILITY),
                issued.size(),
                issued.stream()
                        .mapToLong(invoice -> invoice.toAud(invoice.total()))
                        .sum(),
                month.lengthOfMonth());
    }

    private static boolean isOther(Account account) {
        return account.type() == AccountType.OTHERINCOME;
    }

    /** What reached the bank accounts, or left them; balances brought along are neither. */
    private long moved(YearMonth month, boolean in) {
        long moved = 0;
        for (JournalEntry entry : books.journal()) {
            if (YearMonth.from(entry.date()).equals(month) && entry.sourceType() != SourceType.CONVERSION) {
                for (JournalLine line : entry.lines()) {
                    boolean bank = books.account(line.accountCode()).type() == AccountType.BANK;
                    moved += bank ? Math.max(in ? line.amount() : -line.amount(), 0) : 0;
                }
            }
        }
        return moved;
    }

    private long between(LocalDate from, LocalDate to, Predicate<Account> wanted) {
        return reports.accounts(wanted).stream()
                .mapToLong(account -> balances.between(account.code(), from, to))
                .sum();
    }

    private long at(LocalDate date, Predicate<Account> wanted) {
        return reports.accounts(wanted).stream()
                .mapToLong(account -> balances.at(account.code(), date))
                .sum();
    }

    private static Map<String, Object> money(String label, List<Month> both, Function<Month, Long> measure) {
        long now = measure.apply(both.getFirst());
        long before = measure.apply(both.getLast());
        return ReportRows.plain(
                label, List.of(ReportRows.amount(now), ReportRows.amount(before), percent(now - before, before)));
    }

    private static Map<String, Object> row(String label, List<Month> both, Function<Month, String> measure) {
        List<String> values = new ArrayList<>(both.stream().map(measure).toList());
        values.add("0.0%");
        return ReportRows.plain(label, values);
    }

    private static String average(Month month) {
        return month.invoices() == 0
                ? "0.00"
                : Fields.decimal(month.invoiced())
                        .divide(BigDecimal.valueOf(month.invoices()), 26, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String days(long owed, long earned, Month month) {
        return earned == 0
                ? "0"
                : BigDecimal.valueOf(owed)
                        .multiply(BigDecimal.valueOf(month.days()))
                        .divide(BigDecimal.valueOf(earned), 26, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /** To one decimal place; 0.0% of nothing. */
    private static String percent(long part, long whole) {
        return whole == 0
                ? "0.0%"
                : BigDecimal.valueOf(part * 100)
                                .divide(BigDecimal.valueOf(Math.abs(whole)), 1, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%";
    }
}
