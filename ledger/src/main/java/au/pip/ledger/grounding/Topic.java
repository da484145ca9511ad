package au.pip.ledger.grounding;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a measure, or the words around a figure, are about. The same patterns read both, in this order; what one of the
 * first takes in, a later one does not see again: "net of GST" names no GST, "cost of sales" no sales.
 */
enum Topic {
    SPENDABLE("safe(?:ly)?[ -](?:to[ -])?spend"),
    BUFFER("\\bbuffer\\b(?:\\W+a month['’]s usual costs)?"),
    EXCLUDING_GST("(?:excl?\\.?|exclud(?:ing|es|ed|e)|exclusive of|without|before|net of|not including|less|plus|\\+)"
            + "[\\s-]+(?:the |any )?gst|ex[.-]?\\s?gst|gst[\\s-]+(?:exclusive|free|(?:is |not )?(?:excluded|included? separately)|(?:is )?extra|(?:is )?on top|not included)|pre-gst|no gst"
            + "|(?<=¤ )without(?=\\s*(?:[,.;:)]|$))"),
    INCLUDING_GST("(?:incl?\\.?|includ(?:ing|es|ed|e)|inclusive of|with|after)[\\s-]+(?:the |any )?gst"
            + "|gst[\\s-]+(?:inclusive|(?:is )?included)"),
    NOT_DUE(
            "not (?:yet )?(?:over)?due|not yet late|is(?:n['’]t| not) (?:yet )?(?:over)?due|are(?:n['’]t| not) (?:yet )?(?:over)?due"
                    + "|yet to (?:fall|become|come) due|within terms"),
    COST_OF_SALES("costs? of (?:sales|goods(?: sold)?)|direct costs|cogs"),
    OTHER_INCOME("other (?:income|revenue)"),
    INCOME_TAX("income tax|company tax|tax instal?lments?"),
    CASH_FLOW("cash (?:received|spent|surplus|flow|in(?! (?:the|your|my|our|hand)\\b)|out)\\b"),
    NET_ASSETS("net assets|net worth"),
    GROSS_MARGIN("gross (?:profit )?margins?"),
    MARGIN("(?:net |profit |operating )*margins?"),
    GROSS_PROFIT("gross profits?"),
    STILL_DUE(
            "still due|left (?:to pay|owing|unpaid)|(?:remains?|remaining|rest is) (?:due|unpaid|owing|to be paid)"
                    + "|still (?:has|have|to be|unpaid|open)(?: to (?:be )?(?:pay|paid))?|amount due|still (?:owing|outstanding|owed)"),
    OVERDUE("overdue|past due|past (?:its|their|the) due date|\\blate\\b|in arrears|arrears|should have been paid"),
    DUE_DATE(
            "\\bdue (?:date|day|on|by|next)|(?:falls?|fell|becomes?|is|are|it['’]s|was) due(?= (?:on )?¤)|\\bdue(?=:? ¤)|payable by|deadline|pay by"),
    EXPIRY("expir(?:es?|ed|y|ing)|lapses?|valid until"),
    DELIVERY("deliver(?:y|ed|s)?"),
    AGED("\\bdays\\b(?!:|,? (?:you|we|i|there|the|your|cash|from now)\\b)"),
    STATEMENT("activity statements?|\\bbas\\b"),
    CREDIT_NOTES("credit notes?|credits? (?:notes? )?(?:that )?(?:no|not|un)\\w*"),
    GST("\\bgst\\b|goods and services tax"),
    REFUND("refunds?|refundable|\\bback from the ato|\\bg[eo]t(?:s|ting)? (?:\\w+ ){0,3}back\\b"),
    RECEIVABLE(
            "owes?\\s(?:still |also |now )*(?:you|us|me|the business|your business)\\b|\\bowes\\b"
                    + "|(?:you|we|i|business)(?:['’]re|['’]m| are| were| was| is| am|['’]ve been) (?:still |also |now |currently |together )*owed"
                    + "|\\b(?:am|are|is|were|was) (?:you|we|i|(?:the|my|our|your) business) (?:still |also |now |currently )*owed"
                    + "|owed to (?:you|us|me|the business|your business)|owing to you|receivables?|debtors?"
                    + "|to pay (?:you|us)|(?<=\\b(?:customers|clients|they|who|both|everyone) )(?:still |also |now |together |all )*owe\\b|outstanding|yet to pay|yet to be paid"),
    PAYABLE(
            "(?:you|we|i|business) (?:still |also |now |currently |therefore |only )*owed?\\b|owed by (?:you|us|the business|your business)"
                    + "|payables?|creditors?|(?:you|you['’]ve|we|have|business) (?:still |got |have )*(?:to|must) pay\\b|owe (?:to )?(?:your |the )?(?:suppliers?|ato)|owing to (?:your )?suppliers"),
    TO_PAY("to pay\\b|to be paid|\\bpayment due"),
    OWED("\\bow(?:ed|ing|es?)\\b"),
    NET_LOSS("net loss(?:es)?|\\bloss(?:es)?\\b|\\blost\\b|\\bdeficit"),
    PROFIT("profit(?:s|able)?\\b|bottom line|net (?:gain|earnings|result|surplus)|surplus"),
    ASSETS("\\bassets?\\b"),
    LIABILITIES("liabilit(?:y|ies)"),
    EQUITY("\\bequity\\b"),
    COLLECTED("collected|you(?:['’]ve| have)? charged|charged (?:to|on|customers)"),
    SALES("\\bsales?\\b"),
    INCOME("\\bincome\\b|revenues?|turnover|turned over|takings|brought in|earnings|earned"),
    PURCHASES("purchases?\\b|gst you paid|\\bcredits?\\b|input tax"),
    EXPENSES("expenses?|\\bspent\\b|\\bspend(?:ing)?\\b|outgoings?|\\bcosts?\\b|overheads?"),
    BANK(
            "\\bbanks?\\b|balances? by the books|cash (?:at|in|on) (?:the )?(?:bank|hand)|(?<!books )\\bholds?\\b|\\bheld\\b|savings|cheque account"
                    + "|in your (?:\\w+ )*accounts?|cash balance"),
    QUOTES("\\bquotes?\\b|quotations?"),
    ORDERS("(?:purchase )?orders?\\b"),
    INVOICES("invoices?\\b"),
    BILLS("\\bbills?\\b"),
    CUSTOMERS("customers?\\b|clients?\\b"),
    SUPPLIERS("suppliers?\\b|vendors?\\b"),
    CONTACTS("contacts?\\b"),
    PAYG("\\bpayg\\w*|withh[eo]ld(?:ing)?"),
    SUPER("\\bsuper(?:annuation)?\\b"),
    WAGES("wages?\\b|salar(?:y|ies)\\b|payroll"),
    CHANGE(
            "changes?\\b|changed|grew|growth|grown|\\bups?\\b(?! (?:to|from)\\b)|\\bdown\\b(?! from\\b)|\\b(?:rose|rises?|risen)\\b|fell|fallen|increas\\w+|decreas\\w+|dropped"
                    + "|differen(?:ce|t)|better off|worse off|improv\\w+|(?:above|below|over|under|beat\\w*) (?:the |your |its )?(?:budget|plan)\\b(?! of\\W*¤)|\\b(?:more|less|higher|lower)\\b(?=[^.¤]{0,40}\\bthan\\b)|(?<=¤ )(?:aud |dollars )?(?:more|less)\\b"),
    BUDGET("budget(?:ed|s)?\\b|planned|forecast|projected"),
    DRAFT("draft(?:s|ed)?\\b"),
    PAID("(?<!\\bnot )(?<!\\bnot yet )\\bpaid\\b"),
    OPEN("\\bopen\\b|unpaid|\\bnot (?:yet )?paid\\b"),
    ACCEPTED("accepted"),
    DECLINED("declined"),
    SENT("\\bsent\\b"),
    TRANSFER("transfer(?:s|red)?"),
    AVERAGE(
            "averages?\\b|(?<!(?:above|below|than) what[^.¤]{0,30})\\busually\\b|on average|\\bmean\\b|typical(?:ly)?|median"),
    SHARE("\\bshare\\b|proportion|of (?:the|your|all|its) (?:total|whole|lot)|of what|percentage of"),
    BALANCE("balances?\\b"),
    TOTAL("totals?\\b|altogether|in all\\b|overall|combined|\\bsum\\b|add(?:s|ed)? up|comes? to");

