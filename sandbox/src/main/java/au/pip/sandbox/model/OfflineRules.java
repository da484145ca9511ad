package au.pip.sandbox.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the offline model does at each point of a conversation. */
final class OfflineRules {
    private static final Pattern CASH_BASIS = Pattern.compile("(?i)\\bcash[- ]basis|on (?:a )?cash\\b|cash accounting");
    private static final Pattern FOLLOW_UP = Pattern.compile("(?i)^\\W*(?:and|what about|how about|then)\\b");

    private static final Pattern CHANGE = Pattern.compile(
            "(?i)^\\W*(?:please |can you |could you |would you )*(?:delete|void|create|send|pay|update|change|edit|approve|add|record|reconcile|e-?mail|remind|raise|write|book|mark)\\b");

    /** What no tool that these rules use tells; a word in it would lead to another answer. */
    private static final Pattern BEYOND = Pattern.compile("(?i)\\bpurchase orders?\\b|\\bquotes?\\b|\\bpurchases\\b"
            + "|\\b(?:biggest|best|largest|top|main)\\b[^?.!]*\\b(?:customers?|suppliers?|clients?)\\b"
            + "|\\bhow many\\b[^?.!]*\\b(?:customers?|suppliers?|clients?|contacts?)\\b");

    /** A contact's money is told by other tools than the one that finds contacts. */
    private static final Pattern MONEY = Pattern.compile(
            "(?i)\\bhow much\\b|outstanding|\\bow(?:e|es|ed|ing)\\b|overdue|\\bdue\\b|\\bpaid\\b|\\btotal\\b");

    private OfflineRules() {}

    static Reply reply(Turn asked) {
        Turn turn = FollowUp.writtenOut(asked);
        Optional<Reply> memory = MemoryTalk.reply(turn);
        if (memory.isPresent()) {
            return memory.get();
        }
        Optional<Reply> draft = DraftAsked.reply(turn);
        if (draft.isPresent()) {
            return draft.get();
        }
        List<Turn> parts = Parts.of(turn.question()).stream().map(turn::asking).toList();
        boolean single = parts.size() == 1;
        List<Reply> steps = parts.stream().map(part -> step(part, single)).toList();
        if (turn.results().isEmpty()) {
            return firstStep(steps);
        }
        if (single && compares(parts.getFirst())) {
            return comparison(turn);
        }
        return new Reply.Say(answer(parts, steps, turn.results()));
    }

    /** Everything that has to be looked up, at once; the words when there is nothing to look up. */
    private static Reply firstStep(List<Reply> steps) {
        Set<Reply.Call> calls = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        for (Reply step : steps) {
            switch (step) {
                case Reply.Look(List<Reply.Call> wanted) -> calls.addAll(wanted);
                case Reply.Say(String text) -> words.add(text);
            }
        }
        return calls.isEmpty() ? new Reply.Say(String.join("\n\n", words)) : new Reply.Look(List.copyOf(calls));
    }

    private static String answer(List<Turn> parts, List<Reply> steps, List<Turn.Result> results) {
        Map<Reply.Call, Turn.Result> found = new LinkedHashMap<>();
        for (Reply step : steps) {
            if (step instanceof Reply.Look(List<Reply.Call> wanted)) {
                wanted.stream()
                        .filter(call -> !found.containsKey(call) && found.size() < results.size())
                        .forEach(call -> found.put(call, results.get(found.size())));
            }
        }
        Set<Reply.Call> told = new HashSet<>();
        List<String> words = new ArrayList<>();
        for (int at = 0; at < steps.size(); at++) {
            switch (steps.get(at)) {
                case Reply.Say(String text) -> words.add(text);
                case Reply.Look(List<Reply.Call> wanted) -> {
                    for (Reply.Call call : NameAsked.shown(wanted, found)) {
                        Turn.Result result = found.get(call);
                        if (result != null && told.add(call)) {
                            words.add(answer(parts.get(at), call, result));
                        }
                    }
                }
            }
        }
        String footer = results.stream()
                .filter(result -> !result.failed())
                .map(OfflineWords::footer)
                .findFirst()
                .orElse("");
        return String.join("\n\n", words) + footer;
    }

    private static String answer(Turn part, Reply.Call call, Turn.Result result) {
        return result.failed()
                ? "I couldn't look that up. " + result.content()
                : OtherBooks.words(part, call, result)
                        .orElseGet(() -> Narrowing.note(part, call) + OfflineWords.answer(part, call, result));
    }

