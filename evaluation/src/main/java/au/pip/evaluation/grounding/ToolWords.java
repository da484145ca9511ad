package au.pip.evaluation.grounding;

import java.util.List;

/** How an answer speaks of what the tools over cash, tax, payers, costs and plans give, and what a person asks. */
final class ToolWords {
    private ToolWords() {}

    /** What a column or a line is called. */
    static List<String> nouns(Kind kind) {
        return switch (kind) {
            case SAFE -> List.of("Safe to spend");
            case SPOKEN -> List.of("Spoken for", "Already spoken for");
            case LEFT -> List.of("Left after what is spoken for");
            case BUFFER -> List.of("Buffer, a month's usual costs", "Buffer (a month's usual costs)");
            case CASH_THEN -> List.of("Expected in the bank");
            case CASH_IN -> List.of("Expected from customers");
            case CASH_OUT -> List.of("Expected to go out");
            case LABEL_G1 -> List.of("G1 total sales with GST", "G1", "G1 (total sales with GST)");
            case LABEL_1A -> List.of("1A GST on sales", "1A", "1A (GST on sales)");
            case LABEL_1B -> List.of("1B GST on purchases", "1B", "1B (GST on purchases)");
            case LABEL_W1 -> List.of("W1 wages", "W1", "W1 (wages)");
            case LABEL_W2 -> List.of("W2 withheld from wages", "W2", "W2 (withheld from wages)");
            case SUPER_UNPAID -> List.of("Super not paid yet");
            case SUPER_ON_WAGES -> List.of("Super guarantee on the wages");
            case SET_ASIDE -> List.of("To put away for tax");
            case TAX_SO_FAR -> List.of("Income tax so far");
            case INSTALMENTS -> List.of("Instalments of income tax paid");
            case WITHHELD -> List.of("Tax withheld from wages, not paid yet");
            case DAYS_LATE -> List.of("Average days late");
            case PAID_INVOICES -> List.of("Invoices paid");
            case OLDEST -> List.of("Days overdue, the oldest");
            case INVOICED -> List.of("Invoiced without GST");
            case INVOICED_SHARE -> List.of("Share of invoiced without GST");
            case SPENT -> List.of("Costs without GST");
            case SPENT_SHARE -> List.of("Share of costs without GST");
            case DOUBLES -> List.of("Bills that may be entered twice");
            case FAR_ABOVE -> List.of("Bills far above the usual");
            case BUDGETED -> List.of("Budgeted income");
            case ABOVE_BUDGET -> List.of("Income above budget");
            case ABOVE_PLAN -> List.of("Income above your plan");
            case MORE_PROFIT -> List.of("More net profit than the year before");
            case SUPER_RATE -> List.of("Super guarantee rate");
            case COMPANY_RATE -> List.of("Company tax rate of base rate entities");
            case FULL_RATE -> List.of("Full company tax rate");
            case WRITE_OFF -> List.of("Instant asset write-off limit");
            case GST_TURNOVER -> List.of("GST registration turnover");
            case BAS_DUE -> List.of("Activity statement due, lodged yourself");
            case BAS_AGENT -> List.of("Activity statement due, possible through an agent");
            default -> throw new IllegalArgumentException("no tool's own: " + kind);
        };
    }

