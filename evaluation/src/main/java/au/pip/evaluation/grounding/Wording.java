package au.pip.evaluation.grounding;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Sentences and their parts, chosen by a seed: the same for a right answer and the wrong one that is made of it. */
final class Wording {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final LocalDate today;
    private final Random random;

    Wording(LocalDate today, Random random) {
        this.today = today;
        this.random = random;
    }

    /** A sentence with {@code %f} for the figure, without its full stop. */
    String sentence(Said said) {
        String when = when(said);
        String basis = said.basis() == null
                ? ""
                : pick(List.of(" on a %s basis", " (%s)", ", on the %s basis"))
                        .formatted(said.basis().word());
        String whom = said.whom();
        String text = pick(whom == null ? general(said) : named(said.kind()));
        return filled(text, said, when + basis);
    }

    /** What a person asks whom that figure answers. */
    String question(Said said) {
        List<String> questions = ToolWords.questions(said.kind());
        String text = questions.isEmpty() ? "What is the " + noun(said.kind()) + "%p?" : pick(questions);
        return filled(text, said, when(said));
    }

    private String filled(String sentence, Said said, String when) {
        String text = sentence;
        String whom = said.whom();
        if (whom == null) {
            text = text.replace("does %w owe", "do my customers owe")
                    .replace("%w owes", "my customers owe")
                    .replace("from %w", "from customers")
                    .replace("I owe %w", "I owe suppliers")
                    .replace("pay %w", "pay suppliers")
                    .replace("%w", "all my bank accounts");
        } else {
            int space = whom.indexOf(' ');
            boolean document = said.kind().of == Kind.Of.DOCUMENT;
            text = text.replace(
                            "%w", said.kind().of == Kind.Of.CUSTOMER && random.nextInt(3) == 0 ? called(whom) : whom)
                    .replace("%n", document ? whom.substring(0, space) : whom)
                    .replace("%c", document ? whom.substring(space + 1) : whom);
        }
        return text.replace("%p", when);
    }

    /** By its first words, where no other name has them. */
    private static String called(String name) {
        return switch (name) {
            case "Bright & Sons" -> "Bright";
            case "Marine Systems Pty Ltd" -> "Marine Systems";
            case "Young Brothers Transport" -> "Young Brothers";
            case "O'Brien Plumbing" -> "O'Brien";
            case "Port & Philip Freight" -> "Port & Philip";
            case "Kerr Pty. Ltd" -> "Kerr";
            default -> name;
        };
    }

    /** Such as " in October 2026" or " as of 23 Nov 2026"; empty when the answer names none. */
    String when(Said said) {
        Period when = said.when();
        if (when == null) {
            return "";
        }
        if (!said.kind().spans()) {
            if (said.kind().of == Kind.Of.DOCUMENT) {
                return "";
            }
            String lead = pick(List.of(" as of ", " as at ", " on "));
            Form form = pick(List.of(Form.USUAL, Form.PLAIN, Form.CODE_FIRST, Form.CODE_LAST, Form.LETTERED));
            return lead + Spelling.day(when.to(), form);
        }
        return " " + pick(List.of("in", "for", "over")) + " " + span(when);
    }