    private static Reply comparison(Turn turn) {
        Optional<Turn.Result> failed =
                turn.results().stream().filter(Turn.Result::failed).findFirst();
        if (failed.isPresent()) {
            return new Reply.Say("I couldn't look that up. " + failed.get().content());
        }
        return turn.results().size() == 2 ? difference(turn) : new Reply.Say(OfflineWords.betterOff(turn));
    }

    /** @param single whether nothing else is asked: a comparison takes two steps, so it is made by itself only */
    private static Reply step(Turn part, boolean single) {
        if (CHANGE.matcher(part.question()).find()) {
            return new Reply.Say(OfflineWords.ONLY_READS);
        }
        Optional<String> unclear = Unclear.words(part);
        if (unclear.isPresent()) {
            return new Reply.Say(unclear.get());
        }
        Optional<List<Reply.Call>> tax = TaxAsked.calls(part);
        if (tax.isPresent()) {
            return use(part, tax.get());
        }
        Optional<Reply> insight = InsightAsked.reply(part);
        if (insight.isPresent()) {
            return insight.get();
        }
        Optional<Topic> topic = topic(part)
                .filter(each -> each == Topic.GST || !isBeyond(part))
                .filter(each -> each != Topic.CONTACTS
                        || !MONEY.matcher(part.question()).find());
        if (topic.isEmpty()) {
            return new Reply.Say(single ? OfflineWords.CANNOT : OfflineWords.CANNOT_THAT_PART);
        }
        if (Topic.of(part.question()).isEmpty()
                && !(hasMonths(topic.get()) && !periods(part).isEmpty())) {
            return new Reply.Say(hasMonths(topic.get()) ? OfflineWords.WHICH_PERIOD : OfflineWords.AS_OF_TODAY);
        }
        if (compares(part)) {
            return single ? compare(part) : new Reply.Say(OfflineWords.COMPARE_ALONE);
        }
        return switch (topic.get()) {
            case HELLO -> new Reply.Say(OfflineWords.HELLO);
            case BETTER_OFF -> compare(part);
            case GST -> isUnclear(part) ? ask() : use(part, gst(part));
            case PROFIT -> periods(part).isEmpty() ? whose(part) : use(part, profit(part));
            case TRANSACTIONS -> isUnclear(part) ? ask() : use(part, transactions(part));
            case RECEIVABLES -> use(part, NameAsked.with(new Reply.Call("receivables", Map.of()), part));
            case PAYABLES -> use(part, NameAsked.with(new Reply.Call("payables", Map.of()), part));
            case BALANCE_SHEET -> use(part, asAt("balance_sheet", part));
            case BANK -> use(part, asAt("bank_balances", part));
            case DUE, INVOICES -> use(part, DocumentsAsked.calls(part.question(), periods(part)));
            case CONTACTS ->
                use(part, List.of(new Reply.Call("contacts", Map.of("search", lastWords(part.question())))));
            case ORGANISATION -> use(part, call("organisation"));
        };
    }

    private static boolean isBeyond(Turn part) {
        return BEYOND.matcher(part.question()).find();
    }

    private static boolean isUnclear(Turn part) {
        return periods(part).isEmpty() && PeriodAsked.isUnclear(part.question(), part.today());
    }

    private static Reply ask() {
        return new Reply.Say(OfflineWords.WHICH_PERIOD);
    }

    /** Asks for the period, unless the question may be about another business. */
    private static Reply whose(Turn part) {
        return OtherBooks.isNamed(part) && part.tools().contains("organisation")
                ? use(part, call("organisation"))
                : ask();
    }

    private static boolean compares(Turn part) {
        return !CHANGE.matcher(part.question()).find()
                && InsightAsked.of(part).isEmpty()
                && (Comparison.isAsked(part.question()) || topic(part).equals(Optional.of(Topic.BETTER_OFF)));
    }

    /** The question's own topic; a follow-up such as "and the month before?" takes the last one that had any. */
    private static Optional<Topic> topic(Turn turn) {
        return Topic.of(subject(turn));
    }

