package au.pip.sandbox.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which single invoices or bills a question asks for. */
final class DocumentsAsked {
    private static final Pattern NUMBER = Pattern.compile("(?i)\\b(?:inv|bill|po|cn)[-#]?\\s?\\d[\\w-]*");
    private static final Pattern OF_CONTACT =
            Pattern.compile("\\b(?:for|from|to|by|of)\\s+(\\p{Lu}[^?!]*?|\\d[^?!]*?)[.?!\\s]*$");
    private static final Pattern OVERDUE = Pattern.compile("overdue|\\blate\\b|\\bpast (?:its |their )?due date");
    private static final Pattern OPEN = Pattern.compile(
            "\\bunpaid\\b|\\bopen\\b|outstanding|upcoming|\\bdue\\b|to pay\\b|(?:not|n't|yet)\\b[^.?!]*\\bpaid\\b");
    private static final Pattern DRAFT = Pattern.compile("\\bdrafts?\\b");
    private static final Pattern PAID = Pattern.compile("\\bpaid\\b");
    private static final Pattern DUE = Pattern.compile("\\bdue\\b");
    /** Words of conditions that the lists keep: the largest come first, and each tells when it is due. */
    private static final Pattern KEPT = Pattern.compile(
            "\\b(?:list|next|soon|upcoming|drafts?|late|past|date|since|until|till|between|largest|biggest|yet|been|won't|each)\\b");

    private DocumentsAsked() {}

    /** One call, or two where invoices and bills are both asked for. */
    static List<Reply.Call> calls(String question, Optional<String> period) {
        String text = question.toLowerCase(Locale.ROOT).replace('’', '\'');
        Matcher number = NUMBER.matcher(question);
        if (number.find()) {
            return List.of(
                    new Reply.Call("invoices", Map.of("number", number.group().replace(" ", ""))));
        }
        Map<String, Object> asked = new HashMap<>();
        status(text).ifPresent(status -> asked.put("status", status));
        Matcher contact = OF_CONTACT.matcher(question);
        if (contact.find() && period.isEmpty()) {
            asked.put("contact", contact.group(1));
        }
        if (period.isPresent() && !isByDueDate(question)) {
            asked.put("period", period.get());
        } else if (!asked.containsKey("status") && !asked.containsKey("contact")) {
            asked.put("period", "this_month");
        }
        boolean bills = text.contains("bill");
        boolean sales = text.contains("invoice");
        List<String> kinds = bills && sales ? List.of("sales", "bills") : List.of(bills ? "bills" : "sales");
        return kinds.stream().map(kind -> call(asked, kind)).toList();
    }

    private static Reply.Call call(Map<String, Object> asked, String kind) {
        Map<String, Object> arguments = new HashMap<>(asked);
        arguments.put("kind", kind);
        return new Reply.Call("invoices", arguments);
    }

    private static Optional<String> status(String text) {
        if (OVERDUE.matcher(text).find()) {
            return Optional.of(DUE.matcher(text).find() ? "open" : "overdue");
        }
        if (OPEN.matcher(text).find()) {
            return Optional.of("open");
        }
        return DRAFT.matcher(text).find() ? Optional.of("draft") : Optional.empty();
    }

    /** Whether a day or period in the question is one by which something is due; the tool knows dates of issue only. */
    static boolean isByDueDate(String question) {
        return DUE.matcher(question.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether the question sets a condition beyond what the call and the list that is made of it keep. */
    static boolean isNarrower(Turn part, Reply.Call call) {
        String rest = NUMBER.matcher(part.question()).replaceAll(" ");
        if (call.arguments().get("contact") instanceof String contact) {
            rest = rest.replace(contact, " ");
        }
        String text = rest.toLowerCase(Locale.ROOT).replace('’', '\'');
        boolean listed = call.arguments().containsKey("status");
        boolean paidOnly = !listed
                && !call.arguments().containsKey("number")
                && PAID.matcher(text).find();
        boolean otherDays = listed
                && !call.arguments().containsKey("period")
                && PeriodAsked.in(part.question(), part.today()).isPresent()
                && DueBy.in(part.question(), part.today()).isEmpty();
        return paidOnly
                || otherDays
                || Narrowing.isAsked(
                        KEPT.matcher(listed ? DueBy.withoutWords(text) : text).replaceAll(" "));
    }
}