    /** The words of a span of days. */
    String span(Period when) {
        YearMonth month = YearMonth.from(when.from());
        if (when.equals(Period.month(month))) {
            boolean recent = month.isAfter(YearMonth.from(today).minusMonths(11));
            return pick(recent ? List.of("FULL YYYY", "MON YYYY", "FULL") : List.of("FULL YYYY", "MON YYYY"))
                    .replace("FULL", month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .replace("MON", month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                    .replace("YYYY", Integer.toString(month.getYear()));
        }
        String last = when.to().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        if (when.equals(Period.quarterOf(when.from()))) {
            return pick(List.of("the %s quarter of %d", "the %s %d quarter", "the %s quarter %d"))
                    .formatted(last, when.to().getYear());
        }
        if (when.days() > 360) {
            int year = when.to().getYear();
            return pick(List.of(
                            "the %d-%02d financial year",
                            "the financial year %d–%02d", "FY%3$d", "the year to 30 June %3$d"))
                    .formatted(year - 1, year % 100, year);
        }
        return pick(List.of("%s – %s", "%s to %s", "the period from %s to %s"))
                .formatted(
                        when.from().getYear() == when.to().getYear()
                                ? SHORT.format(when.from())
                                : Spelling.day(when.from(), Form.PLAIN),
                        Spelling.day(when.to(), Form.PLAIN));
    }

    /** The same within a sentence; a form's label keeps its letters. */
    String lowerNoun(Kind kind) {
        String noun = noun(kind);
        return noun.matches("[GW\\d].*") ? noun : noun.toLowerCase(Locale.ROOT);
    }

    /** What a column or a line is called. */
    String noun(Kind kind) {
        return pick(
                switch (kind) {
                    case OWED_IN -> List.of("Owed to you", "Amount owed to you", "Receivable", "Outstanding");
                    case LATE_IN -> List.of("Overdue", "Past due", "Overdue amount");
                    case OWED_OUT -> List.of("Owed by you", "Payable", "You owe");
                    case PROFIT -> List.of("Net profit", "Profit");
                    case INCOME -> List.of("Income", "Revenue", "Total income");
                    case EXPENSES -> List.of("Expenses", "Operating expenses", "Total expenses");
                    case GST_SALES -> List.of("GST on sales", "GST collected");
                    case GST_PURCHASES -> List.of("GST on purchases", "GST paid on purchases", "GST credits");
                    case GST_NET -> List.of("GST to pay", "Net GST");
                    case BANK -> List.of("Bank balance", "Cash at bank");
                    case NET_ASSETS -> List.of("Net assets");
                    case WITH_GST -> List.of("Total inc. GST", "Total including GST");
                    case WITHOUT_GST -> List.of("Total ex GST", "Total before GST", "Total excl. GST");
                    case STILL_DUE -> List.of("Still due", "Left to pay");
                    case DUE_DAY -> List.of("Due date", "Due on");
                    case CUSTOMERS -> List.of("Customers who owe you", "Number of customers");
                    case INVOICES -> List.of("Open sales invoices", "Open invoices");
                    case BILLS -> List.of("Open bills", "Unpaid bills");
                    case MARGIN -> List.of("Gross profit margin", "Gross margin");
                    case GROWTH -> List.of("Change in net profit", "Growth in net profit");
                    default -> ToolWords.nouns(kind);
                });
    }

    private static List<String> named(Kind kind) {
        return switch (kind) {
            case OWED_IN ->
                List.of(
                        "%w owes you %f%p",
                        "You're owed %f by %w%p",
                        "%w still has %f to pay you%p",
                        "There's %f outstanding from %w%p",
                        "The amount owed to you by %w is %f%p");
            case LATE_IN ->
                List.of(
                        "%w is overdue by %f%p",
                        "%w's overdue balance is %f%p",
                        "%w has %f past due%p",
                        "Of what %w owes, %f is overdue%p",
                        "Overdue from %w: %f%p");
            case OWED_OUT ->
                List.of("You owe %w %f%p", "%f is payable to %w%p", "Your unpaid bills from %w come to %f%p");
            case BANK -> List.of("%w holds %f%p", "There's %f in your %w%p", "The balance of %w was %f%p");
            case WITH_GST ->
                List.of(
                        "Invoice %n to %c comes to %f including GST",
                        "%n totals %f inc. GST", "With GST, %c's invoice %n is %f", "%n (%c) is for %f, GST included");
            case WITHOUT_GST ->
                List.of(
                        "Invoice %n to %c comes to %f before GST",
                        "%n totals %f ex GST",
                        "Without GST, %c's invoice %n is %f",
                        "%n (%c) is for %f, excluding GST");
            case STILL_DUE ->
                List.of(
                        "%f is still due on invoice %n",
                        "%n has %f left to pay", "%c still has to pay %f of invoice %n");
            case DUE_DAY -> List.of("Invoice %n is due on %f", "%n to %c falls due on %f", "The due date of %n is %f");
            default -> ToolWords.sentences(kind);
        };
    }

    private static List<String> general(Said said) {
        boolean loss = said.form() == Form.LOSS;
        return switch (said.kind()) {
            case OWED_IN ->
                List.of(
                        "You're owed %f in total%p",
                        "Customers owe you %f%p", "Your receivables come to %f%p", "Altogether, %f is owed to you%p");
            case LATE_IN ->
                List.of(
                        "In total, %f is overdue%p",
                        "Overdue invoices come to %f%p",
                        "The overdue part is %f%p",
                        "%f of what customers owe you is late%p");
            case OWED_OUT ->
                List.of(
                        "You owe suppliers %f%p",
                        "Your unpaid bills total %f%p", "All up, you owe your suppliers %f%p");
            case PROFIT ->
                !loss
                        ? List.of(
                                "Your net profit%p was %f",
                                "You made a profit of %f%p",
                                "Net profit came in at %f%p",
                                "The business's bottom line was %f%p")
                        : said.number().signum() < 0
                                ? List.of("You made a loss of %f%p", "You lost %f%p", "Your net loss%p was %f")
                                : List.of(
                                        "You made a profit of %f%p",
                                        "You earned a profit of %f%p", "Your net gain%p was %f");
            case INCOME ->
                List.of(
                        "Income%p was %f",
                        "Your revenue%p came to %f", "You turned over %f%p", "Sales brought in %f%p");
            case EXPENSES -> List.of("Expenses%p were %f", "You spent %f%p", "Your running costs%p added up to %f");
            case GST_SALES ->
                List.of(
                        "GST on sales%p was %f",
                        "You collected %f of GST on your sales%p", "The GST you charged%p was %f");
            case GST_PURCHASES ->
                List.of(
                        "GST on purchases%p was %f",
                        "You paid %f of GST on purchases%p", "Your GST credits%p come to %f");
            case GST_NET -> List.of("You owe the ATO %f of GST%p", "GST to pay%p is %f", "Your net GST%p is %f");
            case BANK ->
                List.of(
                        "Your bank accounts hold %f in total%p",
                        "You have %f in the bank%p", "The balance of all your bank accounts was %f%p");
            case NET_ASSETS -> List.of("Your net assets were %f%p", "Net assets stood at %f%p");
            case CUSTOMERS ->
                List.of(
                        "%f customers owe you money%p",
                        "Money is owed by %f customers%p", "There are %f customers who owe you%p");
            case INVOICES ->
                List.of(
                        "%f sales invoices are open%p",
                        "There are %f open sales invoices%p", "You have %f unpaid sales invoices%p");
            case BILLS -> List.of("%f bills are open%p", "There are %f unpaid bills%p", "You've %f bills to pay%p");
            case MARGIN -> List.of("Your gross profit margin%p was %f", "You kept a gross margin of %f%p");
            case GROWTH ->
                List.of("Net profit grew by %f%p", "Net profit was up %f%p", "The change in net profit%p is %f");
            default -> ToolWords.sentences(said.kind());
        };
    }

    String basis(@Nullable Basis basis) {
        return Objects.requireNonNull(basis).word();
    }

    <T> T pick(List<T> choices) {
        return choices.get(Math.floorMod(random.nextInt(1 << 20), choices.size()));
    }
}
