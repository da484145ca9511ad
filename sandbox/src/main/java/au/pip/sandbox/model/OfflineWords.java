package au.pip.sandbox.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sentences of the offline model. A figure is always a fact's id in braces. */
final class OfflineWords {
    static final String HELLO = """
            G'day. I'm Pip's offline model: a set of rules, not a language model, so that you can try Pip without a key. \
            Ask me who owes you money, what you owe, your GST this quarter, your profit for a month, whether you're better \
            off than last quarter, or your bank balances. For free conversation, set up a model (see .env.example).""";

    static final String CANNOT = """
            I don't know: I'm the offline model, a set of rules, and that question is beyond them. I can tell you who owes \
            you money, what you owe, your GST, your profit for a period, whether you're better off than last quarter, your \
            bank balances and transactions, invoices and bills. For anything else, set up a language model (see .env.example).""";

    static final String CANNOT_THAT_PART = """
            The other part of your question is beyond me, as I'm a set of rules. Ask it by itself in other words, or set up a \
            language model (see .env.example).""";

    static final String COMPARE_ALONE =
            "I can make a comparison only when nothing else is asked with it: ask me that by itself.";

    static final String CAN_COMPARE = """
            That's not a comparison I can make: I'm the offline model, a set of rules. I can compare your net profit on \
            accruals so far this month, quarter or financial year with the same days of the last one: ask whether you're \
            better off than last month, last quarter or last year. I can also tell you the profit of each period by itself.""";

    static final String ONLY_READS =
            "I can only read your books, not change them: nothing was done. Do that in Xero itself, and ask me again afterwards.";

    static final String WHICH_PERIOD =
            "For which period? For example last month, this quarter, October, or this financial year.";

    static final String AS_OF_TODAY =
            "I can tell that as of today only. Ask me what you're owed or owe now, or for the profit or GST of a period.";

    /** Before an answer to a question that asks for less. */
    static final String NOT_NARROWED =
            "I'm a set of rules and can't narrow that down further, so this is all of it; a language model can (see .env.example).\n\n";

    static final String THIS_MONTH = "You named no period, so I took this month.\n\n";

    static final String TODAY_ONLY = "I can tell that as of today only; for an earlier day see the report in Xero.\n\n";

    private static final Pattern AS_OF = Pattern.compile(",? as of .*$");

    private OfflineWords() {}

    static String notPermitted(String permission, String granting) {
        return "I can't look that up: Xero was connected without the permission for it (%s). %s Then ask me again."
                .formatted(permission, granting);
    }

    /** Without the {@link #footer}. */
    static String answer(Turn part, Reply.Call call, Turn.Result result) {
        return switch (call.tool()) {
            case "receivables" -> owed(result, "You're owed", "by", "customers", "nobody owes you money");
            case "payables" -> owed(result, "You owe", "to", "suppliers", "you owe no supplier anything");
            case "gst_position" ->
                gst(result) + otherBasis(part, result.rows().getFirst().basis());
            case "profit_and_loss" -> ProfitWords.of(OfflineRules.subject(part), result.rows());
            case "invoices" -> call.arguments().containsKey("status") ? DueList.of(part, call, result) : list(result);
            case "budget" -> BudgetWords.of(part.question(), result);
            case "contacts" -> NameAsked.words(call, result).orElseGet(() -> list(result));
            default ->
                TaxWords.of(result).or(() -> InsightWords.answer(call, result)).orElseGet(() -> list(result));
        };
    }

    static Row find(List<Row> rows, String measure) {
        return optional(rows, measure)
                .orElseThrow(() -> new IllegalStateException("the tool's table has no row '" + measure + "'"));
    }

    private static Optional<Row> optional(List<Row> rows, String measure) {
        return rows.stream().filter(row -> row.plainMeasure().equals(measure)).findFirst();
    }

