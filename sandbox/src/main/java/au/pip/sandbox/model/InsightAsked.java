package au.pip.sandbox.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions that look across the books, each with the tool that answers it. The order decides between several. */
enum InsightAsked {
    AFFORD("safe_to_spend", "\\bafford\\b"),
    SAFE(
            "safe_to_spend",
            "\\bsafe(?:ly)? to spend|\\bsafely\\b[^?.!]*\\bspend|\\bspend\\b[^?.!]*\\bsafely|(?:how much|what) can (?:i|we) (?:still )?spend|\\bspoken for\\b"),
    AHEAD(
            "cash_forecast",
            "\\bcash[ -]?flow\\b|\\bcash\\b[^?.!]*(?:\\bin \\d+ days|\\bin thirty days|next month|forecast|\\bahead\\b)"
                    + "|how much (?:cash|money) will (?:i|we) have|in \\d+ days[^?.!]*\\b(?:cash|bank)\\b"
                    + "|\\bexpect\\w*\\b[^?.!]*(?:\\bin the bank\\b|\\bcustomers?\\b[^?.!]*\\bpay\\b)"),
    CUSTOMERS(
            "biggest_customers",
            InsightAsked.NO_DOCUMENT + "\\b(?:biggest|best|largest|top|main)\\b[^?.!]*\\b(?:customers?|clients?)\\b"),
    COSTS(
            "biggest_costs",
            InsightAsked.NO_DOCUMENT
                    + "\\b(?:biggest|largest|top|main|highest)\\b[^?.!]*\\b(?:costs?|expenses?|suppliers?)\\b|\\bspend(?:ing)?\\b[^?.!]*\\bmost\\b"),
    TWICE("odd_bills", "\\bduplicat|\\btwice\\b|\\b(?:odd|unusual|suspicious)\\b[^?.!]*\\bbills?\\b"),
    LATE(
            "late_payers",
            "\\b(?:pays?|paying)\\b[^?.!]*\\blate\\b|\\blate payers?\\b|\\bslow(?:est)?\\b[^?.!]*\\bpay(?:s|ers?|ing)?\\b"),
    DUE(
            "due_soon",
            "^(?!.*\\b(?:invoices?|bills?|bas|gst|tax|super)\\b).*\\bdue\\b.*(?:\\bweek\\b|\\bsoon\\b|\\bnext \\d+ days\\b)"),
    COMPARED(
            "compare_profit",
            "\\bprofit\\b[^?.!]*(?:\\bvs\\b|versus|against|compar)[^?.!]*\\blast (?:financial )?year\\b|\\bcompar\\w+[^?.!]*\\bprofit\\b[^?.!]*\\blast (?:financial )?year\\b|\\bsame (?:days|time|month|quarter|period) last year\\b"
                    + "|\\bprofit\\b[^?.!]*\\blast (?:month|quarter)\\b[^?.!]*(?:compar|\\bthan\\b|against)[^?.!]*\\b(?:before|prior|previous)\\b"),
    PLAN("own_plan", "\\b(?:i|we) (?:had )?planned\\b|\\bmy (?:own )?plan (?:was|is|for)\\b"),
    BUDGET("budget", "\\bbudget"),
    GOING(
            "compare_profit",
            "\\b(?:making|losing) money\\b|\\bhow(?:'s| is| are)\\b[^?.!]*\\b(?:business|things)(?: going| doing| looking| tracking)?\\W*$|\\bhow (?:am i|are we) (?:going|doing|tracking)\\b"),
    HOW_TO(
            "how_to",
            "^\\W*(?:how (?:do|can|should|would) (?:i|we|you)|how to|where (?:do|can|is|are)|why (?:is|isn't|are|aren't|does|doesn't|can't)|what(?:'s| is) the difference)\\b.*"
                    + "(?:reconcil|lock date|\\bvoid|\\bdelete|repeating|bank rule|bank feed|\\buser\\b|credit note|gst (?:setting|basis)|tax rate|\\breports?\\b|attach|\\bpaid\\b|duplicate contact|opening balance|chart of accounts|import|two bank accounts|transfer|find and recode|undo|expense claim|payroll)");

    /** The largest invoice or bill is no largest customer or cost. */
    private static final String NO_DOCUMENT = "^(?!.*\\b(?:biggest|largest|top) (?:\\w+ )?(?:invoice|bill)s?\\b).*";

