package au.pip.sandbox.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a question is about, found by its words. The order of the constants decides between several. */
enum Topic {
    GST("(?<!\\b(?:with|without|including|excluding|plus|inc|incl) )\\bgst\\b|\\bbas\\b|activity statement"),
    BETTER_OFF(
            "better off|worse off|doing better|doing worse|compared? (?:to|with)|than last (?:quarter|month|year)|(?:better|worse) than"),
    DUE(Topic.ANY + "[^?.!]*" + Topic.DOCUMENTS + "[^?.!]*" + Topic.STATE + "|" + Topic.ANY + "[^?.!]*" + Topic.STATE
            + "[^?.!]*" + Topic.DOCUMENTS + "|" + Topic.DOCUMENTS + "[^?.!]*\\bdue\\b"),
    RECEIVABLES(
            "\\bow(?:e|es|ed) (?:me|us)\\b|owed to (?:me|us)|(?:am i|are we) owed|due from (?:our |my |the )?customers|receivable|(?:unpaid|overdue|outstanding|open) (?:sales )?invoices|who (?:still )?hasn.?t paid|chase"),
    PAYABLES(
            "(?:do|what) (?:i|we) owe|(?:i|we) (?:still )?owe\\b|owed? (?:to )?(?:our |my |the )?suppliers|due to (?:our |my |the )?suppliers|payable|(?:unpaid|overdue|outstanding|open|upcoming) bills|bills (?:to pay|are due|due)|suppliers? (?:am i|are we)"),
    PROFIT(
            "profit|\\bloss\\b|(?:did|have) (?:i|we) (?:make|made|earn)|income|revenue|turnover|\\bsales\\b(?! invoices?)|\\b(?:sell|(?<!goods )sold)\\b|expenses|earnings"),
    BALANCE_SHEET("balance sheet|net assets|\\bassets\\b|liabilit|equity|net worth"),
    BANK(
            "bank balance|balances?\\b|how much (?:cash|money) (?:do|have)|cash (?:at|in) (?:the )?bank|(?:in|at) (?:the|my|our) bank|bank accounts?\\b"),
    TRANSACTIONS("transactions?|\\bspen(?:d|t|ding)\\b|money (?:out|in)\\b|payments? (?:out|in)"),
    INVOICES("\\binvoices?\\b|\\bbills?\\b"),
    CONTACTS("contact|customer|supplier|phone|e-?mail"),
    ORGANISATION("organi[sz]ation|my (?:business|company)|abn|financial year end|gst basis"),
    HELLO(
            "^\\W*(?:g'?day|hi|hello|hey|thanks|thank you)\\b|what can you|who are you|are you (?:an? )?(?:ai|llm|language model|chatgpt|claude)|help\\b");

    private static final String ANY = "\\b(?:which|what|list|show|when|next|any)\\b";
    private static final String DOCUMENTS = "\\b(?:invoices?|bills?)\\b";
    private static final String STATE =
            "(?:\\b(?:due|overdue|late|unpaid|open|outstanding|upcoming|drafts?)\\b|(?:\\bnot|n't)\\b[^?.!]*\\bpaid\\b)";

    private final Pattern words;

    Topic(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static Optional<Topic> of(String question) {
        String text = question.toLowerCase(Locale.ROOT).replace('’', '\'');
        return List.of(values()).stream()
                .filter(topic -> topic.words.matcher(text).find())
                .findFirst();
    }
}
