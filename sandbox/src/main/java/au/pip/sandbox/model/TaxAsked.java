package au.pip.sandbox.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which question about tax goes to which tool; the order decides between several. */
enum TaxAsked {
    COMPANY(
            "company_or_sole_trader",
            "\\b(?:company|pty)\\b.*\\bor\\b.*\\bsole trader|\\bsole trader\\b.*\\bor\\b.*\\b(?:company|pty)\\b"
                    + "|\\b(?:become|be|switch to|set up|start|turn into) a company\\b|\\bif (?:i|we) (?:were|was) a company\\b"),
    FIGURE(
            "tax_figure",
            "\\b(?:super|superannuation|super guarantee|sg|gst|company tax|income tax|tax) (?:rates?|brackets?)\\b"
                    + "|\\brates? of (?:super|gst|company tax|income tax)\\b|\\binstant asset\\b|\\bwrite.?offs?\\b"
                    + "|\\bmedicare\\b|\\bgst threshold\\b|\\bregister for gst\\b|\\bthreshold for gst\\b"),
    INSTALMENTS("payg_instalments", "\\bpayg instal?l?ments?\\b|\\btax instal?l?ments?\\b"),
    DATES(
            "tax_dates",
            TaxAsked.NO_CONTENT
                    + "(?:\\bwhen\\b.*\\b(?:bas|activity statement|tax return|gst return)\\b.*\\bdue\\b"
                    + "|\\bnext (?:bas|activity statement|gst return)\\b"
                    + "|\\b(?:bas|activity statement)\\b (?:is )?due\\b|\\b(?:ato|tax|bas)\\b (?:due )?dates?\\b"
                    + "|\\b(?:ato|tax|bas) deadlines?\\b)"),
    FIGURES(
            "bas_figures",
            "\\bbas (?:figures|labels|numbers|amounts)\\b|\\b(?:g1|1a|1b|w1|w2)\\b|\\b(?:figures|numbers) for (?:my|our|the) bas\\b"
                    + "|\\bgo(?:es)? (?:on|in|into)\\b.*\\b(?:bas|activity statement)\\b"
                    + "|\\bactivity statement figures\\b|\\b(?:sales|wages)\\b.*\\b(?:bas|activity statement)\\b"
                    + "|\\bwith(?:hold|held)\\b.*\\b(?:bas|activity statement)\\b"),
    SET_ASIDE(
            "tax_to_set_aside",
            "\\b(?:put|set|lay|save|keep|hold)\\b.*\\b(?:away|aside|by|back|for)\\b.*\\btax(?:es)?\\b"
                    + "|\\btax(?:es)?\\b.*\\b(?:put|set|lay|save)\\b.*\\b(?:away|aside|by)\\b"
                    + "|\\bow(?:e|ing)\\b(?: \\w+)? tax\\b|\\bow(?:e|ing)\\b[^?.!]*\\b(?:ato|tax office)\\b|\\b(?:ato|tax office) owed\\b"
                    + "|\\bhow much (?:income )?tax\\b|\\bincome tax so far\\b"),
    CHECK("gst_check", "\\bgst account\\b|\\bgst\\b.*\\b(?:agree|match|reconcile|add up)\\b|\\bcheck\\b.*\\bgst\\b"),
    SUPER("super_due", "^(?!.*\\b(?:gst|payg|cost me|spend|spent|went to|by card)\\b).*\\bsuper(?:annuation)?\\b");

    /** What stands on a statement is not when it is due. */
    private static final String NO_CONTENT = "^(?!.*\\b(?:go(?:es)? (?:on|in|into)|how much|owe)\\b).*";

    private final String tool;
    private final Pattern words;

    TaxAsked(String tool, String words) {
        this.tool = tool;
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** Empty where the question is about something else, or no such tool is known. */
    static Optional<List<Reply.Call>> calls(Turn part) {
        for (TaxAsked asked : values()) {
            boolean known = part.tools().contains(asked.tool) || part.withheld().containsKey(asked.tool);
            if (known && asked.words.matcher(part.question()).find()) {
                return Optional.of(asked.calls(part, OfflineRules.followedPeriods(part)));
            }
        }
        return Optional.empty();
    }

    private List<Reply.Call> calls(Turn part, List<String> periods) {
        return switch (this) {
            case FIGURE -> List.of(call("about", part.question()));
            case FIGURES, CHECK, SUPER ->
                periods.isEmpty()
                        ? List.of(new Reply.Call(tool, Map.of()))
                        : periods.stream().map(period -> call("period", period)).toList();
            case COMPANY, INSTALMENTS, DATES, SET_ASIDE -> List.of(new Reply.Call(tool, Map.of()));
        };
    }

    private Reply.Call call(String name, String value) {
        return new Reply.Call(tool, Map.of(name, value));
    }
}
