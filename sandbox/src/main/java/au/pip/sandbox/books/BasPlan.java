package au.pip.sandbox.books;

import java.time.LocalDate;
import java.util.List;

/**
 * The quarterly payments to the tax office: GST as the organisation counts it, and what was withheld from wages, in
 * whole dollars. They fall a few days before the statement is due on the 28th.
 */
final class BasPlan {
    private BasPlan() {}

    static void make(Draft draft, Cast cast, List<JournalEntry> accruals, List<JournalEntry> cash) {
        Balances gst = new Balances(draft.spec.company().countsGstOnCash() ? cash : accruals);
        Balances withheld = new Balances(accruals);
        for (LocalDate quarter = quarterStart(draft.spec.start());
                draft.happened(quarter.plusMonths(3));
                quarter = quarter.plusMonths(3)) {
            LocalDate end = quarter.plusMonths(3).minusDays(1);
            LocalDate paid = draft.weekday(
                    end.plusMonths(end.getMonthValue() == 12 ? 2 : 1).withDayOfMonth(24));
            if (draft.happened(paid)) {
                pay(
                        draft,
                        cast.payee(PayeeRole.TAX_OFFICE),
                        paid,
                        "Activity statement for the quarter to " + end,
                        wholeDollars(-gst.between(Chart.GST, quarter, end)),
                        wholeDollars(-withheld.between(Chart.PAYG_WITHHOLDING, quarter, end)));
            }
        }
    }

    /** The first day of the calendar quarter that a date lies in. */
    static LocalDate quarterStart(LocalDate date) {
        return date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % 3L);
    }

    private static void pay(Draft draft, Contact office, LocalDate date, String what, long gst, long withheld) {
        long owed = gst + withheld;
        if (owed == 0) {
            return;
        }
        int sign = owed > 0 ? 1 : -1;
        BankTransactionType type = owed > 0 ? BankTransactionType.SPEND : BankTransactionType.RECEIVE;
        BankDraft payment = new BankDraft(draft, type, Chart.BANK, office, date).reference(what);
        if (gst != 0) {
            payment.line("GST", sign * gst, Chart.GST, TaxType.BASEXCLUDED);
        }
        if (withheld != 0) {
            payment.line("PAYG withholding", sign * withheld, Chart.PAYG_WITHHOLDING, TaxType.BASEXCLUDED);
        }
        payment.book();
    }

    private static long wholeDollars(long cents) {
        return cents / 100 * 100;
    }
}
