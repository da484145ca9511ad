package au.pip.sandbox.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the offline model does at each point of a conversation. */
final class OfflineRules {
    private static final Pattern NUMBER = Pattern.compile("(?i)\\b(?:inv|bill|po|cn)[-#]?\\s?\\d[\\w-]*");
    private static final Pattern CASH_BASIS = Pattern.compile("(?i)\\bcash basis|on (?:a )?cash\\b|cash accounting");
    private static final Pattern FOLLOW_UP = Pattern.compile("(?i)^\\W*(?:and|what about|how about|then)\\b");

    private static final Pattern CHANGE = Pattern.compile(
            "(?i)^\\W*(?:please |can you |could you |would you )*(?:delete|void|create|send|pay|update|change|edit|approve|add|record|reconcile|e-?mail|remind|raise|write|book|mark)\\b");
    private static final Pattern OF_CONTACT =
            Pattern.compile("\\b(?:for|from|to|by|of)\\s+(\\p{Lu}[^?!]*?|\\d[^?!]*?)[.?!\\s]*$");
    /** Tools that the rules ask about everything, whatever else the question says. */
    private static final Set<String> WHOLE = Set.of(
            "receivables",
            "payables",
            "gst_position",
            "profit_and_loss",
            "balance_sheet",
            "bank_balances",
            "bank_transactions");

    private OfflineRules() {}

    static Reply reply(Turn turn) {
        if (turn.results().isEmpty()) {
            return firstStep(turn);
        }
        Optional<Turn.Result> failed =
                turn.results().stream().filter(Turn.Result::failed).findFirst();
        if (failed.isPresent()) {
            return new Reply.Say("I couldn't look that up. " + failed.get().content());
        }
        if (needsDifference(turn)) {
            return difference(turn);
        }
        boolean partly =
                WHOLE.contains(turn.results().getLast().call().toolName()) && Narrowing.isAsked(turn.question());
        return new Reply.Say((partly ? OfflineWords.NOT_NARROWED : "") + OfflineWords.answer(turn));
    }

    private static Reply firstStep(Turn turn) {
        if (CHANGE.matcher(turn.question()).find()) {
            return new Reply.Say(OfflineWords.ONLY_READS);
        }
        Optional<Topic> topic = topic(turn);
        if (topic.isEmpty()) {
            return new Reply.Say(OfflineWords.CANNOT);
        }
        if (Topic.of(turn.question()).isEmpty()
                && !(hasMonths(topic.get()) && period(turn).isPresent())) {
            return new Reply.Say(hasMonths(topic.get()) ? OfflineWords.WHICH_PERIOD : OfflineWords.AS_OF_TODAY);
        }
        if (Comparison.isAsked(turn.question())) {
            return compare(turn);
        }
        return switch (topic.get()) {
            case HELLO -> new Reply.Say(OfflineWords.HELLO);
            case GST ->
                use(
                        turn,
                        "gst_position",
                        period(turn).map(OfflineRules::periodOnly).orElse(Map.of()));
            case BETTER_OFF -> compare(turn);
            case RECEIVABLES -> use(turn, "receivables", Map.of());
            case PAYABLES -> use(turn, "payables", Map.of());
            case PROFIT -> profit(turn);
            case BALANCE_SHEET -> use(turn, "balance_sheet", Map.of());
            case BANK -> use(turn, "bank_balances", Map.of());
            case TRANSACTIONS ->
                use(turn, "bank_transactions", periodOnly(period(turn).orElse("this_month")));
            case INVOICES -> invoices(turn);
            case CONTACTS -> use(turn, "contacts", Map.of("search", lastWords(turn.question())));
            case ORGANISATION -> use(turn, "organisation", Map.of());
        };
    }

