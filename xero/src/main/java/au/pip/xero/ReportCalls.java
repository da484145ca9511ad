package au.pip.xero;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.function.Function;
import java.util.function.Supplier;

/** How each report is asked for and read. */
final class ReportCalls {
    private final OrganisationCalls calls;
    private final Supplier<Currency> base;

    /** @param base tells the organisation's own currency */
    ReportCalls(OrganisationCalls calls, Supplier<Currency> base) {
        this.calls = calls;
        this.base = base;
    }

    XeroReply<ProfitAndLoss> profitAndLoss(Period period, Basis basis) {
        return report(
                "ProfitAndLoss",
                days(period).with("standardLayout", true).with("paymentsOnly", basis == Basis.CASH),
                report -> ProfitAndLoss.of(report, period, basis, base.get()));
    }

    XeroReply<BalanceSheet> balanceSheet(LocalDate day, Basis basis) {
        return report(
                "BalanceSheet",
                Parameters.NONE
                        .with("date", day)
                        .with("standardLayout", true)
                        .with("paymentsOnly", basis == Basis.CASH),
                report -> BalanceSheet.of(report, day, basis, base.get()));
    }

    XeroReply<TrialBalance> trialBalance(LocalDate day) {
        return report(
                "TrialBalance", Parameters.NONE.with("date", day), report -> TrialBalance.of(report, day, base.get()));
    }

    XeroReply<BankSummary> bankSummary(Period period) {
        return report("BankSummary", days(period), report -> BankSummary.of(report, period, base.get()));
    }

    /** Months by number, as this report has it ({@code timeframe} 1), where others say {@code MONTH}. */
    XeroReply<BudgetSummary> budgetSummary(YearMonth first, int months) {
        if (months < 1 || months > 12) {
            throw new IllegalArgumentException("ask for the budget of 1 to 12 months, not " + months + ".");
        }
        return report(
                "BudgetSummary",
                Parameters.NONE
                        .with("date", first.atDay(1))
                        .with("periods", months)
                        .with("timeframe", 1),
                report -> BudgetSummary.of(report, first, months, base.get()));
    }

    XeroReply<ExecutiveSummary> executiveSummary(YearMonth month) {
        return report(
                "ExecutiveSummary",
                Parameters.NONE.with("date", month.atEndOfMonth()),
                report -> ExecutiveSummary.of(report, month));
    }

    private static Parameters days(Period period) {
        return Parameters.NONE.with("fromDate", period.from()).with("toDate", period.to());
    }

    private <T> XeroReply<T> report(String name, Parameters parameters, Function<Report, T> view) {
        String endpoint = "Reports/" + name;
        return calls.one(endpoint, parameters, json -> view.apply(ReportParser.parse(json, endpoint)));
    }
}
