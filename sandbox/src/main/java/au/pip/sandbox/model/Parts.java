package au.pip.sandbox.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a message that asks several things apart: each part is about one topic, or about none that the rules know. */
final class Parts {
    /** The end of a sentence, or what joins two questions. */
    private static final Pattern SEAM = Pattern.compile(
            "(?i)(?:[?!;]+|(?<=\\p{Ll}{3})\\.)\\s+|\\s*,?\\s+(?:and|also|plus|as well as)\\s+(?:also\\s+)?");

    private static final Pattern OPENER = Pattern.compile(
            "(?i)^\\W*(?:what|how|who|which|when|where|is|are|am|do|does|did|have|has|can|could|show|tell|list|give)(?:'s)?\\b");
    private static final Pattern ORDER = Pattern.compile(
            "(?i)^\\W*(?:please )?(?:send|delete|void|create|approve|reconcile|e-?mail|remind|pay (?:it|them|that|those|all))\\b");
    /** What is plainly a question of its own, however it begins. */
    private static final Set<Topic> MONEY = Set.of(
            Topic.GST,
            Topic.RECEIVABLES,
            Topic.PAYABLES,
            Topic.PROFIT,
            Topic.BALANCE_SHEET,
            Topic.BANK,
            Topic.TRANSACTIONS);

    private static final Set<Topic> DOCUMENTS = Set.of(Topic.DUE, Topic.INVOICES);

    private Parts() {}

    /** At least one, in order. A greeting beside a question is left out. */
    static List<String> of(String question) {
        List<String> parts = new ArrayList<>();
        Matcher seam = SEAM.matcher(question);
        int start = 0;
        int end = 0;
        while (seam.find(end)) {
            end = seam.end();
            String before = question.substring(start, seam.start());
            if (startsAnew(before, question.substring(end))) {
                parts.add(before);
                start = end;
            }
        }
        parts.add(question.substring(start));
        if (parts.size() > 1) {
            parts.removeIf(part -> Topic.of(part).equals(Optional.of(Topic.HELLO)));
        }
        return parts.isEmpty() ? List.of(question) : parts;
    }

    /** Whether what follows a seam asks something else than what stands before it. */
    private static boolean startsAnew(String before, String after) {
        Matcher seam = SEAM.matcher(after);
        String next = seam.find() ? after.substring(0, seam.start()) : after;
        Optional<Topic> topic = Topic.of(before);
        Optional<Topic> other = Topic.of(next);
        if (topic.isEmpty()) {
            return false;
        }
        if (ORDER.matcher(next).find()) {
            return true;
        }
        boolean opens = isQuestion(next);
        if (other.isEmpty()) {
            return opens && Narrowing.isAsked(next);
        }
        if (opens && DOCUMENTS.contains(topic.get()) && DOCUMENTS.contains(other.get())) {
            return true;
        }
        boolean ofTheSame = topic.equals(other) || topic.get() == Topic.GST && other.get() == Topic.PROFIT && !opens;
        return !ofTheSame && (opens || MONEY.contains(other.get()) || topic.get() == Topic.HELLO);
    }

    /** Whether it begins as a question of its own does. */
    static boolean isQuestion(String text) {
        return OPENER.matcher(text).find();
    }
}
