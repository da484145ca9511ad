package au.pip.sandbox.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Notices what a question asks for beyond what the rules can do: a name, an amount, a condition. */
final class Narrowing {
    /** The words of questions that the rules answer whole. */
    private static final Set<String> KNOWN =
            Arrays.stream("""
                    a about account accounting accounts accrual accruals activity all altogether am amount an and any are as
                    assets at back balance balances bank bas basis be been before better bill bills book books both business but by
                    can cash chase chasing company compare compared cost costs could credit creditors current currently
                    customer customers date debtors did do does doing due earn earned earnings equity everyone expense
                    expenses far figure figures financial for from g'day get give going gross gst had has hasn't have haven't having
                    hello hey hi how i i'm i've in income invoice invoices is it last liabilities list look loss made make many may me money
                    month much my need net not now of off on open our out outstanding overdue owe owed owes owing owned paid
                    pay payable payables paying people person pip please position prior previous profit profits purchases
                    quarter quarterly receivable receivables received revenue right sales savings see sell sheet show so sold spend
                    spending spent statement still sum supplier suppliers tax tell than thanks that the their them then there
                    these they this those to today total transaction transactions turnover unpaid up us was we week were what
                    what's when which who who's whom whose will with worse worth would year you your
                    january february march april june july august september october november december jan feb mar apr jun jul
                    aug sep sept oct nov dec
                    """.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());

    /** Tools that the rules ask about everything, whatever else the question says. */
    private static final Set<String> WHOLE = Set.of(
            "receivables",
            "payables",
            "gst_position",
            "profit_and_loss",
            "balance_sheet",
            "bank_balances",
            "bank_transactions");
    /** Of these, the ones that tell of a day and not of a period. */
    private static final Set<String> OF_A_DAY =
            Set.of("receivables", "payables", "balance_sheet", "bank_balances", "tax_to_set_aside");

    private static final Pattern CONTACTS =
            Pattern.compile("(?i)\\b(?:contacts?|phones?|e-?mails?|numbers?|address(?:es)?)\\b");
    private static final Pattern TIME = Pattern.compile(
            "(?i)\\b(?:since|until|till|between|through|start|beginning|end|previous|current|spending)\\b");

    private Narrowing() {}

    /** What has to be said before the answer that a call gives: that it holds more, or other days, than was asked for. */
    static String note(Turn part, Reply.Call call) {
        boolean dated =
                call.arguments().containsKey("period") || call.arguments().containsKey("date");
        boolean documents = call.tool().equals("invoices");
        boolean everybody = call.tool().equals("contacts")
                && call.arguments().getOrDefault("search", "").equals("");
        if (documents && DocumentsAsked.isNarrower(part, call)
                || everybody && isAsked(CONTACTS.matcher(part.question()).replaceAll(" "))
                || WHOLE.contains(call.tool())
                        && isAsked(
                                dated
                                        ? TIME.matcher(AccountingPeriod.without(part.question()))
                                                .replaceAll(" ")
                                        : part.question())) {
            return OfflineWords.NOT_NARROWED;
        }
        if (dated && OfflineRules.periods(part).isEmpty()) {
            return OfflineWords.THIS_MONTH;
        }
        boolean past =
                PeriodAsked.all(part.question(), part.today()).stream().anyMatch(period -> !period.startsWith("this_"));
        return OF_A_DAY.contains(call.tool()) && past && !dated ? OfflineWords.TODAY_ONLY : "";
    }

    /** Whether the question holds a word that the rules pass over. "This week" is a condition they cannot keep. */
    static boolean isAsked(String question) {
        String text = question.toLowerCase(Locale.ROOT).replace('’', '\'');
        return text.contains("week")
                || Arrays.stream(text.split("[^\\p{L}\\p{N}']+"))
                        .filter(word -> !word.isEmpty())
                        .anyMatch(word -> !KNOWN.contains(word) && !word.matches("(?:19|20)\\d{2}"));
    }
}
