package au.pip.sandbox.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the periods a question names, as the {@code period} argument of the tools. */
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
    private static final Pattern PHRASE = Pattern.compile(
            "\\b(?:month before last"
                    + "|(last|previous|this|current) (?:(?:financial|tax|bas) )?(month|quarter|year)|(month|quarter|year) to date)\\b");
    private static final Pattern NAMED = Pattern.compile(
            "(?:\\b(?:in|for|from|of|during|and|to)\\s+)?(?:" + PHRASE.pattern() + "|" + MONTH_NAMED.pattern() + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SINCE = Pattern.compile("\\bsince\\b");
    private static final Pattern THROUGH =
            Pattern.compile("\\s*(?:to|until|till|up to|through|to the end of|-|–)\\s*|\\s+and\\s+");
    /** Words of times that the rules cannot read. */
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:since|until|till|before|after|between|ago|weeks?|fortnight|yesterday|q[1-4]|fy ?\\d+|half|(?:past|last|next) (?:\\w+ )?(?:days|weeks|months|quarters|years))\\b");

    private static final Pattern MONTH_BEFORE = Pattern.compile(
            "month (?:before|prior|earlier)|previous month|prior month|month before (?:that|then|last)");
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private PeriodAsked() {}

    /** The first one; empty when the question names none. */
    static Optional<String> in(String question, LocalDate today) {
        return all(question, today).stream().findFirst();
    }

    /** Each one, in order. A span of months is one; "since July" goes up to today. */
    static List<String> all(String question, LocalDate today) {
        String whole = question.toLowerCase(Locale.ROOT);
        Matcher since = SINCE.matcher(whole);
        if (since.find()) {
            return since(whole.substring(since.end()), today).stream().toList();
        }
        String text = AccountingPeriod.without(whole);
        List<String> periods = new ArrayList<>(AccountingPeriod.all(whole, today));
        phrases(text, today).stream()
                .filter(period -> !periods.contains(period))
                .forEach(periods::add);
        for (String month : months(text, today)) {
            boolean told = periods.stream()
                    .anyMatch(period -> start(period, today)
                            .equals(Optional.of(
                                    YearMonth.parse(month.substring(0, 7)).atDay(1))));
            if (!told) {
                periods.add(month);
            }
        }
        return periods;
    }

    /** The question without the periods that it names. */
    static String without(String question) {
        return NAMED.matcher(AccountingPeriod.without(question)).replaceAll(" ");
    }

    /** @param text in lower case */
    static boolean namesMonth(String text) {
        return MONTH_NAMED.matcher(text).find();
    }

    /** Whether it names a time, but none that the rules can read. */
    static boolean isUnclear(String question, LocalDate today) {
        return OTHER.matcher(question.toLowerCase(Locale.ROOT)).find()
                && all(question, today).isEmpty();
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

    /** The last day of a period that is over; empty for one that still runs, and for a financial year. */
    static Optional<LocalDate> end(String period, LocalDate today) {
        Optional<LocalDate> end = switch (period) {
            case "last_month" -> Optional.of(today.withDayOfMonth(1).minusDays(1));
            case "last_quarter" -> Optional.of(quarter(today).minusDays(1));
            default ->
                period.matches("\\d{4}-\\d{2}")
                        ? Optional.of(YearMonth.parse(period).atEndOfMonth())
                        : Optional.of(period)
                                .filter(span -> span.contains(".."))
                                .map(span -> LocalDate.parse(span.substring(span.indexOf("..") + 2)));
        };
        return end.filter(day -> day.isBefore(today));
    }

    private static Optional<LocalDate> start(String period, LocalDate today) {
        return switch (period) {
            case "this_month" -> Optional.of(today.withDayOfMonth(1));
            case "last_month" -> Optional.of(today.withDayOfMonth(1).minusMonths(1));
            case "this_quarter" -> Optional.of(quarter(today));
            case "last_quarter" -> Optional.of(quarter(today).minusMonths(3));
            default ->
                period.matches("\\d{4}-\\d{2}.*")
                        ? Optional.of(YearMonth.parse(period.substring(0, 7)).atDay(1))
                        : Optional.empty();
        };
    }

    private static LocalDate quarter(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    /** Up to today; empty from a start that the rules do not know. */
    private static Optional<String> since(String text, LocalDate today) {
        List<String> named = Stream.of(
                        AccountingPeriod.all(text, today), phrases(AccountingPeriod.without(text), today))
                .flatMap(List::stream)
                .toList();
        String first =
                named.isEmpty() ? months(text, today).stream().findFirst().orElse("") : named.getFirst();
        return first.startsWith("this_")
                ? Optional.of(first)
                : start(first, today).map(from -> from + ".." + today);
    }

    private static List<String> phrases(String text, LocalDate today) {
        return PHRASE.matcher(text)
                .results()
                .map(phrase -> {
                    if (phrase.group(2) == null && phrase.group(3) == null) {
                        return YearMonth.from(today).minusMonths(2).toString();
                    }
                    String unit = phrase.group(2) == null ? phrase.group(3) : phrase.group(2);
                    boolean last = "last".equals(phrase.group(1)) || "previous".equals(phrase.group(1));
                    return (last ? "last_" : "this_") + (unit.equals("year") ? "financial_year" : unit);
                })
                .distinct()
                .toList();
    }

    /** Months, or the one span from one to another. */
    private static List<String> months(String text, LocalDate today) {
        Matcher matcher = MONTH_NAMED.matcher(text);
        List<String> months = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        while (matcher.find()) {
            YearMonth month = month(matcher, YearMonth.from(today));
            if (months.size() == 1 && spans(text, ends.getFirst(), matcher.start())) {
                return List.of(span(YearMonth.parse(months.getFirst()), month, today));
            }
            months.add(month.toString());
            ends.add(matcher.end());
        }
        return months.stream().distinct().toList();
    }

    private static boolean spans(String text, int end, int start) {
        String between = text.substring(end, start);
        return THROUGH.matcher(between).matches()
                && (!between.strip().equals("and") || text.substring(0, end).contains("between"));
    }

    private static String span(YearMonth one, YearMonth last, LocalDate today) {
        YearMonth first = one.isAfter(last) ? one.minusYears(1) : one;
        LocalDate end = last.atEndOfMonth().isAfter(today) ? today : last.atEndOfMonth();
        return first.atDay(1) + ".." + end;
    }

    private static YearMonth month(Matcher named, YearMonth now) {
        String year = named.group(2);
        int month = MONTHS.indexOf(named.group(1).substring(0, 3)) + 1;
        if (year != null) {
            return YearMonth.of(Integer.parseInt(year), month);
        }
        YearMonth asked = YearMonth.of(now.getYear(), month);
        return asked.isAfter(now) ? asked.minusYears(1) : asked;
    }
}
