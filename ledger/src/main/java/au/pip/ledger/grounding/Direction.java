package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.Money;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which way a figure goes: up or down, in or out. Words of the other way make something else of it. */
final class Direction {
    private static final Pattern UP = Pattern.compile(
            "(?i)\\b(?:more|up|rose|risen|ris(?:es?|ing)|grew|grown|grow(?:s|th|ing)?|increas\\w+|higher|above|ahead|better|improv\\w+|gain\\w*"
                    + "|jump\\w*|climb\\w*|exceed\\w*|beat\\w*)\\b|\\bover (?:the |your |its )?(?:budget|plan)\\b");
    private static final Pattern DOWN = Pattern.compile(
            "(?i)\\b(?:less|down|fell|fallen|fall(?:s|ing)?|drop\\w*|decreas\\w+|declin\\w+|lower|below|behind|worse|shr[aiu]nk\\w*|reduc\\w+"
                    + "|slipp\\w+|fewer)\\b|\\b(?:under|short of) (?:the |your |its )?(?:budget|plan)\\b");
    private static final Pattern IN = Pattern.compile(
            "(?i)\\b(?:com(?:e|es|ing)|money|cash|paid|flow(?:s|ing)?) in\\b|\\bincoming\\b|\\breceipts?\\b");
    private static final Pattern OUT =
            Pattern.compile("(?i)\\b(?:go(?:es|ing)?|money|cash|flow(?:s|ing)?|paid) out\\b|\\boutgoings?\\b");
    private static final Pattern COMPARES =
            Pattern.compile("(?i)^(?:more|less)\\b|^(?:change|growth)\\b|\\babove (?:your )?(?:budget|plan)\\b");

    private Direction() {}

    /** Whether the words only say the way that the fact does not go; a figure with a minus says its way itself. */
    static boolean isOther(Fact fact, String words) {
        int way = sign(fact) < 0 ? 0 : way(fact);
        if (way != 0) {
            Pattern same = way > 0 ? UP : DOWN;
            Pattern other = way > 0 ? DOWN : UP;
            return other.matcher(words).find() && !same.matcher(words).find();
        }
        String measure = fact.measure();
        return OUT.matcher(measure).find()
                        && IN.matcher(words).find()
                        && !OUT.matcher(words).find()
                || (IN.matcher(measure).find() || measure.contains("from customers"))
                        && OUT.matcher(words).find()
                        && !IN.matcher(words).find();
    }

    /** Whether it is a change downwards, and the words say so: then its sign is said already. */
    static boolean isFall(Fact fact, String words) {
        return way(fact) < 0 && DOWN.matcher(words).find() && !UP.matcher(words).find();
    }

    private static int way(Fact fact) {
        String measure = fact.measure().toLowerCase(Locale.ROOT);
        if (!COMPARES.matcher(measure).find()) {
            return 0;
        }
        return measure.startsWith("less") ? -sign(fact) : sign(fact);
    }

    private static int sign(Fact fact) {
        return switch (fact.value()) {
            case Value.Amount(Money money) -> Long.signum(money.minor());
            case Value.Percent(BigDecimal percent) -> percent.signum();
            case Value.Count _, Value.Ratio _, Value.Day _ -> 0;
        };
    }
}
