package au.pip.assistant.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reports in Xero's shape, for {@link ServedBooks}. */
final class ServedReports {
    private ServedReports() {}

    /** @param namesAndAmounts each account's name, which is its id too, and its amount, one after the other */
    static Map<String, Object> section(String title, Object... namesAndAmounts) {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < namesAndAmounts.length; i += 2) {
            String name = (String) namesAndAmounts[i];
            rows.add(row(
                    "Row",
                    Map.of("Value", name, "Attributes", List.of(Map.of("Id", "account", "Value", name))),
                    cell(namesAndAmounts[i + 1])));
        }
        return Map.of("RowType", "Section", "Title", title, "Rows", rows);
    }

    /** A sum that stands between sections. */
    static Map<String, Object> total(String label, double amount) {
        return Map.of("RowType", "Section", "Title", "", "Rows", List.of(row("SummaryRow", cell(label), cell(amount))));
    }

    static Map<String, Object> report(Object... rows) {
        return Map.of("ReportName", "A report", "ReportTitles", List.of(), "Rows", List.of(rows));
    }

    /** One bank account that holds so much. */
    static Map<String, Object> bank(double closing) {
        return report(
                row(
                        "Header",
                        cell("Bank Accounts"),
                        cell("Opening Balance"),
                        cell("Cash Received"),
                        cell("Cash Spent"),
                        cell("Closing Balance")),
                row(
                        "Row",
                        Map.of("Value", "Cheque", "Attributes", List.of(Map.of("Id", "accountID", "Value", "cheque"))),
                        cell(0),
                        cell(closing),
                        cell(0),
                        cell(closing)));
    }

    static Map<String, Object> profit(double income, double costOfSales, double expenses) {
        return report(
                section("Income", "Sales", income),
                section("Less Cost of Sales", "Materials", costOfSales),
                section("Less Operating Expenses", "Rent", expenses),
                total("Net Profit", income - costOfSales - expenses));
    }

    /** @param namesAndAmounts of the liability accounts */
    static Map<String, Object> sheet(Object... namesAndAmounts) {
        return report(
                section("Bank", "Cheque", 0.0),
                total("Total Assets", 0),
                section("Current Liabilities", namesAndAmounts),
                total("Total Liabilities", 0),
                total("Net Assets", 0));
    }

    private static Map<String, Object> row(String type, Object... cells) {
        return Map.of("RowType", type, "Cells", List.of(cells));
    }

    private static Map<String, Object> cell(Object value) {
        return Map.of(
                "Value",
                value instanceof Double amount ? String.format(Locale.ROOT, "%.2f", amount) : value.toString());
    }
}
