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
    private static final Pattern OVERDUE = Pattern.compile("overdue|\\blate\\b|\\bpast (?:its |their )?due date");
    private static final Pattern OPEN = Pattern.compile(
            "\\bunpaid\\b|\\bopen\\b|outstanding|upcoming|\\bdue\\b|to pay\\b|(?:not|n't|yet)\\b[^.?!]*\\bpaid\\b"
                    + "|^\\W*(?:is|are|was|were|has|have)\\b(?!.*\\bpaid (?:invoices?|bills?)\\b).*\\bpaid\\b");
    private static final Pattern DRAFT = Pattern.compile("\\bdrafts?\\b");
    private static final Pattern PAID = Pattern.compile("\\bpaid\\b");
    private static final Pattern DUE = Pattern.compile("\\bdue\\b");
    /** Words of conditions that the lists keep: the largest come first, and each tells when it is due. */
    private static final Pattern KEPT = Pattern.compile(
            "\\b(?:list|next|soon|upcoming|drafts?|late|past|date|send|sent|issued?|receive|get|got|dated|since|until|till|between|largest|biggest|yet|been|won't|each)\\b");

    private DocumentsAsked() {}

    /** One call for each kind of document, and each period, that is asked for. */
    static List<Reply.Call> calls(String question, List<String> periods) {
        Matcher number = NUMBER.matcher(question);
        if (number.find()) {
            return List.of(
                    new Reply.Call("invoices", Map.of("number", number.group().replace(" ", ""))));
        }
        Map<String, Object> asked = new HashMap<>();
        Optional<String> contact = ContactNamed.in(question);
        String text = lower(contact.map(name -> question.replace(name, " ")).orElse(question));
        status(text).ifPresent(status -> asked.put("status", status));
        contact.ifPresent(name -> asked.put("contact", name));
        boolean bills = text.contains("bill");
        boolean sales = text.contains("invoice");
        List<String> kinds = bills && sales ? List.of("sales", "bills") : List.of(bills ? "bills" : "sales");
        List<String> dated = !isByDueDate(question) ? periods : List.of();
        if (dated.isEmpty()) {
            if (asked.isEmpty()) {
                asked.put("period", "this_month");
            }
            return kinds.stream().map(kind -> call(asked, "kind", kind)).toList();
        }
        return kinds.stream()
                .map(kind -> call(asked, "kind", kind).arguments())
                .flatMap(arguments -> dated.stream().map(period -> call(arguments, "period", period)))
                .toList();
    }

    private static Reply.Call call(Map<String, Object> asked, String name, String value) {
        Map<String, Object> arguments = new HashMap<>(asked);
        arguments.put(name, value);
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
        String rest = NUMBER.matcher(AccountingPeriod.without(part.question())).replaceAll(" ");
        if (call.arguments().get("contact") instanceof String contact) {
            rest = rest.replace(contact, " ");
        }
        String text = lower(rest);
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

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