    static List<String> sentences(Kind kind) {
        return switch (kind) {
            case SAFE ->
                List.of(
                        "%f is safe to spend%p",
                        "You have %f that is safe to spend%p", "What's safe to spend%p is %f", "Safe to spend%p: %f");
            case SPOKEN ->
                List.of(
                        "%f is spoken for%p",
                        "%f is already spoken for%p", "Spoken for%p: %f", "What's spoken for%p is %f");
            case LEFT ->
                List.of(
                        "%f is left after what is spoken for%p",
                        "Left after what is spoken for%p: %f", "After what is spoken for, %f is left%p");
            case BUFFER ->
                List.of(
                        "The buffer, a month's usual costs, is %f%p",
                        "The buffer%p is %f", "%f is kept as a buffer, a month's usual costs%p");
            case CASH_THEN ->
                List.of(
                        "%f is expected in the bank%p",
                        "Expected in the bank%p: %f", "You can expect %f in the bank%p");
            case CASH_IN ->
                List.of(
                        "%f is expected from customers%p",
                        "Expected from customers%p: %f", "%f is expected to come in from customers%p");
            case CASH_OUT -> List.of("%f is expected to go out%p", "Expected to go out%p: %f");
            case LABEL_G1 ->
                List.of(
                        "G1 (total sales with GST)%p is %f",
                        "Label G1%p is %f", "G1%p: %f", "Your total sales with GST (G1)%p are %f");
            case LABEL_1A ->
                List.of("1A (GST on sales)%p is %f", "Label 1A%p is %f", "1A%p: %f", "Your GST on sales (1A)%p is %f");
            case LABEL_1B ->
                List.of(
                        "1B (GST on purchases)%p is %f",
                        "Label 1B%p is %f", "1B%p: %f", "Your GST on purchases (1B)%p is %f");
            case LABEL_W1 ->
                List.of("W1 (wages)%p is %f", "Label W1%p is %f", "Put %f at W1%p", "Wages (W1)%p come to %f");
            case LABEL_W2 ->
                List.of(
                        "W2 (withheld from wages)%p is %f",
                        "Label W2%p is %f", "Put %f at W2%p", "%f was withheld from wages%p (W2)");
            case SUPER_UNPAID ->
                List.of(
                        "%f of super is not paid yet%p",
                        "Super not paid yet%p: %f", "You have %f of super not paid yet%p");
            case SUPER_ON_WAGES ->
                List.of("Super guarantee on the wages%p is %f", "The super guarantee on the wages%p comes to %f");
            case SET_ASIDE ->
                List.of("Put away %f for tax%p", "You should have %f put away for tax%p", "To put away for tax%p: %f");
            case TAX_SO_FAR -> List.of("Income tax so far%p is %f", "Your income tax so far%p comes to %f");
            case INSTALMENTS ->
                List.of("Instalments of income tax paid%p: %f", "You've paid %f in instalments of income tax%p");
            case WITHHELD ->
                List.of(
                        "Tax withheld from wages, not paid yet%p: %f",
                        "%f of tax withheld from wages is not paid yet%p");
            case DAYS_LATE ->
                List.of(
                        "%w pays %f days late on average%p",
                        "On average, %w is %f days late%p", "%w's average days late%p: %f");
            case PAID_INVOICES -> List.of("%w has %f invoices paid%p", "%f invoices were paid by %w%p");
            case OLDEST -> List.of("%w's oldest invoice is %f days overdue%p", "The oldest of %w is %f days overdue%p");
            case INVOICED -> List.of("%w was invoiced %f without GST%p", "You invoiced %w %f without GST%p");
            case INVOICED_SHARE ->
                List.of(
                        "%w's share of what was invoiced without GST%p is %f",
                        "%w makes up %f of what you invoiced without GST%p");
            case SPENT -> List.of("Costs without GST at %w%p: %f", "%w cost you %f without GST%p");
            case SPENT_SHARE ->
                List.of("%w's share of costs without GST%p is %f", "%w makes up %f of your costs without GST%p");
            case DOUBLES ->
                List.of("%f bills may be entered twice%p", "There are %f bills that may be entered twice%p");
            case FAR_ABOVE -> List.of("%f bills are far above the usual%p", "There are %f bills far above the usual%p");
            case BUDGETED ->
                List.of("You budgeted %f of income%p", "Budgeted income%p is %f", "Income was budgeted at %f%p");
            case ABOVE_BUDGET -> List.of("Income%p is %f above budget", "Your income was %f above budget%p");
            case ABOVE_PLAN -> List.of("Income%p is %f above your plan", "Your income was %f above your plan%p");
            case MORE_PROFIT ->
                List.of(
                        "You made %f more net profit than the year before%p",
                        "That is %f more net profit than the year before%p");
            case SUPER_RATE -> List.of("The super guarantee rate%p is %f", "Super guarantee rate%p: %f");
            case COMPANY_RATE ->
                List.of(
                        "The company tax rate of base rate entities%p is %f",
                        "Base rate entities have a company tax rate of %f%p");
            case FULL_RATE -> List.of("The full company tax rate%p is %f", "Full company tax rate%p: %f");
            case WRITE_OFF ->
                List.of("The instant asset write-off limit%p is %f", "Instant asset write-off limit%p: %f");
            case GST_TURNOVER -> List.of("The GST registration turnover%p is %f", "GST registration turnover%p: %f");
            case BAS_DUE ->
                List.of(
                        "Your activity statement%p is due by %f if you lodge it yourself",
                        "If you lodge it yourself, your activity statement%p is due on %f",
                        "Activity statement due, lodged yourself%p: %f");
            case BAS_AGENT ->
                List.of(
                        "Through an agent your activity statement%p may be due by %f",
                        "Activity statement due, possible through an agent%p: %f");
            default -> throw new IllegalArgumentException("no tool's own: " + kind);
        };
    }

