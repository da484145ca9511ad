package au.pip.ledger.grounding;

import au.pip.ledger.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The days that a text names in one place: a month, a quarter, a financial year, a range or a day. A quarter goes by its
 * last month, a financial year is July to June.
 *
 * @param periods what may be meant; of "October" the latest one
 * @param day it is a day that something is as of
 */
record NamedPeriod(int start, int end, List<Period> periods, boolean day) {
    private static final String M = FigureScanner.MONTH + "\\.?";
    private static final String Y = "(?:19|20)\\d{2}";
    private static final String DAY = "(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? " + M + "(?:,? " + Y + ")?|" + M
            + " \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? " + Y + ")?|" + Y + "-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/" + Y + ")";
    private static final String TO = "\\s?(?:–|—|-|\\bto\\b|\\buntil\\b|\\bthrough\\b|\\band\\b)\\s?(?:the )?";
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\p{Nd}])(?:"
            + "(?<range>" + DAY + TO + DAY + ")"
            + "|(?<span>\\d{1,2}" + TO + "\\d{1,2} " + M + "(?:,? " + Y + ")?)"
            + "|(?<ended>(?:[Yy]ear|[Qq]uarter|[Mm]onth|[Tt]welve months) (?:that )?(?:ended|ending|ends|to)(?: on)? (?:the )?"
            + DAY + ")"
            + "|(?<financial>(?:FY ?|[Ff]inancial [Yy]ear )?" + Y
            + "[-–/]\\d{2}(?:\\d{2})?(?!\\d|-\\d)|FY ?(?:\\d{4}|\\d{2})(?!\\d)"
            + "|[Ff]inancial [Yy]ear " + Y + "|" + Y + " [Ff]inancial [Yy]ear)"
            + "|(?<day>" + DAY + ")"
            + "|(?<quarter>" + M + "(?: " + Y + ")? (?:[Qq]uarter|BAS)(?:,? (?:of )?" + Y + ")?)"
            + "|(?<months>" + M + "(?: " + Y + ")?" + TO + M + "(?: " + Y + ")?)"
            + "|(?<lastyears>" + M + " (?:of )?last year)"
            + "|(?<month>" + M + "(?:'s|’s)?(?:,? (?:of )?" + Y + ")?(?!\\d))"
            + "|(?<year>(?<=\\b(?:in|for|during|year|calendar) )" + Y + "(?![\\d,.]\\d|\\d))"
            + "|(?<ago>(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\\d{1,3}) (?:day|week|month|quarter|year)s? ago|[Ll]ast week)"
            + "|(?<running>(?:[Ff]inancial |[Cc]alendar )?[Yy]ear(?: so far|[- ]to[- ]date)|YTD)"
            + "|(?<relative>[Tt]oday|[Yy]esterday|(?:[Tt]his|[Ll]ast|[Pp]revious|[Cc]urrent) (?:BAS |financial |calendar )?(?:month|quarter|year))"
            + ")(?![\\p{L}])");
    private static final Pattern FIRST_DAY = Pattern.compile(DAY);
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern YEAR = Pattern.compile(Y);
    private static final Pattern ISO_MONTH = Pattern.compile(Y + "-\\d{2}");
    private static final Pattern MONTHS = Pattern.compile("(?<!\\p{L})" + FigureScanner.MONTH);
    /** "May I…" names no month. */
    private static final Pattern MODAL = Pattern.compile("^ (?:I|we|you|it|they|the|be|have|not|also|this|that)\\b");
    /** A day after these is when something falls due or happened, not when a figure held. */
    private static final Pattern EVENT = Pattern.compile(
            "(?i)(?<!past )\\b(?:due|by|before|after|since|until|till|expires?|expired|dated|sent|issued|paid|received|lodged?|delivery|deadline)(?: on| by| date| day)?:?\\s*(?:the )?$");

    /** @param today null when it is not known: then a relative period names none */
    static List<NamedPeriod> in(String text, @Nullable LocalDate today) {
        List<NamedPeriod> named = new ArrayList<>();
        NAMED.matcher(text).results().forEach(hit -> {
            NamedPeriod found = read(text, hit, today);
            if (found != null) {
                named.add(found);
            }
        });
        return named;
    }

    /** Whether a fact of those days may be meant. */
    boolean fits(Period fact, @Nullable LocalDate today) {
        return periods.stream()
                .anyMatch(period -> fact.equals(period)
                        || fact.isDay()
                                && !period.isDay()
                                && period.contains(fact.to())
                                && (fact.to().equals(period.to()) || fact.to().equals(today))
                        || period.isDay() && day && fact.to().equals(period.to())
                        || !fact.isDay()
                                && fact.from().equals(period.from())
                                && fact.to().isBefore(period.to())
                                && isRunning(fact, today));
    }

    /** Whether it lies in the time for which something holds. */
    boolean within(Period valid) {
        return periods.stream()
                .anyMatch(period ->
                        !period.from().isBefore(valid.from()) && !period.to().isAfter(valid.to()));
    }

    private static boolean isRunning(Period fact, @Nullable LocalDate today) {
        return today == null
                ? !fact.equals(Period.month(YearMonth.from(fact.from())))
                : fact.to().equals(today);
    }

    private static @Nullable NamedPeriod read(String text, MatchResult hit, @Nullable LocalDate today) {
        String words = hit.group();
        String before = text.substring(Math.max(0, hit.start() - 40), hit.start());
        try {
            List<Period> periods;
            if (hit.group("range") != null) {
                periods = range(words, today);
            } else if (hit.group("span") != null) {
                periods = span(words, today);
            } else if (hit.group("ended") != null) {
                periods = ended(words, today);
            } else if (hit.group("financial") != null) {
                periods = List.of(financialYear(words));
            } else if (hit.group("day") != null) {
                if (EVENT.matcher(before).find()) {
                    return null;
                }
                return new NamedPeriod(hit.start(), hit.end(), List.of(Period.day(day(words, null, today))), true);
            } else if (hit.group("quarter") != null) {
                periods = new ArrayList<>(years(words, today, last -> Period.quarterOf(last.atDay(1))));
                if (words.contains("BAS")) {
                    periods.addAll(years(words, today, Period::month));
                }
            } else if (hit.group("months") != null) {
                periods = monthRange(words, today);
            } else if (hit.group("lastyears") != null) {
                periods = today == null
                        ? List.of()
                        : years(words, today, Period::month).stream()
                                .map(each -> Period.month(YearMonth.of(
                                        Math.min(each.from().getYear(), today.getYear() - 1),
                                        each.from().getMonth())))
                                .toList();
            } else if (hit.group("month") != null) {
                if (words.equals("May")
                        && MODAL.matcher(text.substring(hit.end())).find()) {
                    return null;
                }
                periods = years(words, today, Period::month);
            } else if (hit.group("running") != null) {
                if (today == null) {
                    return null;
                }
                periods = relative("this year", today).stream()
                        .map(each -> each.upTo(today))
                        .toList();
            } else if (hit.group("ago") != null) {
                // Roughly then; no fact is of a time that is told so.
                periods = List.of();
            } else if (hit.group("year") != null) {
                periods = List.of(new Period(LocalDate.of(number(words), 1, 1), LocalDate.of(number(words), 12, 31)));
            } else {
                if (today == null) {
                    return null;
                }
                return new NamedPeriod(
                        hit.start(), hit.end(), relative(words.toLowerCase(Locale.ROOT), today), words.endsWith("day"));
            }
            return new NamedPeriod(hit.start(), hit.end(), periods, false);
        } catch (DateTimeException | IllegalArgumentException _) {
            return new NamedPeriod(hit.start(), hit.end(), List.of(), false);
        }
    }

    private static List<Period> range(String words, @Nullable LocalDate today) {
        List<String> days =
                FIRST_DAY.matcher(words).results().map(MatchResult::group).toList();
        LocalDate to = day(days.getLast(), null, today);
        LocalDate from = day(days.getFirst(), to, today);
        return List.of(new Period(from, to));
    }

    private static List<Period> span(String words, @Nullable LocalDate today) {
        List<String> numbers =
                NUMBER.matcher(words).results().map(MatchResult::group).toList();
        String last =
                words.substring(words.indexOf(numbers.get(1), numbers.get(0).length()));
        LocalDate to = day(last, null, today);
        return List.of(new Period(to.withDayOfMonth(Integer.parseInt(numbers.get(0))), to));
    }

    private static List<Period> ended(String words, @Nullable LocalDate today) {
        var day = FIRST_DAY.matcher(words);
        day.find();
        LocalDate to = day(day.group(), null, today);
        int months = words.toLowerCase(Locale.ROOT).startsWith("quarter")
                ? 3
                : words.toLowerCase(Locale.ROOT).startsWith("month") ? 1 : 12;
        return List.of(new Period(to.plusDays(1).minusMonths(months), to));
    }

    /** "2026-27" is a financial year, "2026-09" a month. */
    private static Period financialYear(String words) {
        List<String> numbers =
                NUMBER.matcher(words).results().map(MatchResult::group).toList();
        int last = numbers.size() == 2
                ? Integer.parseInt(numbers.get(0)) + 1
                : Integer.parseInt(numbers.get(0)) % 2000 + 2000;
        if (numbers.size() == 2 && last % 100 != Integer.parseInt(numbers.get(1)) % 100) {
            if (ISO_MONTH.matcher(words).matches()) {
                return Period.month(YearMonth.parse(words));
            }
            throw new IllegalArgumentException("no two years that follow each other: " + words);
        }
        return new Period(LocalDate.of(last - 1, 7, 1), LocalDate.of(last, 6, 30));
    }

    private static List<Period> monthRange(String words, @Nullable LocalDate today) {
        List<MatchResult> months = MONTHS.matcher(words).results().toList();
        Period to = years(words.substring(months.getLast().start()), today, Period::month)
                .getFirst();
        int first = TokenReader.month(months.getFirst().group());
        YearMonth from = YearMonth.of(to.to().getYear(), first);
        return List.of(new Period((from.atDay(1).isAfter(to.from()) ? from.minusYears(1) : from).atDay(1), to.to()));
    }

    /** With its year; without one the latest that has begun; without today every one there may be. */
    private static List<Period> years(String words, @Nullable LocalDate today, Function<YearMonth, Period> of) {
        int month = TokenReader.month(words);
        var year = YEAR.matcher(words);
        if (year.find()) {
            return List.of(of.apply(YearMonth.of(Integer.parseInt(year.group()), month)));
        }
        if (today != null) {
            Period latest = of.apply(YearMonth.of(today.getYear(), month));
            return List.of(latest.from().isAfter(today) ? of.apply(YearMonth.of(today.getYear() - 1, month)) : latest);
        }
        return IntStream.rangeClosed(2000, 2060)
                .mapToObj(each -> of.apply(YearMonth.of(each, month)))
                .toList();
    }

    private static List<Period> relative(String words, LocalDate today) {
        if (words.endsWith("day")) {
            return List.of(Period.day(words.startsWith("y") ? today.minusDays(1) : today));
        }
        boolean back = words.startsWith("last") || words.startsWith("previous");
        if (words.endsWith("month")) {
            return List.of(Period.month(YearMonth.from(today).minusMonths(back ? 1 : 0)));
        }
        if (words.endsWith("quarter")) {
            return List.of(Period.quarterOf(back ? today.minusMonths(3) : today));
        }
        LocalDate day = back ? today.minusYears(1) : today;
        int first = day.getMonthValue() >= 7 ? day.getYear() : day.getYear() - 1;
        Period financial = new Period(LocalDate.of(first, 7, 1), LocalDate.of(first + 1, 6, 30));
        Period calendar = new Period(LocalDate.of(day.getYear(), 1, 1), LocalDate.of(day.getYear(), 12, 31));
        return words.contains("financial")
                ? List.of(financial)
                : words.contains("calendar") ? List.of(calendar) : List.of(financial, calendar);
    }

    /** @param end the last day of the range that it opens; its year is the default one */
    private static LocalDate day(String words, @Nullable LocalDate end, @Nullable LocalDate today) {
        if (words.matches("\\d{4}-.*")) {
            return LocalDate.parse(words);
        }
        List<Integer> numbers = NUMBER.matcher(words)
                .results()
                .map(hit -> Integer.parseInt(hit.group()))
                .toList();
        if (words.contains("/")) {
            return LocalDate.of(numbers.get(2), numbers.get(1), numbers.get(0));
        }
        int month = TokenReader.month(words);
        if (numbers.size() > 1) {
            return LocalDate.of(numbers.get(1), month, numbers.get(0));
        }
        if (end != null) {
            LocalDate first = LocalDate.of(end.getYear(), month, numbers.get(0));
            return first.isAfter(end) ? first.minusYears(1) : first;
        }
        if (today == null) {
            throw new IllegalArgumentException("a day of an unknown year");
        }
        LocalDate day = LocalDate.of(today.getYear(), month, numbers.get(0));
        return day.isAfter(today) ? day.minusYears(1) : day;
    }

    private static int number(String words) {
        return Integer.parseInt(words.strip());
    }
}