    /** What a fact that has it must be said to be: without the word it would be taken for the larger or usual thing. */
    private static final Set<Topic> MARKED = EnumSet.of(
            EXCLUDING_GST,
            NOT_DUE,
            OTHER_INCOME,
            GROSS_MARGIN,
            GROSS_PROFIT,
            OVERDUE,
            AGED,
            CREDIT_NOTES,
            GST,
            REFUND,
            BUDGET,
            DRAFT,
            PAID,
            ACCEPTED,
            DECLINED,
            SENT,
            AVERAGE,
            CHANGE);
    /** May stand beside any measure. */
    private static final Set<Topic> NEUTRAL = EnumSet.of(TOTAL, BALANCE, CHANGE, SHARE, DUE_DATE, STATEMENT);

    private final Pattern pattern;

    Topic(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** @param text any text; names in it should have been taken out */
    static Set<Topic> in(String text) {
        Set<Topic> found = EnumSet.noneOf(Topic.class);
        take(text, found);
        return found;
    }

    /**
     * Finds the topics of a text.
     *
     * @param found they are added to it
     * @return what is left of the text, in lower case, without the words that any topic knows
     */
    static String take(String text, Set<Topic> found) {
        String left = text.toLowerCase(Locale.ROOT);
        for (Topic topic : values()) {
            var matcher = topic.pattern.matcher(left);
            if (matcher.find()) {
                found.add(topic);
                left = matcher.replaceAll(hit -> " ".repeat(hit.end() - hit.start()));
            }
        }
        return left;
    }

    /** Where its words stand in a text. */
    List<Integer> starts(String text) {
        return pattern.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::start)
                .toList();
    }

