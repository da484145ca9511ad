package au.pip.xero;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Xero's own measures of a month beside those of the month before. */
public record ExecutiveSummary(YearMonth month, List<Line> lines, Report report) {

    /** What a measure's number is; the report itself does not tell, so it follows from the label. */
    public enum Unit {
        MONEY,
        COUNT,
        PERCENT,
        DAYS,
        RATIO
    }

    /**
     * @param section such as {@code Profitability}
     * @param label such as {@code Gross profit margin}
     * @param now in the month, to as many decimals as Xero writes; null where the cell is empty
     * @param before in the month before
     */
    public record Line(
            String section,
            String label,
            Unit unit,
            @Nullable BigDecimal now,
            @Nullable BigDecimal before) {}

    static ExecutiveSummary of(Report report, YearMonth month) {
        List<Line> lines = new ArrayList<>();
        for (Report.Section section : report.sections()) {
            for (Report.Row row : section.rows()) {
                if (!row.label().isEmpty()) {
                    lines.add(new Line(
                            section.title(), row.label(), unit(row), number(row.cell(1)), number(row.cell(2))));
                }
            }
        }
        return new ExecutiveSummary(month, List.copyOf(lines), report);
    }

    /** A line's amount, rounded half up to the cent: Xero writes averages to more places. */
    public static Money amount(BigDecimal number, Currency currency) {
        return Money.rounded(number, currency);
    }

    /** A line's number rounded half up, as of days or counts. */
    public static long whole(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static Unit unit(Report.Row row) {
        String label = row.label().toLowerCase(Locale.ROOT);
        if (row.cell(1).text().endsWith("%")
                || row.cell(2).text().endsWith("%")
                || label.contains("margin")
                || label.startsWith("return on")) {
            return Unit.PERCENT;
        }
        if (label.startsWith("number of")) {
            return Unit.COUNT;
        }
        if (label.endsWith(" days")) {
            return Unit.DAYS;
        }
        return label.endsWith(" to liabilities") ? Unit.RATIO : Unit.MONEY;
    }

    private static @Nullable BigDecimal number(Report.Cell cell) {
        return Decimals.parse(cell.text().replaceAll("%$", ""));
    }
}
