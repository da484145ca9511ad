package au.pip.xero;

import au.pip.ledger.Money;
import au.pip.ledger.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What moved through each bank account over a period, by the books; not by the bank's statements. */
public record BankSummary(Period period, List<Line> accounts, Report report) {

    /** One bank account, in the organisation's currency; {@code spent} is positive. */
    public record Line(
            @Nullable String accountId, String name, Money opening, Money received, Money spent, Money closing) {}

    /** The balance of all bank accounts together at the end; null when there is no bank account. */
    public @Nullable Money closing() {
        return sum(Line::closing);
    }

    /** The balance of all bank accounts together before the first day; null when there is no bank account. */
    public @Nullable Money opening() {
        return sum(Line::opening);
    }

    static BankSummary of(Report report, Period period, Currency currency) {
        ReportAmounts amounts = new ReportAmounts(report, "Reports/BankSummary", currency);
        int opening = amounts.column("Opening Balance", 1);
        int received = amounts.column("Cash Received", 2);
        int spent = amounts.column("Cash Spent", 3);
        int closing = amounts.column("Closing Balance", 4);
        List<Line> accounts = new ArrayList<>();
        for (Report.Row row : report.rows()) {
            if (!ReportAmounts.isSum(row)) {
                accounts.add(new Line(
                        row.accountId(),
                        row.label(),
                        amounts.amount(row, opening),
                        amounts.amount(row, received),
                        amounts.amount(row, spent),
                        amounts.amount(row, closing)));
            }
        }
        return new BankSummary(period, List.copyOf(accounts), report);
    }

    private @Nullable Money sum(Function<Line, Money> part) {
        return accounts.stream().map(part).reduce(Money::plus).orElse(null);
    }
}