    boolean marked() {
        return MARKED.contains(this);
    }

    /** Whether it is something that can be counted. */
    boolean isThing() {
        return switch (this) {
            case CUSTOMERS, SUPPLIERS, CONTACTS, INVOICES, BILLS, QUOTES, ORDERS, CREDIT_NOTES -> true;
            default -> false;
        };
    }

    /** Whether it tells how far a document has come. */
    boolean isState() {
        return this == PAID || this == ACCEPTED || this == DECLINED || this == SENT;
    }

    boolean neutral() {
        return NEUTRAL.contains(this);
    }

    /** The words that may stand beside one for this topic without saying something else. */
    Set<Topic> companions() {
        return switch (this) {
            case RECEIVABLE -> EnumSet.of(OWED, STILL_DUE, CUSTOMERS, INVOICES, SALES, OPEN);
            case PAYABLE -> EnumSet.of(OWED, STILL_DUE, SUPPLIERS, BILLS, OPEN, TO_PAY);
            case OVERDUE, NOT_DUE ->
                EnumSet.of(RECEIVABLE, PAYABLE, OWED, STILL_DUE, CUSTOMERS, SUPPLIERS, INVOICES, BILLS, SALES, OPEN);
            case AGED -> EnumSet.of(OVERDUE);
            case STILL_DUE -> EnumSet.of(OVERDUE, RECEIVABLE, PAYABLE, OWED, OPEN, INVOICES, BILLS, SALES, TO_PAY);
            case OWED -> EnumSet.of(STILL_DUE, RECEIVABLE, PAYABLE, OPEN);
            case CUSTOMERS -> EnumSet.of(RECEIVABLE, OWED, INVOICES, OPEN, SALES);
            case SUPPLIERS -> EnumSet.of(PAYABLE, OWED, BILLS, OPEN, TO_PAY);
            case INVOICES -> EnumSet.of(RECEIVABLE, OWED, OPEN, CUSTOMERS, SALES, STILL_DUE);
            case BILLS -> EnumSet.of(PAYABLE, OWED, OPEN, SUPPLIERS, STILL_DUE, TO_PAY);
            case INCOME -> EnumSet.of(SALES, CUSTOMERS);
            case PROFIT -> EnumSet.of(NET_LOSS);
            case NET_LOSS -> EnumSet.of(PROFIT);
            case INCLUDING_GST -> EnumSet.of(INVOICES, BILLS, CUSTOMERS, SUPPLIERS, SALES, PURCHASES, QUOTES, ORDERS);
            case EXCLUDING_GST -> EnumSet.of(INVOICES, BILLS, CUSTOMERS, SUPPLIERS, SALES, PURCHASES, QUOTES, ORDERS);
            case DUE_DATE ->
                EnumSet.of(
                        INVOICES,
                        BILLS,
                        STILL_DUE,
                        CUSTOMERS,
                        SUPPLIERS,
                        SALES,
                        OPEN,
                        RECEIVABLE,
                        PAYABLE,
                        OWED,
                        OVERDUE);
            case EXPIRY -> EnumSet.of(QUOTES, SENT);
            case DELIVERY -> EnumSet.of(ORDERS);
            case CREDIT_NOTES -> EnumSet.of(INVOICES, PURCHASES, CUSTOMERS, SUPPLIERS);
            case QUOTES -> EnumSet.of(CUSTOMERS, OPEN);
            case ORDERS -> EnumSet.of(SUPPLIERS, PURCHASES, OPEN);
            case BANK -> EnumSet.noneOf(Topic.class);
            case REFUND -> EnumSet.of(GST);
            case SUPER, WAGES -> EnumSet.of(TO_PAY, PAYABLE, OWED, EXPENSES);
            case PAYG, INCOME_TAX -> EnumSet.of(TO_PAY, PAYABLE, OWED);
            default -> EnumSet.noneOf(Topic.class);
        };
    }

    /** Words that name it as well as its own do. */
    Set<Topic> evidence() {
        return switch (this) {
            case RECEIVABLE -> EnumSet.of(RECEIVABLE, OWED, STILL_DUE);
            case PAYABLE -> EnumSet.of(PAYABLE, OWED, STILL_DUE, BILLS);
            case STILL_DUE -> EnumSet.of(STILL_DUE, RECEIVABLE, PAYABLE, OWED);
            case OWED -> EnumSet.of(OWED, RECEIVABLE, PAYABLE);
            case INCOME -> EnumSet.of(INCOME, SALES);
            case PROFIT -> EnumSet.of(PROFIT, NET_LOSS);
            case NET_LOSS -> EnumSet.of(NET_LOSS, PROFIT);
            case BANK -> EnumSet.of(BANK, BALANCE);
            case DUE_DATE -> EnumSet.of(DUE_DATE, STILL_DUE);
            case INCLUDING_GST -> EnumSet.of(INCLUDING_GST, TOTAL, INVOICES, BILLS, QUOTES, ORDERS);
            default -> EnumSet.of(this);
        };
    }
}