    /** The question that names the topic: this one, or the earlier one that this one follows up. */
    static String subject(Turn turn) {
        boolean followsUp =
                FOLLOW_UP.matcher(turn.question()).find() || PeriodAsked.asksForMonthBefore(turn.question());
        if (Topic.of(turn.question()).isPresent() || !followsUp) {
            return turn.question();
        }
        return turn.earlier().reversed().stream()
                .filter(earlier -> Topic.of(earlier)
                        .filter(topic -> topic != Topic.BETTER_OFF && topic != Topic.HELLO)
                        .filter(topic -> !PeriodAsked.asksForMonthBefore(turn.question()) || hasMonths(topic))
                        .isPresent())
                .findFirst()
                .orElse(turn.question());
    }

    private static boolean hasMonths(Topic topic) {
        return topic == Topic.PROFIT || topic == Topic.GST || topic == Topic.TRANSACTIONS;
    }

    /** Those that the part names; of a follow-up that names none, those of the question before. */
    static List<String> followedPeriods(Turn part) {
        List<String> own = periods(part);
        return own.isEmpty()
                        && !part.earlier().isEmpty()
                        && FOLLOW_UP.matcher(part.question()).find()
                ? PeriodAsked.all(part.earlier().getLast(), part.today())
                : own;
    }

    /** Those that the part names, else those of the whole message. */
    static List<String> periods(Turn turn) {
        if (PeriodAsked.asksForMonthBefore(turn.question())) {
            Optional<String> before = PeriodAsked.monthBefore(turn.quoted());
            if (before.isPresent()) {
                return List.of(before.get());
            }
        }
        List<String> own = PeriodAsked.all(turn.question(), turn.today());
        return own.isEmpty() && sharesPeriod(turn) ? PeriodAsked.all(turn.message(), turn.today()) : own;
    }

    /** "GST and profit last quarter" means both; "… and how much GST do I owe?" means now. */
    private static boolean sharesPeriod(Turn part) {
        return !Parts.isQuestion(part.question())
                || Topic.of(part.question())
                        .filter(topic -> topic == Topic.PROFIT || topic == Topic.TRANSACTIONS)
                        .isPresent();
    }

    private static List<Reply.Call> gst(Turn part) {
        return periods(part).isEmpty() ? call("gst_position") : each("gst_position", part, Map.of());
    }

    private static List<Reply.Call> transactions(Turn part) {
        return periods(part).isEmpty()
                ? List.of(new Reply.Call("bank_transactions", Map.of("period", "this_month")))
                : each("bank_transactions", part, Map.of());
    }

    private static List<Reply.Call> profit(Turn part) {
        boolean cash = CASH_BASIS.matcher(part.question()).find();
        return each("profit_and_loss", part, cash ? Map.of("basis", "cash") : Map.of());
    }

    private static List<Reply.Call> each(String tool, Turn part, Map<String, Object> more) {
        return periods(part).stream()
                .map(period -> {
                    Map<String, Object> arguments = new HashMap<>(more);
                    arguments.put("period", period);
                    return new Reply.Call(tool, arguments);
                })
                .toList();
    }

    /** As of the end of the period that is named, if it is over; else as of today. */
    private static List<Reply.Call> asAt(String tool, Turn part) {
        return PeriodAsked.in(part.question(), part.today())
                .flatMap(period -> PeriodAsked.end(period, part.today()))
                .map(day -> List.of(new Reply.Call(tool, Map.of("date", day.toString()))))
                .orElse(call(tool));
    }

    private static List<Reply.Call> call(String tool) {
        return List.of(new Reply.Call(tool, Map.of()));
    }

    private static Reply use(Turn turn, List<Reply.Call> calls) {
        String tool = calls.getFirst().tool();
        if (turn.tools().contains(tool)) {
            return new Reply.Look(calls);
        }
        String permission = turn.withheld().get(tool);
        return new Reply.Say(
                permission == null ? OfflineWords.CANNOT : OfflineWords.notPermitted(permission, turn.granting()));
    }

    private static Reply compare(Turn turn) {
        Optional<String> asked = Comparison.unit(turn.question());
        if (asked.isEmpty() && turn.tools().contains("profit_and_loss")) {
            return new Reply.Say(OfflineWords.CAN_COMPARE);
        }
        String unit = asked.orElse("quarter");
        return use(
                turn,
                List.of(
                        new Reply.Call("profit_and_loss", Map.of("period", "this_" + unit)),
                        new Reply.Call("profit_and_loss", Map.of("period", "last_" + unit + "_same_days"))));
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
