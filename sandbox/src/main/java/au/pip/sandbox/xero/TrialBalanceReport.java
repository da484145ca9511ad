package au.pip.sandbox.xero;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.AccountClass;
import au.pip.sandbox.books.Balances;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The trial balance at the end of a day. Debit and Credit are the movement of that day's month so far, YTD Debit and
 * YTD Credit the balance; profit of earlier financial years stands in Retained Earnings.
 */
final class TrialBalanceReport {
    private final Reports reports;

    TrialBalanceReport(Reports reports) {
        this.reports = reports;
    }

    Object report(Query query, Instant now) throws BadRequest {
        LocalDate date = query.date("date", reports.today());
        Balances balances = reports.balances(query);
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(ReportRows.header(List.of("Account", "Debit", "Credit", "YTD Debit", "YTD Credit")));
        long[] totals = new long[4];
        for (AccountClass accountClass : List.of(
                AccountClass.REVENUE,
                AccountClass.EXPENSE,
                AccountClass.ASSET,
                AccountClass.LIABILITY,
                AccountClass.EQUITY)) {
            List<Map<String, Object>> inside = new ArrayList<>();
            for (Account account : reports.accounts(wanted -> wanted.accountClass() == accountClass)) {
                long month = balances.between(account.code(), date.withDayOfMonth(1), date);
                long year = balance(balances, account, date);
                if (month != 0 || year != 0) {
                    inside.add(row(account, month, year, totals));
                }
            }
            if (!inside.isEmpty()) {
                rows.add(ReportRows.section(title(accountClass), inside));
            }
        }
        List<String> sums = new ArrayList<>();
        for (long total : totals) {
            sums.add(ReportRows.amount(total));
        }
        rows.add(ReportRows.section("", List.of(ReportRows.summary("Total", sums))));
        return reports.report("Trial Balance", "TrialBalance", "As at " + ReportRows.longDate(date), rows, now);
    }

    private long balance(Balances balances, Account account, LocalDate date) {
        LocalDate yearStart = Reports.yearStart(date);
        if (account.accountClass().isProfitAndLoss()) {
            return balances.between(account.code(), yearStart, date);
        }
        long balance = balances.at(account.code(), date);
        return "RETAINEDEARNINGS".equals(account.systemAccount())
                ? balance - reports.profit(balances, LocalDate.MIN, yearStart.minusDays(1))
                : balance;
    }

    private static Map<String, Object> row(Account account, long month, long year, long[] totals) {
        boolean debitSide = account.accountClass().isDebit();
        List<String> values = new ArrayList<>();
        int column = 0;
        for (long amount : new long[] {month, year}) {
            boolean debit = amount == 0 ? debitSide : amount > 0;
            String text = ReportRows.amount(Math.abs(amount));
            values.add(debit ? text : "");
            values.add(debit ? "" : text);
            totals[column + (debit ? 0 : 1)] += Math.abs(amount);
            column += 2;
        }
        return ReportRows.account(account.id(), account.name() + " (" + account.code() + ")", values);
    }

    private static String title(AccountClass accountClass) {
        return switch (accountClass) {
            case REVENUE -> "Revenue";
            case EXPENSE -> "Expenses";
            case ASSET -> "Assets";
            case LIABILITY -> "Liabilities";
            case EQUITY -> "Equity";
        };
    }
}
