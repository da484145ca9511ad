package au.pip.evaluation.ledgerqa;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * A period that is asked about.
 *
 * @param words as a person says it
 * @param argument as a tool takes it
 */
record Span(String words, String argument, LocalDate from, LocalDate to) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    /** @param word such as {@code last_month}, or {@code month_4} for the month four months ago */
    static Span of(String word, LocalDate today) {
        YearMonth month = YearMonth.from(today);
        LocalDate quarter = month.atDay(1).minusMonths((today.getMonthValue() - 1) % 3);
        LocalDate year = LocalDate.of(today.getMonthValue() < 7 ? today.getYear() - 1 : today.getYear(), 7, 1);
        String words = word.replace('_', ' ');
        return switch (word) {
            case "this_month" -> new Span(words, word, month.atDay(1), today);
            case "last_month" -> month(words, word, month.minusMonths(1));
            case "this_quarter" -> new Span(words, word, quarter, today);
            case "last_quarter" -> new Span(words, word, quarter.minusMonths(3), quarter.minusDays(1));
            case "this_financial_year" -> new Span(words, word, year, today);
            case "last_financial_year" -> new Span(words, word, year.minusYears(1), year.minusDays(1));
            default -> {
                YearMonth past = month.minusMonths(Integer.parseInt(word.substring("month_".length())));
                yield month("in " + MONTH.format(past), past.toString(), past);
            }
        };
    }

    /** As a question's values. */
    Map<String, String> values() {
        return Map.of("span", words, "argument", argument, "from", from.toString(), "to", to.toString());
    }

    private static Span month(String words, String argument, YearMonth month) {
        return new Span(words, argument, month.atDay(1), month.atEndOfMonth());
    }
}