    /** The question's own topic; a follow-up such as "and the month before?" takes the last one that had any. */
    private static Optional<Topic> topic(Turn turn) {
        Optional<Topic> own = Topic.of(turn.question());
        boolean followsUp =
                FOLLOW_UP.matcher(turn.question()).find() || PeriodAsked.asksForMonthBefore(turn.question());
        if (own.isPresent() || !followsUp) {
            return own;
        }
        return turn.earlier().reversed().stream()
                .map(Topic::of)
                .flatMap(Optional::stream)
                .filter(topic -> topic != Topic.BETTER_OFF && topic != Topic.HELLO)
                .filter(topic -> !PeriodAsked.asksForMonthBefore(turn.question()) || hasMonths(topic))
                .findFirst();
    }

    private static boolean hasMonths(Topic topic) {
        return topic == Topic.PROFIT || topic == Topic.GST || topic == Topic.TRANSACTIONS;
    }

    private static Optional<String> period(Turn turn) {
        if (PeriodAsked.asksForMonthBefore(turn.question())) {
            return PeriodAsked.monthBefore(turn.quoted()).or(() -> PeriodAsked.in(turn.question(), turn.today()));
        }
        return PeriodAsked.in(turn.question(), turn.today());
    }

    private static Reply profit(Turn turn) {
        Optional<String> period = period(turn);
        if (period.isEmpty()) {
            return new Reply.Say(OfflineWords.WHICH_PERIOD);
        }
        return use(
                turn,
                "profit_and_loss",
                CASH_BASIS.matcher(turn.question()).find()
                        ? Map.of("period", period.get(), "basis", "cash")
                        : periodOnly(period.get()));
    }

    private static Reply compare(Turn turn) {
        if (!turn.tools().contains("profit_and_loss")) {
            return new Reply.Say(OfflineWords.CANNOT);
        }
        Optional<String> asked = Comparison.unit(turn.question());
        if (asked.isEmpty()) {
            return new Reply.Say(OfflineWords.CAN_COMPARE);
        }
        String unit = asked.get();
        return new Reply.Look(List.of(
                new Reply.Call("profit_and_loss", periodOnly("this_" + unit)),
                new Reply.Call("profit_and_loss", periodOnly("last_" + unit + "_same_days"))));
    }

    private static boolean needsDifference(Turn turn) {
        return turn.results().size() == 2
                && turn.results().stream()
                        .allMatch(result -> result.call().toolName().equals("profit_and_loss"));
    }

    /** The larger less the smaller, so that the words say which way. */
    private static Reply difference(Turn turn) {
        Row now = OfflineWords.find(turn.results().get(0).rows(), "net profit");
        Row before = OfflineWords.find(turn.results().get(1).rows(), "net profit");
        boolean better = now.amount().compareTo(before.amount()) >= 0;
        return Reply.look(
                "calculate",
                Map.of(
                        "operation",
                        "difference",
                        "facts",
                        better ? List.of(now.id(), before.id()) : List.of(before.id(), now.id())));
    }

    private static Reply invoices(Turn turn) {
        Matcher number = NUMBER.matcher(turn.question());
        if (number.find()) {
            return use(turn, "invoices", Map.of("number", number.group().replace(" ", "")));
        }
        String kind = turn.question().toLowerCase(java.util.Locale.ROOT).contains("bill") ? "bills" : "sales";
        Matcher contact = OF_CONTACT.matcher(turn.question());
        Optional<String> period = period(turn);
        if (contact.find() && period.isEmpty()) {
            return use(turn, "invoices", Map.of("kind", kind, "contact", contact.group(1)));
        }
        return use(turn, "invoices", Map.of("kind", kind, "period", period.orElse("this_month")));
    }

    private static Reply use(Turn turn, String tool, Map<String, Object> arguments) {
        return turn.tools().contains(tool) ? Reply.look(tool, arguments) : new Reply.Say(OfflineWords.CANNOT);
    }

    private static Map<String, Object> periodOnly(String period) {
        return Map.of("period", period);
    }

    private static String lastWords(String question) {
        List<String> words = new ArrayList<>();
        for (String word : question.split("[^\\p{L}\\p{N}&'.-]+")) {
            if (!word.isEmpty() && (Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0)))) {
                words.add(word);
            }
        }
        return words.size() > 1 ? String.join(" ", words.subList(1, words.size())) : "";
    }
}