    private static final Pattern AMOUNT = Pattern.compile(
            "(?:\\$\\s?)?(?<![\\w.,])(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d{1,2})?(?:\\s?(?:k|thousand|m|million))?\\b");
    private static final Pattern NO_BUFFER = Pattern.compile("\\b(?:no|without (?:a|any)) buffer\\b");
    private static final Pattern OF_A_BUDGET = Pattern.compile("profit|income|\\bsales\\b|revenue|expenses");
    private static final Pattern DAYS = Pattern.compile("\\b(\\d{1,3}) days\\b");

    static final String HOW_MUCH =
            "How much would it cost? Ask me again with the amount in digits: can I afford so many dollars?";

    private final String tool;
    private final Pattern words;

    InsightAsked(String tool, String words) {
        this.tool = tool;
        this.words = Pattern.compile(words);
    }

    /** Empty when the question is none of these, or the model was not told of the tool and nobody withheld it. */
    static Optional<Reply> reply(Turn part) {
        return of(part).map(asked -> asked.step(part));
    }

    static Optional<InsightAsked> of(Turn part) {
        String text = lower(part.question());
        return List.of(values()).stream()
                .filter(each -> each.words.matcher(text).find())
                .findFirst()
                .filter(each ->
                        part.tools().contains(each.tool) || part.withheld().containsKey(each.tool));
    }

    private Reply step(Turn part) {
        if (!part.tools().contains(tool)) {
            return new Reply.Say(OfflineWords.notPermitted(part.withheld().getOrDefault(tool, ""), part.granting()));
        }
        Map<String, Object> arguments = arguments(part);
        if (this == BUDGET && !arguments.containsKey("period")) {
            return new Reply.Say(OfflineWords.WHICH_PERIOD);
        }
        return this == AFFORD && arguments.isEmpty() ? new Reply.Say(HOW_MUCH) : Reply.look(tool, arguments);
    }

    private Map<String, Object> arguments(Turn part) {
        String text = lower(part.question());
        Map<String, Object> arguments = new HashMap<>();
        switch (this) {
            case AFFORD -> amount(text).ifPresent(amount -> arguments.put("amount", amount));
            case AHEAD -> days(text).ifPresent(days -> arguments.put("days", days));
            case CUSTOMERS -> {
                period(part).ifPresent(period -> arguments.put("period", period));
                if (text.matches(".*\\b(?:with|including|inc) gst\\b.*")) {
                    arguments.put("gst", "with");
                }
            }
            case COSTS -> {
                period(part).ifPresent(period -> arguments.put("period", period));
                arguments.put("by", text.contains("supplier") ? "supplier" : "account");
            }
            case DUE -> arguments.put("within", days(text).orElse(text.contains("week") ? "this_week" : "7"));
            case COMPARED, GOING -> arguments.put("period", compared(text));
            case PLAN -> {
                amount(text).ifPresent(amount -> arguments.put("planned", amount));
                arguments.put("period", period(part).orElse("this_month"));
                arguments.put("measure", measure(text));
            }
            case HOW_TO -> arguments.put("question", part.question());
            case BUDGET -> {
                period(part).ifPresent(period -> arguments.put("period", period));
                if (!OF_A_BUDGET.matcher(text).find()) {
                    arguments.put("detail", "accounts");
                }
            }
            case SAFE -> {
                if (NO_BUFFER.matcher(text).find()) {
                    arguments.put("buffer", "none");
                } else if (text.contains("buffer")) {
                    amount(text).ifPresent(amount -> arguments.put("buffer", amount));
                }
            }
            case TWICE, LATE -> {}
        }
        return arguments;
    }

    private static Optional<String> amount(String text) {
        Matcher amount = AMOUNT.matcher(text);
        return amount.find() ? Optional.of(amount.group()) : Optional.empty();
    }

    private static Optional<String> days(String text) {
        Matcher days = DAYS.matcher(text);
        return days.find() ? Optional.of(days.group(1)) : Optional.empty();
    }

    private static Optional<String> period(Turn part) {
        return PeriodAsked.in(part.question(), part.today());
    }

    /** The period that is compared; the financial year so far when only last year is named. */
    private static String compared(String text) {
        Matcher named = Pattern.compile("\\b(this|last) (month|quarter)\\b").matcher(text);
        return named.find() ? named.group(1) + "_" + named.group(2) : "this_financial_year";
    }

    private static String measure(String text) {
        return text.contains("profit")
                ? "net_profit"
                : text.matches(".*\\b(?:spend|expenses|costs?)\\b.*") ? "expenses" : "income";
    }

    private static String lower(String question) {
        return question.toLowerCase(Locale.ROOT).replace('’', '\'').replace('\n', ' ');
    }
}
