package au.pip.ledger.grounding;

import au.pip.ledger.Money;
import au.pip.ledger.Value;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands directly beside an amount that Pip put in, where it would change what is said. */
final class Neighbours {
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}[.,]?$");
    private static final Pattern MARKED = Pattern.compile("(?<letters>[A-Z]{0,3})(?<mark>\\p{Sc})\\s?$");
    private static final Pattern CODED = Pattern.compile("(?<![\\p{L}\\p{Nd}])" + FigureScanner.CURRENCY + "\\s?$");
    private static final Pattern LETTERS = Pattern.compile("(?<![\\p{L}\\p{Nd}])[A-Z]{1,3}$");
    private static final Pattern WORDED = Pattern.compile("(?i)\\b(?:minus|negative)\\s$");
    private static final String END = "(?![\\p{L}\\p{Nd}])";
    private static final Pattern AFTER = Pattern.compile("(?<code>\\s?" + FigureScanner.CURRENCY + END + ")"
            + "|(?<dollars>\\s(?:Australian )?dollars" + END + ")"
            + "|(?<named>\\s" + FigureScanner.CURRENCY_NAME + END + ")"
            + "|(?<percent>\\s?%|\\sper\\s?cent" + END + ")"
            + "|(?<changed>[\\p{L}\\p{Nd}]|[.,]\\p{Nd}|\\s(?:[kKmM]|bn|thousand|million|billion)" + END
            + "|\\s(?:cents?|pounds?)" + END + ")");

    /** Brackets after a word that leads to no figure hold an aside, and no loss. */
    private static final Pattern ASIDE = Pattern.compile(
            "(?i)(?<!\\b(?:is|was|are|were|be|been|of|at|to|by|made|came|comes|a|an|the|total))[\\p{L}\\p{Nd}%)\\]][*_]{0,3} $");

    private Neighbours() {}

    /** Whether brackets after these words hold an aside. */
    static boolean isAside(String before) {
        return ASIDE.matcher(before).find();
    }

    /** A sign in front that a typed figure's own pattern does not take in. */
    static boolean signed(String before) {
        return WORDED.matcher(before).find()
                || before.endsWith("-")
                || before.endsWith("\u2212")
                || before.matches("(?s)(?:.*[\\s(])?\\u2013");
    }

    /**
     * @param raw the placeholder as written, with the {@code $} it may start with
     * @param after the text that follows, not cut at the sentence's end
     */
    static boolean change(Value value, String raw, String before, String after) {
        return changesBefore(value, raw, before) || changesAfter(value, after);
    }

    private static boolean changesBefore(Value value, String raw, String before) {
        String front = raw.startsWith("$") ? before + "$" : before;
        if (signed(before)
                || front.matches("(?s).*[-\\u2212]\\p{Sc}")
                || DIGIT.matcher(before).find()) {
            return true;
        }
        Currency currency = currency(value);
        Matcher marked = MARKED.matcher(front);
        if (marked.find()) {
            boolean own = Money.AUD.equals(currency)
                    && marked.group("mark").equals("$")
                    && marked.group("letters").matches("A?|AUD?");
            return !own && !(marked.group().equals("$") && raw.startsWith("$"));
        }
        Matcher coded = CODED.matcher(before);
        if (coded.find()) {
            return currency == null || !coded.group().strip().equals(currency.getCurrencyCode());
        }
        return LETTERS.matcher(before).find();
    }

    private static boolean changesAfter(Value value, String after) {
        Matcher matcher = AFTER.matcher(after);
        if (!matcher.lookingAt()) {
            return false;
        }
        Currency currency = currency(value);
        if (matcher.group("code") != null) {
            return currency == null
                    || !matcher.group("code").strip().toUpperCase(Locale.ROOT).equals(currency.getCurrencyCode());
        }
        if (matcher.group("dollars") != null) {
            return !Money.AUD.equals(currency);
        }
        if (matcher.group("named") != null) {
            return currency == null || !currency.equals(TokenReader.currency(matcher.group("named")));
        }
        return matcher.group("percent") == null || !(value instanceof Value.Percent);
    }

    private static @Nullable Currency currency(Value value) {
        return value instanceof Value.Amount(Money money) ? money.currency() : null;
    }
}
