package au.pip.xero;

import au.pip.ledger.Basis;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Profit and loss over a period. Costs and expenses are positive as in the report: net profit is income less cost of
 * sales, plus other income, less expenses.
 *
 * @param grossProfit null where the report has no such row
 * @param lines each account, under its section's title
 */
public record ProfitAndLoss(
        Period period,
        Basis basis,
        Money income,
        Money costOfSales,
        @Nullable Money grossProfit,
        Money otherIncome,
        Money expenses,
        Money netProfit,
        List<ReportLine> lines,
        Report report) {

    static ProfitAndLoss of(Report report, Period period, Basis basis, Currency currency) {
        ReportAmounts amounts = new ReportAmounts(report, "Reports/ProfitAndLoss", currency);
        Money income = amounts.zero();
        Money costOfSales = amounts.zero();
        Money otherIncome = amounts.zero();
        Money expenses = amounts.zero();
        boolean allKnown = true;
        for (Report.Section section : report.sections()) {
            switch (ReportPart.of(section.title())) {
                case INCOME -> income = income.plus(amounts.total(section));
                case COST_OF_SALES -> costOfSales = costOfSales.plus(amounts.total(section));
                case OTHER_INCOME -> otherIncome = otherIncome.plus(amounts.total(section));
                case EXPENSES -> expenses = expenses.plus(amounts.total(section));
                case BETWEEN -> {}
                case UNKNOWN -> allKnown = false;
            }
        }
        Money netProfit = amounts.labelled(ProfitAndLoss::isNetProfit);
        if (netProfit == null && !allKnown) {
            throw amounts.malformed("it has no net profit");
        }
        return new ProfitAndLoss(
                period,
                basis,
                income,
                costOfSales,
                amounts.labelled(label -> label.equals("gross profit") || label.equals("gross surplus")),
                otherIncome,
                expenses,
                netProfit == null ? income.minus(costOfSales).plus(otherIncome).minus(expenses) : netProfit,
                amounts.lines(),
                report);
    }

    /** {@code Net Profit}, {@code NET PROFIT}, {@code Net Income}, {@code Net Profit / (Loss)}, {@code Net Surplus}… */
    static boolean isNetProfit(String label) {
        return label.matches("net (profit|income|surplus|earnings|loss|deficit)( ?(/|or) ?\\(?(loss|deficit)\\)?"
                + "| \\((loss|deficit)\\))?");
    }
}
