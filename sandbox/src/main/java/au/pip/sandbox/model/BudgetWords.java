package au.pip.sandbox.model;

import java.util.List;
import java.util.Locale;

/** The words for a budget beside what came of it: of the accounts that the question names, else of the whole business. */
final class BudgetWords {
    private BudgetWords() {}

    static String of(String question, Turn.Result result) {
        String text = question.toLowerCase(Locale.ROOT);
        List<Row> named = result.rows().stream()
                .filter(row -> !isOfAll(row) && text.contains(row.subject().toLowerCase(Locale.ROOT)))
                .toList();
        List<Row> shown = named.isEmpty()
                ? result.rows().stream().filter(BudgetWords::isOfAll).toList()
                : named;
        if (shown.isEmpty()) {
            return OfflineWords.list(result);
        }
        StringBuilder words = new StringBuilder(result.line("What")).append(":\n");
        for (Row row : shown) {
            words.append("\n- ")
                    .append(isOfAll(row) ? "" : row.subject() + ", ")
                    .append(row.measure())
                    .append(": ")
                    .append(row.braced());
        }
        String note = result.line("Note");
        return words + (note.isEmpty() ? "" : "\n\n" + note);
    }

    private static boolean isOfAll(Row row) {
        return row.subject().startsWith("the ");
    }
}