    private static String owed(Turn.Result result, String lead, String preposition, String whom, String none) {
        List<Row> rows = result.rows();
        Row total = rows.getFirst();
        StringBuilder text = new StringBuilder();
        if (total.isZero()) {
            text.append("As of %s %s: %s AUD is open.".formatted(total.period(), none, total.braced()));
        } else {
            text.append("%s %s AUD %s %s %s as of %s"
                    .formatted(
                            lead, total.braced(), preposition, find(rows, whom).braced(), whom, total.period()));
            optional(rows, "overdue")
                    .filter(row -> row.subject().startsWith("all ") && !row.isZero())
                    .ifPresent(row -> text.append("; ").append(row.braced()).append(" of it is overdue"));
            text.append(".\n");
            for (Row row : rows) {
                if (row.plainMeasure().equals(total.plainMeasure()) && !row.id().equals(total.id())) {
                    text.append("\n- ").append(row.subject()).append(": ").append(row.braced());
                    rows.stream()
                            .filter(late -> late.plainMeasure().equals("overdue")
                                    && late.subject().equals(row.subject()))
                            .findFirst()
                            .ifPresent(late ->
                                    text.append(" (").append(late.braced()).append(" overdue)"));
                }
            }
        }
        rows.stream()
                .filter(row -> row.plainMeasure().startsWith("unused") && !row.isZero())
                .findFirst()
                .ifPresent(row -> text.append("\n\nNot taken off above: ")
                        .append(row.braced())
                        .append(" in credit notes that no invoice has used yet."));
        return text.toString();
    }

    private static String gst(Turn.Result result) {
        List<Row> rows = result.rows();
        Row net = rows.getFirst();
        Row collected = find(rows, "GST on sales");
        Row paid = find(rows, "GST on purchases");
        String lead = net.plainMeasure().equals("GST refund due")
                ? "You're due a GST refund of " + net.braced() + " AUD"
                : "You owe " + net.braced() + " AUD of GST";
        boolean thisQuarter =
                result.call().arguments().path("period").asString("").equals("this_quarter");
        String period = thisQuarter ? "this BAS quarter so far, " + net.period() : net.period();
        return lead + " for " + period + ", on the " + net.basis() + " basis: " + collected.braced()
                + " on sales and " + paid.braced() + " on purchases.\n\n"
                + "This is an estimate from the tax on each line, not a lodged statement.";
    }

    /** The tool works it out on the basis that the organisation reports on, whatever was asked. */
    private static String otherBasis(Turn part, String basis) {
        String question = part.question().toLowerCase(Locale.ROOT);
        boolean other = basis.equals("cash")
                ? question.contains("accrual")
                : question.matches("(?s).*\\bcash[- ]basis\\b.*|.*\\bon cash\\b.*");
        return other
                ? "\n\nThat is the basis on which your organisation reports GST; I can't work it out on the other one."
                : "";
    }

    static String betterOff(Turn turn) {
        Row now = find(turn.results().get(0).rows(), "net profit");
        Row before = find(turn.results().get(1).rows(), "net profit");
        Row difference = turn.results().get(2).rows().getFirst();
        String verdict = now.amount().compareTo(before.amount()) == 0
                ? "You're level with last time"
                : now.amount().compareTo(before.amount()) > 0
                        ? "Yes, you're better off by " + difference.braced() + " AUD"
                        : "No, you're worse off by " + difference.braced() + " AUD";
        return verdict + ": your net profit for " + now.period() + " is " + now.braced() + ", and for "
                + before.period()
                + " it was " + before.braced()
                + ".\n\nThat compares the same number of days from the start of each, on "
                + now.basis() + "." + footer(turn.results().getFirst());
    }

    static String list(Turn.Result result) {
        if (isEmpty(result)) {
            return "I found nothing that fits: " + what(result) + ".";
        }
        StringBuilder text = new StringBuilder();
        String note = result.line("Note");
        text.append(isOfThatDay(result) ? result.line("What") : what(result))
                .append(note.isEmpty() ? "" : ". " + note)
                .append("\n");
        for (Row row : result.rows()) {
            text.append("\n- ")
                    .append(row.subject())
                    .append(", ")
                    .append(row.measure())
                    .append(": ")
                    .append(row.braced());
        }
        return text.toString();
    }

    static boolean isEmpty(Turn.Result result) {
        return result.content().contains("\nNothing found.");
    }

    /** Whether any of its figures is of the day that its heading tells; a single document has days of its own. */
    private static boolean isOfThatDay(Turn.Result result) {
        String day = result.line("What").substring(what(result).length()).replaceFirst("^,? as of ", "");
        return day.isEmpty()
                || result.rows().isEmpty()
                || result.rows().stream().anyMatch(row -> row.period().equals(day));
    }

    /** What the result is of, without the day. */
    static String what(Turn.Result result) {
        return AS_OF.matcher(result.line("What")).replaceFirst("");
    }

    /** Empty for what is not from the books. */
    static String footer(Turn.Result result) {
        if (result.call().toolName().equals("how_to")) {
            return "";
        }
        String organisation = result.line("Organisation");
        return organisation.isEmpty() || TaxWords.isLaw(result) ? "" : "\n\nFrom the books of " + organisation + ".";
    }
}
