package au.pip.xero;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a report, in the organisation's currency. An empty cell is zero; a cell of words where an amount
 * belongs throws {@link XeroException.Malformed}.
 */
final class ReportAmounts {
    private final Report report;
    private final String endpoint;
    private final Currency currency;

    ReportAmounts(Report report, String endpoint, Currency currency) {
        this.report = report;
        this.endpoint = endpoint;
        this.currency = currency;
    }

    Money zero() {
        return Money.zero(currency);
    }

    Money amount(Report.Row row, int column) {
        String text = row.cell(column).text();
        BigDecimal number = Decimals.parse(text);
        if (number == null && !text.isEmpty()) {
            throw malformed("\"" + row.label() + "\" has no amount");
        }
        try {
            return number == null ? zero() : Money.exact(number, currency);
        } catch (ArithmeticException e) {
            throw malformed("\"" + row.label() + "\" is not an amount of " + currency);
        }
    }

    /**
     * The amount of the last row with such a label, wherever it stands and however it is marked; null without one. An
     * account that happens to bear the label does not count inside a section with a title.
     */
    @Nullable
    Money labelled(Predicate<String> label) {
        return labelled(label, List.of(1));
    }

    /** The same over several columns. */
    @Nullable
    Money labelled(Predicate<String> label, List<Integer> columns) {
        Money amount = null;
        for (Report.Section section : report.sections()) {
            for (Report.Row row : section.rows()) {
                boolean account = row.accountId() != null && !section.title().isEmpty();
                if (!account && label.test(lower(row.label()))) {
                    amount = sum(row, columns);
                }
            }
        }
        return amount;
    }

    /** Whether a row sums others: marked so, or called "Total…" and no account. */
    static boolean isSum(Report.Row row) {
        String label = lower(row.label());
        return row.summary() || (row.accountId() == null && (label.equals("total") || label.startsWith("total ")));
    }

    /** The section's own sum, or the sum of its rows where it has none. */
    Money total(Report.Section section) {
        return total(section, List.of(1));
    }

    /** The same over several columns. */
    Money total(Report.Section section, List<Integer> columns) {
        Money sum = zero();
        for (Report.Row row : section.rows()) {
            if (isSum(row)) {
                return sum(row, columns);
            }
            sum = sum.plus(sum(row, columns));
        }
        return sum;
    }

    Money sum(Report.Row row, List<Integer> columns) {
        Money sum = zero();
        for (int column : columns) {
            sum = sum.plus(amount(row, column));
        }
        return sum;
    }

    /** The accounts of the sections with a title: neither sums nor the totals between sections. */
    List<ReportLine> lines() {
        List<ReportLine> lines = new ArrayList<>();
        for (Report.Section section : report.sections()) {
            for (Report.Row row : section.rows()) {
                if (!row.summary()
                        && (row.accountId() != null || !section.title().isEmpty())) {
                    lines.add(new ReportLine(section.title(), row.accountId(), row.label(), amount(row, 1)));
                }
            }
        }
        return List.copyOf(lines);
    }

    /** The column with that header, whatever its case; the usual place where no header has the name. */
    int column(String header, int usual) {
        for (int i = 0; i < report.columns().size(); i++) {
            if (report.columns().get(i).equalsIgnoreCase(header)) {
                return i;
            }
        }
        return usual;
    }

    XeroException.Malformed malformed(String cause) {
        return XeroException.Malformed.unreadable(endpoint, cause);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
