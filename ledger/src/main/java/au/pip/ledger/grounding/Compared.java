package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that a figure of change is of: those that it speaks of, and those before that it compares them with.
 *
 * @param now the fact's own
 * @param before what they are compared with
 */
record Compared(Period now, Period before) {
    /** Lead to what something is compared with. */
    static final Pattern LEADS = Pattern.compile(
            "(?i)(?:\\b(?:than|on|from|against|versus|vs\\.?|since|compared (?:with|to))|^\\W*(?:with|to))(?: in| of| for)?(?: the)?\\s*$");
    /** One length of time before another, whatever that is. */
    static final Pattern EARLIER = Pattern.compile(
            "(?i)\\b(?:(?:last|previous|prior|preceding) (?<late>month|quarter|year)|(?:the|a|one) (?<early>month|quarter|year) (?:before|earlier|prior|ago)"
                    + "|(?<on>month|quarter|year)[- ](?:on|over)[- ]\\k<on>)\\b");

    private static final Pattern RANGE = Pattern.compile("–|—|-|\\b(?:to|until|through|and)\\b");

    /** The days of a fact that was worked out of the same measure of two times; null for any other. */
    static @Nullable Compared of(Fact fact, FactBook book) {
        String one;
        String other;
        switch (fact.formula()) {
            case Formula.Difference(String minuend, String subtrahend) -> {
                one = minuend;
                other = subtrahend;
            }
            case Formula.Change(String now, String before) -> {
                one = now;
                other = before;
            }
            case null, default -> {
                return null;
            }
        }
        Fact first = book.find(one).orElse(null);
        Fact second = book.find(other).orElse(null);
        if (first == null
                || second == null
                || !first.measure().equals(second.measure())
                || first.period().equals(second.period())) {
            return null;
        }
        Period before = first.period().equals(fact.period()) ? second.period() : first.period();
        return new Compared(fact.period(), before);
    }

    /** Whether a period that is named with it may be meant. */
    boolean fits(NamedPeriod named, @Nullable LocalDate today) {
        return named.fits(now, today) || named.fits(before, today) || isBoth(named);
    }

    private boolean isBoth(NamedPeriod named) {
        return named.periods().stream()
                .anyMatch(each -> each.from().equals(before.from()) && each.to().equals(now.to()));
    }

    /** Whether the clauses around the figure say no other days than these, each in its place. */
    boolean isSaid(List<Part> parts, @Nullable LocalDate today) {
        for (Part part : parts) {
            Matcher earlier = EARLIER.matcher(part.words());
            while (earlier.find()) {
                int at = earlier.start();
                if (part.periods().stream().anyMatch(each -> each.start() < at && at < each.end())) {
                    continue;
                }
                String unit = Stream.of("late", "early", "on")
                        .map(earlier::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
                if (!isBefore(unit.toLowerCase(Locale.ROOT)) && !isOf(earlier, today)) {
                    return false;
                }
            }
            String words = part.words();
            for (NamedPeriod named : part.periods()) {
                if (EARLIER.matcher(words.substring(named.start(), named.end())).matches()) {
                    continue;
                }
                boolean compared =
                        LEADS.matcher(words.substring(0, named.start())).find();
                boolean range = compared
                        && RANGE.matcher(words.substring(named.start(), named.end()))
                                .find();
                if (!isBoth(named)
                        && !named.fits(compared ? before : now, today)
                        && !(range && named.fits(now, today))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** "Last month" may be the days themselves, too. */
    private boolean isOf(Matcher earlier, @Nullable LocalDate today) {
        return earlier.group("late") != null
                && NamedPeriod.in(earlier.group(), today).stream().anyMatch(each -> each.fits(now, today));
    }

    /** Whether it is compared with the days right before, or with the same a year earlier. */
    boolean isNext() {
        return before.to().plusDays(1).equals(now.from()) || isBefore("year");
    }

    /** @param unit month, quarter or year */
    boolean isBefore(String unit) {
        return switch (unit) {
            case "year" -> before.from().equals(now.from().minusYears(1));
            case "quarter" -> before.from().equals(now.from().minusMonths(3));
            default -> before.from().equals(now.from().minusMonths(1));
        };
    }

    /** A length of time as long as a fact's days, or the one in which they still run. */
    static boolean isAsLong(Period period, String unit, @Nullable LocalDate today) {
        LocalDate end = switch (unit) {
            case "day" -> period.from().plusDays(1);
            case "week" -> period.from().plusWeeks(1);
            case "fortnight" -> period.from().plusWeeks(2);
            case "month" -> period.from().plusMonths(1);
            case "quarter" -> period.from().plusMonths(3);
            case "half" -> period.from().plusMonths(6);
            default -> period.from().plusYears(1);
        };
        LocalDate after = period.to().plus(1, ChronoUnit.DAYS);
        return after.equals(end) || period.to().equals(today) && after.isBefore(end);
    }
}
