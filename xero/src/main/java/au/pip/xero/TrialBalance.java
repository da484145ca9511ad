package au.pip.xero;

import au.pip.ledger.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every ledger account's balance at the end of a day. */
public record TrialBalance(LocalDate day, List<Line> lines, Report report) {
    private static final Pattern NAME_AND_CODE = Pattern.compile("(.*\\S)\\s*\\(([^()]+)\\)");

    /**
     * One account.
     *
     * @param code from Xero's label "Sales (200)"; "" where there is none
     * @param debit what moved in the month of the day, as {@code credit}
     * @param ytdDebit the balance: of income and expenses since the financial year began, of others since ever
     */
    public record Line(
            String section,
            @Nullable String accountId,
            String name,
            String code,
            Money debit,
            Money credit,
            Money ytdDebit,
            Money ytdCredit) {

        /** Debits positive. */
        public Money balance() {
            return ytdDebit.minus(ytdCredit);
        }
    }

    public Optional<Line> account(String accountId) {
        return lines.stream()
                .filter(line -> accountId.equalsIgnoreCase(line.accountId()))
                .findFirst();
    }

    static TrialBalance of(Report report, LocalDate day, Currency currency) {
        ReportAmounts amounts = new ReportAmounts(report, "Reports/TrialBalance", currency);
        int debit = amounts.column("Debit", 1);
        int credit = amounts.column("Credit", 2);
        int ytdDebit = amounts.column("YTD Debit", report.columns().size() > 4 ? 3 : debit);
        int ytdCredit = amounts.column("YTD Credit", report.columns().size() > 4 ? 4 : credit);
        List<Line> lines = new ArrayList<>();
        for (Report.Section section : report.sections()) {
            for (Report.Row row : section.rows()) {
                if (!ReportAmounts.isSum(row)) {
                    Matcher label = NAME_AND_CODE.matcher(row.label());
                    boolean coded = label.matches();
                    lines.add(new Line(
                            section.title(),
                            row.accountId(),
                            coded ? label.group(1) : row.label(),
                            coded ? label.group(2) : "",
                            amounts.amount(row, debit),
                            amounts.amount(row, credit),
                            amounts.amount(row, ytdDebit),
                            amounts.amount(row, ytdCredit)));
                }
            }
        }
        return new TrialBalance(day, List.copyOf(lines), report);
    }
}
