package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number that is a length of time, such as "the last three months". */
final class Length {
    /** "In 30 days you will have", but not "it is due in 30 days". */
    private static final String WITHIN =
            "(?:^\\W*|\\b(?:expected|should|will|would)\\b(?![^.]*\\b(?:due|overdue|paid|pays?|expires?)\\b)[^.]{0,60}\\b)in\\s+$";

    private static final Pattern RECENT =
            Pattern.compile("(?i)\\b(?:last|past|latest|previous|preceding|next|coming|following)\\s+$|" + WITHIN);
    private static final Pattern AHEAD = Pattern.compile("(?i)\\b(?:next|coming|following)\\s+$|" + WITHIN);
    private static final Pattern UNIT =
            Pattern.compile("(?i)^\\s(?:whole |full |calendar )?(?<unit>day|week|month|quarter|year)s?\\b");
    private static final BigDecimal LONGEST = BigDecimal.valueOf(10_000);

    private Length() {}

    /** Up to now, or up to the last month's end. */
    private static boolean isLate(Period period, LocalDate today) {
        return !period.to().isBefore(today.withDayOfMonth(1).minusDays(1))
                && !period.to().isAfter(today);
    }

    static boolean isMeant(Token.Numeral number, Sentence sentence) {
        return !number.amount()
                && !number.percent()
                && RECENT.matcher(sentence.before()).find()
                && UNIT.matcher(sentence.after()).find();
    }

    /** As an ISO 8601 duration, such as {@code P12M}. */
    static String iso(Token.Numeral number, Sentence sentence) {
        Matcher unit = UNIT.matcher(sentence.after());
        if (!unit.find()) {
            throw new IllegalArgumentException("no length of time: " + number);
        }
        long length = number.value().longValueExact();
        return switch (unit.group("unit").toLowerCase(Locale.ROOT)) {
            case "day" -> "P" + length + "D";
            case "week" -> "P" + length + "W";
            case "month" -> "P" + length + "M";
            case "quarter" -> "P" + 3 * length + "M";
            default -> "P" + length + "Y";
        };
    }

    /**
     * The facts behind it: those whose period is as long, and lies ahead where the words do, or ended lately.
     *
     * @param today null when it is not known: then when it ended is not asked
     */
    static List<Fact> of(Token.Numeral number, Sentence sentence, FactIndex index, @Nullable LocalDate today) {
        Matcher unit = UNIT.matcher(sentence.after());
        if (!unit.find()
                || number.value().stripTrailingZeros().scale() > 0
                || number.value().abs().compareTo(LONGEST) > 0) {
            return List.of();
        }
        long length = number.value().longValueExact();
        List<Fact> facts = switch (unit.group("unit").toLowerCase(Locale.ROOT)) {
            case "day" -> index.ofDays(length);
            case "week" -> index.ofDays(7 * length);
            case "month" -> index.ofMonths(length);
            case "quarter" -> index.ofMonths(3 * length);
            default -> index.ofMonths(12 * length);
        };
        boolean ahead = AHEAD.matcher(sentence.before()).find();
        return facts.stream()
                .filter(fact -> today == null
                        ? !ahead
                        : ahead ? !fact.period().from().isBefore(today) : isLate(fact.period(), today))
                .toList();
    }
}
