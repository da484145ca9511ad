package au.pip.sandbox.xero;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.AccountClass;
import au.pip.sandbox.books.AccountType;
import au.pip.sandbox.books.Balances;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The balance sheet at the end of a day, beside earlier days when {@code periods} asks for them. */
final class BalanceSheetReport {
    private static final UUID CURRENT_EARNINGS = new UUID(0, 0);

    private final Reports reports;

    BalanceSheetReport(Reports reports) {
        this.reports = reports;
    }

    Object report(Query query, Instant now) throws BadRequest {
        LocalDate date = query.date("date", YearMonth.from(reports.today()).atEndOfMonth());
        return new Sheet(reports, reports.balances(query), Reports.compared(date, query)).report(now);
    }

    /** One balance sheet while it is written. */
    private record Sheet(Reports reports, Balances balances, List<LocalDate> dates, List<Map<String, Object>> rows) {
        Sheet(Reports reports, Balances balances, List<LocalDate> dates) {
            this(reports, balances, dates, new ArrayList<>());
        }

        Object report(Instant now) {
            List<String> labels = new ArrayList<>(List.of(""));
            dates.forEach(date -> labels.add(ReportRows.shortDate(date)));
            rows.add(ReportRows.header(labels));
            heading("Assets");
            section("Bank", account -> account.type() == AccountType.BANK);
            section(
                    "Current Assets",
                    account -> account.accountClass() == AccountClass.ASSET
                            && account.type() != AccountType.BANK
                            && account.type() != AccountType.FIXED);
            section("Fixed Assets", account -> account.type() == AccountType.FIXED);
            total("Total Assets", date -> of(AccountClass.ASSET, date));
            heading("Liabilities");
            section(
                    "Current Liabilities",
                    account ->
                            account.accountClass() == AccountClass.LIABILITY && account.type() != AccountType.TERMLIAB);
            section("Non-Current Liabilities", account -> account.type() == AccountType.TERMLIAB);
            total("Total Liabilities", date -> of(AccountClass.LIABILITY, date));
            List<String> net = values(date -> of(AccountClass.ASSET, date) - of(AccountClass.LIABILITY, date));
            rows.add(ReportRows.section("", List.of(ReportRows.plain("Net Assets", net))));
            equity();
            return reports.report(
                    "Balance Sheet", "BalanceSheet", "As at " + ReportRows.longDate(dates.getFirst()), rows, now);
        }

        private void heading(String title) {
            rows.add(ReportRows.section(title, List.of()));
        }

        private void total(String label, ToLongFunction<LocalDate> amount) {
            rows.add(ReportRows.section("", List.of(ReportRows.summary(label, values(amount)))));
        }

        private void section(String title, Predicate<Account> wanted) {
            List<Account> shown = reports.accounts(wanted.and(this::isUsed));
            if (shown.isEmpty()) {
                return;
            }
            List<Map<String, Object>> inside = new ArrayList<>();
            shown.forEach(account -> inside.add(line(account)));
            inside.add(ReportRows.summary(
                    "Total " + title,
                    values(date -> shown.stream()
                            .mapToLong(account -> at(account, date))
                            .sum())));
            rows.add(ReportRows.section(title, inside));
        }

        /** Profit of earlier years stands in Retained Earnings, that of the running one in a row of its own. */
        private void equity() {
            List<Map<String, Object>> inside = new ArrayList<>();
            inside.add(ReportRows.account(
                    CURRENT_EARNINGS,
                    "Current Year Earnings",
                    values(date -> reports.profit(balances, Reports.yearStart(date), date))));
            reports.accounts(account -> account.accountClass() == AccountClass.EQUITY
                            && !isRetainedEarnings(account)
                            && isUsed(account))
                    .forEach(account -> inside.add(line(account)));
            reports.accounts(Sheet::isRetainedEarnings)
                    .forEach(account -> inside.add(ReportRows.account(
                            account.id(), account.name(), values(date -> at(account, date) + profitBefore(date)))));
            inside.add(ReportRows.summary(
                    "Total Equity",
                    values(date -> of(AccountClass.EQUITY, date) + reports.profit(balances, LocalDate.MIN, date))));
            rows.add(ReportRows.section("Equity", inside));
        }

        private long profitBefore(LocalDate date) {
            return reports.profit(
                    balances, LocalDate.MIN, Reports.yearStart(date).minusDays(1));
        }

        private Map<String, Object> line(Account account) {
            return ReportRows.account(account.id(), account.name(), values(date -> at(account, date)));
        }

        private boolean isUsed(Account account) {
            return dates.stream().anyMatch(date -> at(account, date) != 0);
        }

        private static boolean isRetainedEarnings(Account account) {
            return "RETAINEDEARNINGS".equals(account.systemAccount());
        }

        private long of(AccountClass wanted, LocalDate date) {
            return reports.accounts(account -> account.accountClass() == wanted).stream()
                    .mapToLong(account -> at(account, date))
                    .sum();
        }

        private long at(Account account, LocalDate date) {
            return (account.accountClass().isDebit() ? 1 : -1) * balances.at(account.code(), date);
        }

        private List<String> values(ToLongFunction<LocalDate> amount) {
            return dates.stream()
                    .map(date -> ReportRows.amount(amount.applyAsLong(date)))
                    .toList();
        }
    }
}
