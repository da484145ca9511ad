package au.pip.sandbox.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the period a question names, as the {@code period} argument of the tools. */
final class PeriodAsked {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** May is a month after a word of time, before a year or at the end of a clause: "May I ask" is not. */
    private static final String MAY =
            "(?:(?<=\\b(?:in|for|during|of|last|since|than|until|till|from|to|by|and|about|or|this|next|early|late|mid|with) )may"
                    + "(?! (?:i|we|you|he|she|they|it|one|my|our|be|have|not|also)\\b)"
                    + "|(?<!\\b(?:i|we|you|he|she|they|it|one) )may(?= \\d{4}|['’]s|\\s*(?:[?.!,;:]|$)))";

    private static final Pattern MONTH_NAMED = Pattern.compile(
            "\\b(january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|"
                    + MAY + "|jun|jul|aug|sept?|oct|nov|dec)\\b(?:\\s+(\\d{4}))?");
    private static final Pattern MONTH_BEFORE = Pattern.compile(
            "month (?:before|prior|earlier)|previous month|prior month|month before (?:that|then|last)");
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private PeriodAsked() {}

    /** Empty when the question names none. */
    static Optional<String> in(String question, LocalDate today) {
        String text = question.toLowerCase(Locale.ROOT);
        if (text.contains("month before last")) {
            return Optional.of(YearMonth.from(today).minusMonths(2).toString());
        }
        if (text.contains("last month")) {
            return Optional.of("last_month");
        }
        if (text.contains("this month") || text.contains("month to date")) {
            return Optional.of("this_month");
        }
        if (text.contains("last quarter")) {
            return Optional.of("last_quarter");
        }
        if (text.contains("this quarter") || text.contains("quarter to date")) {
            return Optional.of("this_quarter");
        }
        if (text.contains("last financial year") || text.contains("last year")) {
            return Optional.of("last_financial_year");
        }
        if (text.contains("this financial year") || text.contains("this year") || text.contains("year to date")) {
            return Optional.of("this_financial_year");
        }
        return named(text, today);
    }

    /** @param text in lower case */
    static boolean namesMonth(String text) {
        return MONTH_NAMED.matcher(text).find();
    }

    static boolean asksForMonthBefore(String question) {
        return MONTH_BEFORE.matcher(question.toLowerCase(Locale.ROOT)).find();
    }

    /** The month before the last whole month among the facts quoted so far; empty when no month was spoken of. */
    static Optional<String> monthBefore(List<Row> quoted) {
        for (Row row : quoted.reversed()) {
            try {
                return Optional.of(
                        YearMonth.parse(row.period(), LABEL).minusMonths(1).toString());
            } catch (DateTimeParseException _) {
                // Not a month: look further back.
            }
        }
        return Optional.empty();
    }

    private static Optional<String> named(String text, LocalDate today) {
        Matcher matcher = MONTH_NAMED.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String year = matcher.group(2);
        int month = MONTHS.indexOf(matcher.group(1).substring(0, 3)) + 1;
        YearMonth asked =
                year == null ? latest(month, YearMonth.from(today)) : YearMonth.of(Integer.parseInt(year), month);
        return Optional.of(asked.toString());
    }

    private static YearMonth latest(int month, YearMonth now) {
        YearMonth asked = YearMonth.of(now.getYear(), month);
        return asked.isAfter(now) ? asked.minusYears(1) : asked;
    }
}
