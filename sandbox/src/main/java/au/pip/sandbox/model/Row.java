package au.pip.sandbox.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of a tool's table as its text shows it: {@code F1 | measure | subject | period | value}. An empty cell is that of
 * the row above.
 */
record Row(String id, String measure, String subject, String period, String value) {
    private static final Pattern LINE =
            Pattern.compile("(?m)^(F\\d+) \\|([^|\\n]*)\\|([^|\\n]*)\\|([^|\\n]*)\\|([^|\\n]*)$");

    static List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        Matcher matcher = LINE.matcher(text);
        Row above = new Row("", "", "", "", "");
        while (matcher.find()) {
            above = new Row(
                    matcher.group(1),
                    cell(matcher.group(2), above.measure),
                    cell(matcher.group(3), above.subject),
                    cell(matcher.group(4), above.period),
                    cell(matcher.group(5), above.value));
            rows.add(above);
        }
        return rows;
    }

    private static String cell(String text, String above) {
        return text.isBlank() ? above : text.strip();
    }

    /** The measure without its basis in brackets. */
    String plainMeasure() {
        return measure.replaceAll(" \\((?:accruals|cash)\\)$", "");
    }

    /** {@code accruals}, {@code cash}, or empty. */
    String basis() {
        return measure.endsWith("(accruals)") ? "accruals" : measure.endsWith("(cash)") ? "cash" : "";
    }

    boolean isNegative() {
        return value.startsWith("-");
    }

    boolean isZero() {
        return amount().signum() == 0;
    }

    /** For comparing only; the words of an answer name the fact. */
    BigDecimal amount() {
        String digits = value.replaceAll("[^0-9.-]", "");
        return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits);
    }

    String braced() {
        return "{" + id + "}";
    }
}
