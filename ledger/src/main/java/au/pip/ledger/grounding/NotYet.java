package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import java.util.regex.Pattern;

/** What is only expected, or not paid yet, must be said to be: else it would be taken for what is, or was paid. */
final class NotYet {
    private static final Pattern EXPECTED = Pattern.compile("(?i)\\bexpected\\b");

    private static final Pattern AHEAD = Pattern.compile(
            "(?i)\\b(?:expect\\w*|forecast\\w*|project\\w*|predict\\w*|likely|will|would|should|could|going to|once|next|coming|upcoming|ahead|to come"
                    + "|leav(?:es?|ing)|then|in ¤ days|by (?:\\d|then|the end|" + FigureScanner.MONTH + "))\\b");
    private static final Pattern NOT_PAID = Pattern.compile("(?i)\\bnot paid\\b|\\bunpaid\\b");

    private static final Pattern OPEN = Pattern.compile(
            "(?i)\\b(?:not|yet|unpaid|still|ow(?:es?|ed|ing)|due|outstanding|to pay|to be paid|payable|left|remain\\w*|put (?:\\w+ )?away|set (?:\\w+ )?aside|put aside|liabilit\\w+|need)\\b|n['’]t\\b");

    private NotYet() {}

    static boolean fits(Fact fact, Surroundings around) {
        return (!EXPECTED.matcher(fact.measure()).find() || says(AHEAD, around))
                && (!NOT_PAID.matcher(fact.measure()).find() || says(OPEN, around));
    }

    /** Whether it is only expected, and the words say so. */
    static boolean isExpected(Fact fact, Surroundings around) {
        return EXPECTED.matcher(fact.measure()).find() && says(AHEAD, around);
    }

    /** Whether it is said around the figure, or where that leans on the question, there or before. */
    private static boolean says(Pattern what, Surroundings around) {
        return around.leans()
                ? what.matcher(around.all()).find()
                : around.around().stream()
                        .anyMatch(part -> what.matcher(part.words()).find());
    }
}
