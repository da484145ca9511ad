package au.pip.ledger.grounding;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that make something else of a measure or of a name that they stand before. */
final class Twist {
    private static final String DETERMINER = "(?:the|your|my|our|its|their|his|her|all|total|net|gross|whole|usual)";
    private static final Pattern OF_IT = Pattern.compile(
            "(?<word>[\\p{L}'’]+)\\s+(?:of|on|in|from|as)\\s+(?:" + DETERMINER + "\\s+)*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHERWISE = Pattern.compile(
            "(?i)\\b(?:no|not|never|isn['’]t|aren['’]t|wasn['’]t|other|half|twice|double|taxable|assessable|exempt|rental|interest)\\s+(?:"
                    + DETERMINER + "\\s+)*$");
    /** Lead to what is measured, and say nothing more of it. */
    private static final Set<String> LEAD = Set.of(("total totals sum sums amount amounts balance figure figures value"
                    + " estimate worth number count lot made make makes earned earn brought bring had have has got get took take"
                    + " turned spent spend paid pay pays owe owes owed cost costs came come dollars aud usd nzd eur gbp today"
                    + " yesterday date far so year month quarter week period day books out because instead ahead january february"
                    + " march april may june july august september october november december jan feb mar apr jun jul aug sep sept"
                    + " oct nov dec is are was were that this it which comes in")
            .split(" "));

    private static final Pattern EXCEPT = Pattern.compile(
            "(?i)(?:\\b(?:except(?: for)?|excluding|without|apart from|besides|other than|aside from|leaving out|not counting|not)"
                    + "|\\b(?:all|every\\w*|any\\w*|nobody|no one)\\b[^.;:]{0,40}\\bbut)\\s+(?:for\\s+)?(?:the\\s+)?$");
    private static final Pattern SOMEBODY_ELSE = Pattern.compile(
            "(?i)\\b(?:other|another|next|new|different|someone|somebody|an? (?:\\w+ )?(?:customer|client|supplier))\\b");

    /** A state that was, or will be, and is not. */
    private static final Pattern NOT_NOW =
            Pattern.compile("(?i)\\b(?:no longer|used to|will (?:soon |then |still )?(?:owe|be owed|have|hold))\\b");

    /** Says that somebody does not do what a figure is of. */
    private static final Pattern DENIED = Pattern.compile(
            "(?i)(?:\\b(?:do|does|did)(?:n['’]t| not)\\s+(?:owe|have|make|earn|hold|spend|get|need to pay)\\b(?!\\W+(?:only|just)\\b)"
                    + "|\\b(?:nobody|no[ -]one)\\s+(?:owes?|has|have|paid|pays)\\b|\\bno (?:customers?|clients?|suppliers?)\\b)[^¤]*¤");
    /** Says of what is not yet read as a figure that no part of it is late. */
    private static final Pattern NONE_LATE = Pattern.compile(
            "(?i)\\b(?:none|nothing|no part|not any|nobody|no one)\\b[^.;:,¤]{0,40}\\b(?:overdue|late|past due|in arrears)\\b");
    /** Below nought. */
    private static final Pattern IN_THE_RED = Pattern.compile("(?i)\\b(?:overdrawn|in the red|in debit)\\b");

    private static final int FARTHEST = 80;

    private Twist() {}

    /** Whether the words before say that it is a part of it, something on it, another kind of it, or none at all. */
    static boolean leadsAway(String before, String measure) {
        Matcher of = OF_IT.matcher(near(before));
        if (of.find()) {
            String word = of.group("word").toLowerCase(Locale.ROOT);
            return !LEAD.contains(word) && !measure.toLowerCase(Locale.ROOT).contains(word);
        }
        return OTHERWISE.matcher(near(before)).find();
    }

    private static String near(String before) {
        return before.substring(Math.max(0, before.length() - FARTHEST));
    }

    /** Whether a name after these words is left out. */
    static boolean leavesOut(String before) {
        return EXCEPT.matcher(near(before)).find();
    }

    /** Whether the words are of somebody whom the question does not name. */
    static boolean isOfSomebodyElse(String words) {
        return SOMEBODY_ELSE.matcher(words).find();
    }

    /** Whether the figure is of something that the words say is not so. */
    static boolean isDenied(String words) {
        return DENIED.matcher(words).find();
    }

    static boolean isInTheRed(String words) {
        return IN_THE_RED.matcher(words).find();
    }

    /** The words but for those which say that nothing is overdue. */
    static String withoutNoneLate(String words) {
        return NONE_LATE.matcher(words).replaceAll(" ");
    }

    static boolean isNotNow(String words) {
        return NOT_NOW.matcher(words).find();
    }
}
