package au.pip.sandbox.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The words for what the tools about tax tell: the answer first, then what it rests on, then what to know besides. */
final class TaxWords {
    /** These tell of the law, not of the books. */
    private static final Set<String> LAW = Set.of("tax_figure", "payg_instalments");

    private static final String CHECKED = "figures last checked";

    private TaxWords() {}

    static boolean isLaw(Turn.Result result) {
        return LAW.contains(result.call().toolName());
    }

    /** Empty for a tool that is not about tax. */
    static Optional<String> of(Turn.Result result) {
        List<Row> rows = result.rows();
        return switch (result.call().toolName()) {
            case "tax_dates" -> Optional.of(dates(rows) + note(result));
            case "tax_to_set_aside" ->
                Optional.of("Put away " + rows.getFirst().braced() + " AUD for tax, by the books of "
                        + rows.getFirst().period() + "." + list(rows, rows.getFirst()) + note(result));
            case "bas_figures" ->
                Optional.of(
                        "Your activity statement figures for " + rows.getFirst().period() + ", on the "
                                + rows.getFirst().basis() + " basis, in AUD:" + list(rows, null) + note(result));
            case "gst_check" -> Optional.of(check(rows) + note(result));
            case "super_due" -> Optional.of(superDue(rows) + note(result));
            case "payg_instalments" ->
                Optional.of("If you pay PAYG instalments, the next one, for "
                        + rows.getFirst().period() + ", is due by "
                        + rows.getFirst().braced() + "." + list(rows, rows.getFirst()) + note(result));
            case "company_or_sole_trader" -> Optional.of(company(rows) + note(result));
            case "tax_figure" -> Optional.of((figures(rows) + note(result)).strip());
            default -> Optional.empty();
        };
    }

    private static String dates(List<Row> rows) {
        Optional<Row> own = first(
                rows,
                row -> row.measure().equals("activity statement due, lodged yourself")
                        || row.measure().equals("activity statement due")
                        || row.measure().equals("annual GST return due"));
        Optional<Row> agent =
                first(rows, row -> row.measure().equals("activity statement due, possible through an agent"));
        if (own.isEmpty()) {
            return "The next dates of the tax office:" + list(rows, null);
        }
        Row row = own.get();
        String lead = "Your next BAS, for " + row.period() + ", is due by " + row.braced()
                + agent.map(other -> " if you lodge it yourself. Through a registered agent, for " + other.period()
                                + ", it may be possible by " + other.braced())
                        .orElse("")
                + ".";
        List<Row> others = rows.stream()
                .filter(each -> !each.equals(row) && !agent.equals(Optional.of(each)))
                .toList();
        return lead + list(others, null, agent.orElse(row).period());
    }

    private static String check(List<Row> rows) {
        Row difference = rows.getFirst();
        return (difference.isZero()
                        ? "Yes: the GST account and the GST on the lines agree for " + difference.period()
                        : "Not quite: the GST account and the GST on the lines differ by " + difference.braced()
                                + " AUD for " + difference.period())
                + "." + list(rows, difference);
    }

    private static String superDue(List<Row> rows) {
        Row unpaid = rows.getFirst();
        return "The books hold " + unpaid.braced() + " AUD of super that is not paid yet, as of " + unpaid.period()
                + "." + list(rows, unpaid);
    }

    private static String company(List<Row> rows) {
        Row difference = rows.getFirst();
        return (difference.measure().equals("net profit")
                        ? "I can't compare them: the net profit for " + difference.period() + " is "
                                + difference.braced() + " AUD"
                        : "At this year's profit it would be " + difference.braced() + " AUD "
                                + difference.plainMeasure() + ", if all of it stayed in the company")
                + "." + list(rows, difference);
    }

    private static String figures(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            if (row.measure().equals(CHECKED)) {
                text.append("\n\nLast checked ").append(row.braced()).append(".");
                continue;
            }
            String status = row.subject().equals("the law")
                    ? ""
                    : ", " + row.subject().replaceFirst("^the figure, ", "") + ", not law";
            text.append(text.isEmpty() ? "The " : "\n- The ")
                    .append(row.measure())
                    .append(": ")
                    .append(row.braced())
                    .append(" (")
                    .append(row.period())
                    .append(status)
                    .append(")");
        }
        return text.toString();
    }

    private static Optional<Row> first(List<Row> rows, Predicate<Row> wanted) {
        return rows.stream().filter(wanted).findFirst();
    }

    /** One line a row, but for the one that was told already. */
    private static String list(List<Row> rows, @Nullable Row told) {
        return list(rows, told, rows.isEmpty() ? "" : rows.getFirst().period());
    }

    /** @param period the one that is named before it, so that only others need to be */
    private static String list(List<Row> rows, @Nullable Row told, String period) {
        StringBuilder text = new StringBuilder("\n");
        for (Row row : rows) {
            if (!row.equals(told)) {
                text.append("\n- ").append(row.plainMeasure());
                if (row.subject().startsWith("the payday")) {
                    text.append(", ").append(row.subject());
                } else if (row.subject().equals("the business") && !row.period().equals(period)) {
                    text.append(", ").append(row.period());
                }
                text.append(": ").append(row.braced());
            }
        }
        return text.toString();
    }

    private static String note(Turn.Result result) {
        String note = result.line("Note");
        return note.isEmpty() ? "" : "\n\n" + note;
    }
}
