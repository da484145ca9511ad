package au.pip.xero;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Xero's report JSON to {@link Report}; sections inside sections follow their parent. */
final class ReportParser {
    private ReportParser() {}

    static Report parse(JsonNode json, String endpoint) {
        JsonNode report = json.path("Reports").path(0);
        if (!report.isObject()) {
            throw XeroException.Malformed.unreadable(endpoint, "it holds no report");
        }
        List<String> columns = new ArrayList<>();
        List<Report.Section> sections = new ArrayList<>();
        rows("", report.path("Rows"), columns, sections);
        Fields fields = new Fields(report, endpoint);
        return new Report(
                fields.text("ReportName", ""),
                fields.text("ReportType", ""),
                titles(report.path("ReportTitles")),
                fields.text("ReportDate", ""),
                List.copyOf(columns),
                List.copyOf(sections));
    }

    /** Adds a section for each run of rows, and those of each nested section in its place. */
    private static void rows(String title, JsonNode rows, List<String> columns, List<Report.Section> sections) {
        List<Report.Row> run = new ArrayList<>();
        for (JsonNode row : rows) {
            switch (row.path("RowType").asString("")) {
                case "Header" -> {
                    if (columns.isEmpty()) {
                        row.path("Cells").forEach(cell -> columns.add(text(cell)));
                    }
                }
                case "Section" -> {
                    close(title, run, sections);
                    int before = sections.size();
                    String name = row.path("Title").asString("").strip();
                    rows(name, row.path("Rows"), columns, sections);
                    if (sections.size() == before) {
                        sections.add(new Report.Section(name, List.of()));
                    }
                }
                case "SummaryRow" -> run.add(row(true, row));
                default -> run.add(row(false, row));
            }
        }
        close(title, run, sections);
    }

    private static void close(String title, List<Report.Row> run, List<Report.Section> sections) {
        if (!run.isEmpty()) {
            sections.add(new Report.Section(title, List.copyOf(run)));
            run.clear();
        }
    }

    private static Report.Row row(boolean summary, JsonNode row) {
        List<Report.Cell> cells = new ArrayList<>();
        for (JsonNode cell : row.path("Cells")) {
            cells.add(new Report.Cell(text(cell), accountId(cell.path("Attributes"))));
        }
        return new Report.Row(summary, List.copyOf(cells));
    }

    private static String text(JsonNode cell) {
        return cell.path("Value").asString("").strip();
    }

    /** Most reports call the attribute {@code account}; Bank Summary's first cells call it {@code accountID}. */
    private static @Nullable String accountId(JsonNode attributes) {
        for (JsonNode attribute : attributes) {
            String id = attribute.path("Id").asString("");
            if (id.equalsIgnoreCase("account") || id.equalsIgnoreCase("accountID")) {
                return attribute.path("Value").asString("");
            }
        }
        return null;
    }

    private static List<String> titles(JsonNode titles) {
        List<String> texts = new ArrayList<>();
        titles.forEach(title -> texts.add(title.asString("")));
        return List.copyOf(texts);
    }
}
