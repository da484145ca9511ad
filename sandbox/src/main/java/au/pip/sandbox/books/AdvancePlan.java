package au.pip.sandbox.books;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A customer who paid too much, and a deposit on a machine. The overpayment is owed back, so it lowers what the control
 * account says is owed; the deposit waits in Prepayments.
 */
final class AdvancePlan {
    static final long OVERPAID = 5_500;
    static final long DEPOSIT = 110_000;

    private AdvancePlan() {}

    static List<AdvancePayment> make(Draft draft, Cast cast) {
        List<AdvancePayment> made = new ArrayList<>();
        LocalDate overpaid = draft.weekday(draft.today().minusDays(26));
        new BankDraft(
                        draft,
                        BankTransactionType.RECEIVE_OVERPAYMENT,
                        Chart.BANK,
                        cast.customers().get(6).contact(),
                        overpaid)
                .line("Paid twice", OVERPAID, Chart.RECEIVABLE, TaxType.BASEXCLUDED)
                .reference("Paid twice")
                .book();
        made.add(of(draft, AdvancePayment.Kind.OVERPAYMENT));
        LocalDate deposit = draft.weekday(draft.today().minusDays(15));
        new BankDraft(
                        draft,
                        BankTransactionType.SPEND_PREPAYMENT,
                        Chart.BANK,
                        cast.supplier(SupplierRole.EQUIPMENT),
                        deposit)
                .line("Deposit on a machine", DEPOSIT, Chart.PREPAYMENTS, TaxType.BASEXCLUDED)
                .reference("Deposit")
                .book();
        made.add(of(draft, AdvancePayment.Kind.PREPAYMENT));
        return made;
    }

    private static AdvancePayment of(Draft draft, AdvancePayment.Kind kind) {
        return new AdvancePayment(draft.ids.next("advance"), kind, draft.bankTransactions.getLast());
    }
}
