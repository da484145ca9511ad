package au.pip.benchmarks.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Tables as text that a person can read unrendered, too. */
public final class Markdown {
    private Markdown() {}

    /** @param rows the heading first; all of one length */
    public static String table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] =
                        Math.max(widths[column], Math.max(3, row.get(column).length()));
            }
        }
        StringBuilder text = new StringBuilder();
        appendRow(text, rows.getFirst(), widths);
        List<String> rule = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            rule.add("-".repeat(widths[column] - (column == 0 ? 0 : 1)) + (column == 0 ? "" : ":"));
        }
        appendRow(text, rule, widths);
        rows.subList(1, rows.size()).forEach(row -> appendRow(text, row, widths));
        return text.toString();
    }

    private static void appendRow(StringBuilder text, List<String> cells, int[] widths) {
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = String.join("", Collections.nCopies(widths[column] - cell.length(), " "));
            text.append("| ")
                    .append(column == 0 ? cell + padding : padding + cell)
                    .append(' ');
        }
        text.append("|\n");
    }

    public static String number(double value, int decimals) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** Such as {@code 0.67 (0.61–0.70)}. */
    public static String ratio(Figure ratio) {
        return ratio.isKnown()
                ? "%s (%s–%s)".formatted(number(ratio.median(), 2), number(ratio.least(), 2), number(ratio.most(), 2))
                : "–";
    }
}
