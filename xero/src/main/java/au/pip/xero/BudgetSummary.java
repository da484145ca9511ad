package au.pip.xero;

import au.pip.ledger.Money;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the owner meant to earn and spend in some months together, by Xero's overall budget, in the organisation's
 * currency. Costs and expenses are positive, as in {@link ProfitAndLoss}.
 *
 * @param lines each account that is budgeted for, under its section's title
 */
public record BudgetSummary(
        YearMonth first,
        YearMonth last,
        Money income,
        Money costOfSales,
        Money otherIncome,
        Money expenses,
        Money netProfit,
        List<ReportLine> lines,
        Report report) {
    private static final String ENDPOINT = "Reports/BudgetSummary";
    /** {@code Nov-26}; a four-digit year and a blank are taken too. */
    private static final DateTimeFormatter COLUMN = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[MMM-uuuu][MMM-uu][MMM uuuu][MMM uu]")
            .toFormatter(Locale.ENGLISH);

    /** @throws XeroException.Malformed when a month is not among the report's columns */
    static BudgetSummary of(Report report, YearMonth first, int months, Currency currency) {
        ReportAmounts amounts = new ReportAmounts(report, ENDPOINT, currency);
        List<Integer> columns = columns(report, first, months, amounts);
        Money income = amounts.zero();
        Money costOfSales = amounts.zero();
        Money otherIncome = amounts.zero();
        Money expenses = amounts.zero();
        boolean allKnown = true;
        List<ReportLine> lines = new ArrayList<>();
        for (Report.Section section : report.sections()) {
            switch (ReportPart.of(section.title())) {
                case INCOME -> income = income.plus(amounts.total(section, columns));
                case COST_OF_SALES -> costOfSales = costOfSales.plus(amounts.total(section, columns));
                case OTHER_INCOME -> otherIncome = otherIncome.plus(amounts.total(section, columns));
                case EXPENSES -> expenses = expenses.plus(amounts.total(section, columns));
                case BETWEEN -> {}
                case UNKNOWN -> allKnown = false;
            }
            if (!section.title().isEmpty()) {
                section.rows().stream()
                        .filter(row -> !ReportAmounts.isSum(row))
                        .map(row -> new ReportLine(
                                section.title(), row.accountId(), row.label(), amounts.sum(row, columns)))
                        .forEach(lines::add);
            }
        }
        Money netProfit = amounts.labelled(ProfitAndLoss::isNetProfit, columns);
        if (netProfit == null && !allKnown) {
            throw amounts.malformed("it has no net profit");
        }
        return new BudgetSummary(
                first,
                first.plusMonths(months - 1L),
                income,
                costOfSales,
                otherIncome,
                expenses,
                netProfit == null ? income.minus(costOfSales).plus(otherIncome).minus(expenses) : netProfit,
                List.copyOf(lines),
                report);
    }

    /** Whether anything is budgeted for in these months. */
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.amount().isZero());
    }

    private static List<Integer> columns(Report report, YearMonth first, int months, ReportAmounts amounts) {
        Map<YearMonth, Integer> byMonth = new HashMap<>();
        for (int column = 1; column < report.columns().size(); column++) {
            YearMonth month = month(report.columns().get(column));
            if (month != null) {
                byMonth.putIfAbsent(month, column);
            }
        }
        List<Integer> columns = new ArrayList<>();
        for (int next = 0; next < months; next++) {
            Integer column = byMonth.get(first.plusMonths(next));
            if (column == null) {
                throw amounts.malformed("it has no column for " + first.plusMonths(next));
            }
            columns.add(column);
        }
        return columns;
    }

    private static @Nullable YearMonth month(String header) {
        try {
            return YearMonth.parse(header.replace("Sept", "Sep"), COLUMN);
        } catch (DateTimeException noMonth) {
            return null;
        }
    }
}
