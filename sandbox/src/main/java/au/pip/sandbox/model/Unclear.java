package au.pip.sandbox.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Questions whose words look like those of a rule that would answer something else, and what is said instead. */
enum Unclear {
    THE_BALANCE(
            "^\\W*(?:what(?:'s| is)|give me|show me|tell me)(?: me)? the balance\\W*$",
            "Do you mean what your bank accounts hold, or the balance sheet?"),
    OWED(
            "^\\W*(?:what|how much) (?:is|'s) (?:owed|owing)\\W*$",
            "Do you mean what customers owe you, or what you owe suppliers?"),
    THAT_DOCUMENT(
            "^(?!.*\\d).*\\bthat (?:invoice|bill)\\b",
            "Which invoice or bill do you mean? Its number or the contact's name is enough."),
    THAN_BEFORE(
            "\\b(?:is|was) (?:that|it|this) (?:any )?(?:better|worse)\\b",
            "Which figures should I compare, and of which periods? Profit I can: ask whether you're better off than last quarter."),
    ON_PLAN(
            "\\b(?:on|against|to) (?:the |my |our )?plan\\b(?!.*\\d)",
            "Which plan do you mean: Xero's budget, or an amount of your own? And for which period?"),
    SALES_WITH_GST(
            "^(?!.*\\b(?:invoices?|bas|g1|activity statement)\\b).*\\b(?:income|sales|revenue|turnover)\\b.*\\bwith gst\\b",
            OfflineWords.CANNOT),
    THE_SAME(
            "^\\W*(?:and |now )*the same (?:for|with|of)\\b",
            "What should I tell the same of? Ask me all of it in one question, such as: what do I owe suppliers?"),
    WHY(
            "^\\W*(?:and |but |so )*why (?:did|do|does|is|are|was|were|has|have|had|am)\\b(?!.*(?:\\bow(?:e|es|ed|ing)\\b|\\b(?:invoice|bill)s?\\b))",
            "I can't tell why: I'm the offline model, a set of rules, and only look figures up. Ask me for the figures"
                    + " themselves, or set up a language model (see .env.example)."),
    ADDED_UP(
            "\\b(?:customers?|suppliers?)\\b[^?.!]*(?:(?<!all )\\btogether\\b|\\badded up\\b|\\bcombined\\b)"
                    + "|\\bwages\\b.*\\b(?:plus|and)\\b.*\\bsuper\\b"
                    + "|\\bsafe\\b[^?.!]*\\b(?:savings|less|minus|alone)\\b",
            "I can't work that out: I'm the offline model, a set of rules, and put no figures together. Ask me for each of"
                    + " them by itself, or set up a language model (see .env.example).");

    private final Pattern pattern;
    private final String words;

    Unclear(String pattern, String words) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.words = words;
    }

    static Optional<String> words(Turn part) {
        String text = part.question().toLowerCase(Locale.ROOT).replace('’', '\'');
        for (Unclear each : values()) {
            boolean noted = each == WHY && InsightAsked.of(part).equals(Optional.of(InsightAsked.HOW_TO));
            if (!noted && each.pattern.matcher(text).find()) {
                return Optional.of(each.words);
            }
        }
        return Optional.empty();
    }
}
