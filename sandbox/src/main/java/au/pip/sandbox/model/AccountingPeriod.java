package au.pip.sandbox.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Quarters and years as accountants name them: the September quarter, the year ended 30 June 2026, 2025-26, FY26, Q1
 * FY26. A financial year that is named by its number ends in June.
 */
final class AccountingPeriod {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(?<month>january|february|march|april|may|june|july|august|september|october"
            + "|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b";
    private static final String QUARTER = "(?i)(?:\\bq(?<quarter>[1-4]),?\\s*(?:of\\s+)?(?:the\\s+)?)?";

    private static final Pattern NAMED_QUARTER = Pattern.compile(
            "(?i)\\b" + MONTH + "\\s+(?:(?<before>\\d{4})\\s+)?quarter\\b(?:\\s+(?:of\\s+)?(?<after>\\d{4}))?");
    private static final Pattern ENDED = Pattern.compile(
            "(?i)(?<!\\b(?:last|this|previous|next) )\\b(?<unit>half[- ]year|(?:financial |tax )?year|quarter)"
                    + "\\s+(?<how>ended|ending|to)\\s+(?:the\\s+)?(?:end of\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?"
                    + MONTH + "(?:\\s+(?<year>\\d{4}))?");
    private static final Pattern TWO_YEARS = Pattern.compile(QUARTER
            + "(?:\\bfy\\s*|(?<![\\w-]))(?:19|20)?(?<from>\\d{2})\\s?[-–/]\\s?(?:19|20)?(?<to>\\d{2})(?![\\w-])");
    private static final Pattern ONE_YEAR = Pattern.compile(
            QUARTER + "\\b(?:(?:fy\\s*'?|(?:financial|tax) year\\s+)(?:20)?(?<to>\\d{2})\\b(?!\\s?[-–/]\\s?\\d)"
                    + "|20(?<year>\\d{2}) (?:financial|tax) year\\b)");
    private static final Pattern HALF = Pattern.compile("(?i)\\bhalf\\b(?![- ]year (?:ended|ending|to)\\b)");

    private AccountingPeriod() {}

    /** Those that have begun, as the {@code period} argument of the tools; a running one ends today. */
    static List<String> all(String question, LocalDate today) {
        Stream<Optional<String>> named =
                NAMED_QUARTER.matcher(question).results().map(each -> quarter(each, today));
        Stream<Optional<String>> ended = ENDED.matcher(question).results().map(each -> ended(each, today));
        Stream<Optional<String>> years = HALF.matcher(question).find()
                ? Stream.of()
                : Stream.of(TWO_YEARS, ONE_YEAR)
                        .flatMap(pattern -> pattern.matcher(question).results())
                        .map(each -> financialYear(each, today));
        return Stream.of(named, ended, years)
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The question without them. */
    static String without(String question) {
        String text = question;
        for (Pattern pattern : List.of(NAMED_QUARTER, ENDED, ONE_YEAR)) {
            text = pattern.matcher(text).replaceAll(" ");
        }
        return TWO_YEARS.matcher(text).replaceAll(each -> follow(each) ? " " : "$0");
    }

    private static Optional<String> quarter(MatchResult named, LocalDate today) {
        int last = (month(named) + 2) / 3 * 3;
        String year = named.group("before") == null ? named.group("after") : named.group("before");
        return span(
                year == null ? latest(last, today.plusMonths(2)) : YearMonth.of(Integer.parseInt(year), last),
                3,
                today);
    }

    private static Optional<String> ended(MatchResult named, LocalDate today) {
        String unit = named.group("unit").toLowerCase(Locale.ROOT);
        int months = unit.startsWith("half") ? 6 : unit.equals("quarter") ? 3 : 12;
        boolean runs = named.group("how").equalsIgnoreCase("ending");
        String year = named.group("year");
        YearMonth end = year == null
                ? latest(
                        month(named),
                        runs ? today.plusMonths(months - 1) : today.plusDays(1).minusMonths(1))
                : YearMonth.of(Integer.parseInt(year), month(named));
        return span(end, months, today);
    }

    private static Optional<String> financialYear(MatchResult named, LocalDate today) {
        boolean two = named.namedGroups().containsKey("from");
        if (two && !follow(named)) {
            return Optional.empty();
        }
        String label = named.group("to") == null ? named.group("year") : named.group("to");
        YearMonth end = YearMonth.of(2000 + Integer.parseInt(label), 6);
        String quarter = named.group("quarter");
        return quarter == null
                ? span(end, 12, today)
                : span(end.minusMonths(3L * (4 - Integer.parseInt(quarter))), 3, today);
    }

    /** Whether the second year is the one after the first. */
    private static boolean follow(MatchResult named) {
        return (Integer.parseInt(named.group("from")) + 1) % 100 == Integer.parseInt(named.group("to"));
    }

    /** The latest month of that number up to a day's. */
    private static YearMonth latest(int month, LocalDate day) {
        YearMonth end = YearMonth.of(day.getYear(), month);
        return end.isAfter(YearMonth.from(day)) ? end.minusYears(1) : end;
    }

    /** So many months up to the end of that one; empty when they have not begun. */
    private static Optional<String> span(YearMonth end, int months, LocalDate today) {
        LocalDate from = end.minusMonths(months - 1L).atDay(1);
        LocalDate last = end.atEndOfMonth();
        if (from.isAfter(today)) {
            return Optional.empty();
        }
        if (last.isBefore(today)) {
            return Optional.of(from + ".." + last);
        }
        return Optional.of(
                months == 3 && end.getMonthValue() % 3 == 0
                        ? "this_quarter"
                        : months == 12 && end.getMonthValue() == 6 ? "this_financial_year" : from + ".." + today);
    }

    private static int month(MatchResult named) {
        return MONTHS.indexOf(named.group("month").substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }
}