    /** With {@code %w} for whose, {@code %p} for the days; empty where none is made. */
    static List<String> questions(Kind kind) {
        return switch (kind) {
            case OWED_IN -> List.of("How much does %w owe me%p?", "What's outstanding from %w%p?");
            case LATE_IN -> List.of("How much of what %w owes me is overdue%p?", "What is overdue from %w%p?");
            case OWED_OUT -> List.of("How much do I owe %w%p?", "What do I still have to pay %w%p?");
            case PROFIT -> List.of("What was my net profit%p?", "How much profit did I make%p?");
            case INCOME -> List.of("What was my income%p?", "How much revenue did I have%p?");
            case EXPENSES -> List.of("What were my expenses%p?", "How much did I spend%p?");
            case GST_NET -> List.of("How much GST do I have to pay%p?", "What's my net GST%p?");
            case GST_SALES -> List.of("How much GST is on my sales%p?");
            case GST_PURCHASES -> List.of("How much GST is on my purchases%p?");
            case BANK -> List.of("What's the balance of %w%p?", "How much is in %w%p?");
            case SAFE -> List.of("How much is safe to spend%p?", "What is safe to spend?");
            case SPOKEN -> List.of("How much is spoken for%p?");
            case LEFT -> List.of("How much is left after what is spoken for%p?");
            case CASH_THEN -> List.of("How much is expected in the bank%p?");
            case CASH_IN -> List.of("How much is expected from customers%p?");
            case CASH_OUT -> List.of("How much is expected to go out%p?");
            case LABEL_1A -> List.of("What goes at 1A%p?", "What is my GST on sales (1A)%p?");
            case LABEL_1B -> List.of("What goes at 1B%p?", "What is my GST on purchases (1B)%p?");
            case LABEL_W1 -> List.of("What goes at W1%p?", "What is W1 (wages)%p?");
            case LABEL_W2 -> List.of("What goes at W2%p?");
            case LABEL_G1 -> List.of("What goes at G1%p?");
            case SUPER_UNPAID -> List.of("How much super is not paid yet%p?");
            case SET_ASIDE -> List.of("How much should I put away for tax%p?");
            case DAYS_LATE -> List.of("How many days late is %w on average%p?");
            case INVOICED -> List.of("How much did I invoice %w without GST%p?");
            case SPENT -> List.of("What were my costs without GST at %w%p?");
            case BUDGETED -> List.of("How much income did I budget%p?", "What is my budgeted income%p?");
            case DOUBLES -> List.of("How many bills may be entered twice%p?");
            case SUPER_RATE -> List.of("What is the super guarantee rate%p?");
            case WRITE_OFF -> List.of("What is the instant asset write-off limit%p?");
            case FULL_RATE -> List.of("What is the full company tax rate%p?");
            default -> List.of();
        };
    }
}
