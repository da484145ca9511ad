package au.pip.sandbox.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to draft a document or to add a contact, and what the server tells of it afterwards. The rules propose
 * where they are told of a tool for it; they approve nothing, and could not.
 */
final class DraftAsked {
    private static final String ASK = "(?is)^\\W*(?:please |can you |could you |would you )*";

    private static final Pattern DOCUMENT = Pattern.compile(ASK
            + "(?:draft|create|make|raise|write|prepare)\\s+(?:me\\s+)?(?:an?\\s+|the\\s+)?(?:new\\s+|draft\\s+)*"
            + "(?<kind>invoice|bill|quote)\\s+(?:to|for|from)\\s+(?<contact>.+?)\\s+(?:for|of)\\s+"
            + "(?:AUD\\s*)?\\$?(?<amount>\\d[\\d,]*(?:\\.\\d{1,2})?)\\s*"
            + "(?<gst>plus gst|\\+ ?gst|ex(?:cluding)?\\.? gst|inc(?:luding|l)?\\.? gst|gst[- ]free|no gst)?"
            + "(?:\\s*,?\\s*for\\s+(?<what>.+?))?[.!?]?\\s*$");

    /** It asks for one, but not in the order that {@link #DOCUMENT} reads. */
    private static final Pattern BEGUN = Pattern.compile(
            ASK + "(?:draft|create|make|raise|write|prepare)\\s+(?:me\\s+)?an?\\s+(?:new\\s+|draft\\s+)*"
                    + "(?<kind>invoice|bill|quote)\\b.*$");

    private static final Pattern CONTACT = Pattern.compile(ASK
            + "(?:add|create|make)\\s+(?:an?\\s+|the\\s+)?(?:new\\s+)?(?:contact|customer|supplier)"
            + "\\s+(?:called\\s+|named\\s+)?(?<name>.+?)[.!?]?\\s*$");

    private static final Pattern TOLD = Pattern.compile("(?s)^\\[Told by Pip's server;[^\\]]*\\]\\s*(.*)$");

    private static final Pattern REST = Pattern.compile("(?s)(?: Xero has no undo|\\nIts facts, usable by id).*$");

    private static final String WITH_GST =
            "With or without GST? Say it after the amount: plus GST, including GST, or GST free.";
    private static final String WHAT_FOR =
            "What is it for? Say it at the end: \"Draft an invoice to … for … plus GST for consulting\".";
    private static final String IN_DIGITS = "For how much? Say it with the amount in digits, in this order:"
            + " \"Draft an invoice to … for … plus GST for consulting\".";

    private DraftAsked() {}

    /** Empty when the message is about no draft. */
    static Optional<Reply> reply(Turn turn) {
        Matcher told = TOLD.matcher(turn.question());
        if (told.matches()) {
            return Optional.of(new Reply.Say(said(told.group(1))));
        }
        Matcher document = DOCUMENT.matcher(turn.question());
        if (document.matches()) {
            String kind = document.group("kind").toLowerCase(Locale.ROOT);
            return through("draft_" + kind, turn, () -> document(kind, document, turn));
        }
        Matcher begun = BEGUN.matcher(turn.question());
        if (begun.matches()) {
            return through(
                    "draft_" + begun.group("kind").toLowerCase(Locale.ROOT), turn, () -> new Reply.Say(IN_DIGITS));
        }
        Matcher contact = CONTACT.matcher(turn.question());
        return contact.matches()
                ? through(
                        "draft_contact", turn, () -> Reply.look("draft_contact", Map.of("name", contact.group("name"))))
                : Optional.empty();
    }

    /** Whether the server told it, and no person. */
    static boolean isTold(String text) {
        return TOLD.matcher(text).matches();
    }

    /** The result in the server's words, its total as the fact; what a person reads above it already is left out. */
    private static String said(String text) {
        String result = REST.matcher(text).replaceFirst("").strip();
        return Row.read(text).stream()
                .filter(row -> row.measure().endsWith(" total"))
                .findFirst()
                .map(row -> result.replace(row.value(), row.braced()))
                .orElse(result);
    }

    private interface Wanted {
        Reply get();
    }

    private static Optional<Reply> through(String tool, Turn turn, Wanted wanted) {
        if (!turn.tools().contains(tool)) {
            return Optional.of(new Reply.Say(OfflineWords.ONLY_READS));
        }
        Optional<Turn.Result> failed =
                turn.results().stream().filter(Turn.Result::failed).findFirst();
        return Optional.of(
                failed.isPresent()
                        ? new Reply.Say("I couldn't prepare that. "
                                + forThePerson(failed.get().content()))
                        : wanted.get());
    }

    private static Reply document(String kind, Matcher asked, Turn turn) {
        String gst = asked.group("gst");
        String what = asked.group("what");
        if (gst == null) {
            return new Reply.Say(WITH_GST);
        }
        if (what == null) {
            return new Reply.Say(WHAT_FOR);
        }
        String words = gst.toLowerCase(Locale.ROOT);
        boolean free = words.contains("free") || words.startsWith("no");
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("description", what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1));
        line.put("unit_amount", asked.group("amount").replace(",", ""));
        line.put("account", kind.equals("bill") ? "General Expenses" : "Sales");
        line.put("tax", free ? "gst_free" : "gst");
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("contact", asked.group("contact"));
        arguments.put("lines", List.of(line));
        arguments.put("amounts", words.startsWith("inc") ? "inclusive" : "exclusive");
        if (kind.equals("invoice")) {
            Terms.days(turn)
                    .ifPresent(days -> arguments.put(
                            "due_date", turn.today().plusDays(days).toString()));
        }
        return Reply.look("draft_" + kind, arguments);
    }

    /** What a tool tells a model to ask, as the person is asked. */
    private static String forThePerson(String content) {
        return content.replaceFirst(
                "Ask the person whom they mean \\(the tool contacts looks names up\\), or whether to add a contact first \\(draft_contact\\)\\.",
                "Say the name as it stands in Xero, or ask me to add the contact first.");
    }
}
