package au.pip.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number that is a length of time, such as "the last three months". */
final class Length {
    private static final Pattern RECENT =
            Pattern.compile("(?i)\\b(?:last|past|latest|previous|preceding|next|coming|following)\\s+$");
    private static final Pattern UNIT =
            Pattern.compile("(?i)^\\s(?:whole |full |calendar )?(?<unit>day|week|month|quarter|year)s?\\b");
    private static final BigDecimal LONGEST = BigDecimal.valueOf(10_000);

    private Length() {}

    static boolean isMeant(Token.Numeral number, Sentence sentence) {
        return !number.amount()
                && !number.percent()
                && RECENT.matcher(sentence.before()).find()
                && UNIT.matcher(sentence.after()).find();
    }

    /** The facts behind it: those whose period is as long. */
    static List<Fact> of(Token.Numeral number, Sentence sentence, FactIndex index) {
        Matcher unit = UNIT.matcher(sentence.after());
        if (!unit.find()
                || number.value().stripTrailingZeros().scale() > 0
                || number.value().abs().compareTo(LONGEST) > 0) {
            return List.of();
        }
        long length = number.value().longValueExact();
        return switch (unit.group("unit").toLowerCase(Locale.ROOT)) {
            case "day" -> index.ofDays(length);
            case "week" -> index.ofDays(7 * length);
            case "month" -> index.ofMonths(length);
            case "quarter" -> index.ofMonths(3 * length);
            default -> index.ofMonths(12 * length);
        };
    }
}
