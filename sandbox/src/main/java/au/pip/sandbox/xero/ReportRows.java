package au.pip.sandbox.xero;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Rows of a report as Xero writes them: every value a text, "" where there is nothing. */
final class ReportRows {
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH);

    private ReportRows() {}

    static Map<String, Object> header(List<String> labels) {
        return new Fields()
                .with("RowType", "Header")
                .with("Cells", labels.stream().map(ReportRows::cell).toList())
                .map();
    }

    static Map<String, Object> section(String title, List<Map<String, Object>> rows) {
        return new Fields()
                .with("RowType", "Section")
                .with("Title", title)
                .with("Rows", rows)
                .map();
    }

    /** A row of an account: each cell names the account. */
    static Map<String, Object> account(UUID accountId, String label, List<String> values) {
        List<Map<String, Object>> cells = new ArrayList<>(List.of(cell(label, "account", accountId)));
        values.forEach(value -> cells.add(cell(value, "account", accountId)));
        return row("Row", cells);
    }

    /** A row of no account, such as Net Profit: an ordinary row all the same. */
    static Map<String, Object> plain(String label, List<String> values) {
        return row("Row", cells(label, values));
    }

    static Map<String, Object> summary(String label, List<String> values) {
        return row("SummaryRow", cells(label, values));
    }

    static Map<String, Object> row(String type, List<Map<String, Object>> cells) {
        return new Fields().with("RowType", type).with("Cells", cells).map();
    }

    static Map<String, Object> cell(String value) {
        return new Fields().with("Value", value).map();
    }

    static Map<String, Object> cell(String value, String attribute, UUID id) {
        return new Fields()
                .with("Value", value)
                .with(
                        "Attributes",
                        List.of(new Fields()
                                .with("Value", id.toString())
                                .with("Id", attribute)
                                .map()))
                .map();
    }

    static List<String> amounts(List<Long> cents) {
        return cents.stream().map(ReportRows::amount).toList();
    }

    static String amount(long cents) {
        return Fields.decimal(cents).toPlainString();
    }

    static String longDate(LocalDate date) {
        return LONG_DATE.format(date);
    }

    static String shortDate(LocalDate date) {
        return SHORT_DATE.format(date);
    }

    private static List<Map<String, Object>> cells(String label, List<String> values) {
        List<Map<String, Object>> cells = new ArrayList<>(List.of(cell(label)));
        values.forEach(value -> cells.add(cell(value)));
        return cells;
    }
}
