package au.pip.sandbox.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days by which documents are asked to be due.
 *
 * @param words as they stand behind "due", such as {@code next week}
 */
record DueBy(LocalDate from, LocalDate to, String words) {
    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:this|the|next) (?:week|month)\\b|\\btoday\\b|\\btomorrow\\b|\\bnext\\b(?! (?:quarter|year|financial))");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** Empty when the question names no such days, or others than the rules know. {@code next} alone is one. */
    static Optional<DueBy> in(String question, LocalDate today) {
        Matcher matcher = WORDS.matcher(question.toLowerCase(Locale.ROOT));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String words = matcher.group();
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        YearMonth month = YearMonth.from(today);
        boolean next = words.contains("next ");
        if (words.endsWith("week")) {
            return Optional.of(next ? new DueBy(sunday.plusDays(1), sunday.plusDays(7), words) : until(sunday, words));
        }
        if (words.endsWith("month")) {
            YearMonth after = month.plusMonths(1);
            return Optional.of(
                    next
                            ? new DueBy(after.atDay(1), after.atEndOfMonth(), words)
                            : new DueBy(month.atDay(1), month.atEndOfMonth(), words));
        }
        return switch (words) {
            case "today" -> Optional.of(new DueBy(today, today, words));
            case "tomorrow" -> Optional.of(new DueBy(today.plusDays(1), today.plusDays(1), words));
            default -> Optional.of(new DueBy(today, LocalDate.MAX, "next"));
        };
    }

    private static DueBy until(LocalDate sunday, String words) {
        return new DueBy(sunday.minusDays(6), sunday, words);
    }

    /** @param text in lower case */
    static String withoutWords(String text) {
        return WORDS.matcher(text).replaceAll(" ");
    }

    boolean isNextOnly() {
        return words.equals("next");
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The day of a row that states one; {@link LocalDate#MAX} when it states none. */
    static LocalDate day(Row row) {
        try {
            return LocalDate.parse(row.value(), DAY);
        } catch (DateTimeParseException _) {
            return LocalDate.MAX;
        }
    }
}
