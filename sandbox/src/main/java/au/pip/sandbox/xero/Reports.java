package au.pip.sandbox.xero;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.Balances;
import au.pip.sandbox.books.Books;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The reports by name; each is worked out from the journal when it is asked for. */
final class Reports {
    private final Books books;
    private final Balances accruals;
    private final Balances cash;

    Reports(Books books) {
        this.books = books;
        this.accruals = new Balances(books.journal());
        this.cash = new Balances(books.cashJournal());
    }

    /**
     * A report's envelope fields, or nothing for a name that Xero does not know.
     *
     * @param name the last part of the address
     */
    Optional<Object> named(String name, Query query, Instant now) throws BadRequest {
        return switch (name) {
            case "ProfitAndLoss" -> Optional.of(new ProfitAndLossReport(this).report(query, now));
            case "BalanceSheet" -> Optional.of(new BalanceSheetReport(this).report(query, now));
            case "TrialBalance" -> Optional.of(new TrialBalanceReport(this).report(query, now));
            case "BankSummary" -> Optional.of(new BankSummaryReport(this).report(query, now));
            case "BudgetSummary" -> Optional.of(new BudgetSummaryReport(this).report(query, now));
            case "ExecutiveSummary" -> Optional.of(new ExecutiveSummaryReport(this).report(query, now));
            default -> Optional.empty();
        };
    }

    Books books() {
        return books;
    }

    LocalDate today() {
        return books.spec().today();
    }

    /** The ledger on the basis that {@code paymentsOnly} asks for. */
    Balances balances(Query query) throws BadRequest {
        return query.flag("paymentsOnly") ? cash : accruals;
    }

    /** The accounts of a kind, by name. */
    List<Account> accounts(Predicate<Account> wanted) {
        return books.accounts().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    /** What revenue less expense comes to, in cents. */
    long profit(Balances balances, LocalDate from, LocalDate to) {
        return -books.accounts().stream()
                .filter(account -> account.accountClass().isProfitAndLoss())
                .mapToLong(account -> balances.between(account.code(), from, to))
                .sum();
    }

    /** The first day of the financial year that a date lies in. */
    static LocalDate yearStart(LocalDate date) {
        int year = date.getMonthValue() >= Month.JULY.getValue() ? date.getYear() : date.getYear() - 1;
        return LocalDate.of(year, Month.JULY, 1);
    }

    /** The same day so many months earlier; the end of a month stays one. */
    static LocalDate earlier(LocalDate date, int months) {
        boolean end = date.equals(YearMonth.from(date).atEndOfMonth());
        LocalDate moved = date.minusMonths(months);
        return end ? YearMonth.from(moved).atEndOfMonth() : moved;
    }

    /** How many months lie between the columns of a comparison. */
    static int monthsOf(Query query) throws BadRequest {
        String timeframe = query.text("timeframe");
        return switch (timeframe == null ? "MONTH" : timeframe) {
            case "MONTH" -> 1;
            case "QUARTER" -> 3;
            case "YEAR" -> 12;
            default -> throw new BadRequest("timeframe is MONTH, QUARTER or YEAR, not '" + timeframe + "'");
        };
    }

    /** The dates of a comparison: the given one, then as many earlier ones as {@code periods} says. */
    static List<LocalDate> compared(LocalDate date, Query query) throws BadRequest {
        int periods = query.number("periods", 1, 12, 0);
        int months = monthsOf(query);
        List<LocalDate> dates = new ArrayList<>(List.of(date));
        for (int period = 1; period <= periods; period++) {
            dates.add(earlier(date, period * months));
        }
        return dates;
    }

    /** The envelope's {@code Reports}. */
    Object report(String name, String type, String period, List<Map<String, Object>> rows, Instant now) {
        return List.of(new Fields()
                .with("ReportID", type)
                .with("ReportName", name)
                .with("ReportType", type)
                .with("ReportTitles", List.of(name, books.organisation().name(), period))
                .with("ReportDate", ReportRows.longDate(today()))
                .with("UpdatedDateUTC", now)
                .with("Fields", List.of())
                .with("Rows", rows)
                .map());
    }
}
