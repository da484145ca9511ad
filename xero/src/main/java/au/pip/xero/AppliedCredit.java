package au.pip.xero;

import au.pip.ledger.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credit note, prepayment or overpayment set against an invoice, in the invoice's currency.
 *
 * @param amount how much of it was set against this invoice; null where Xero leaves it out
 */
public record AppliedCredit(
        Kind kind,
        String id,
        String number,
        @Nullable LocalDate date,
        @Nullable Money amount) {

    public enum Kind {
        CREDIT_NOTE,
        PREPAYMENT,
        OVERPAYMENT
    }

    static List<AppliedCredit> parseAll(Fields invoice, Currency currency) {
        return Stream.of(
                        parseAll(invoice, "CreditNotes", "CreditNoteID", Kind.CREDIT_NOTE, currency),
                        parseAll(invoice, "Prepayments", "PrepaymentID", Kind.PREPAYMENT, currency),
                        parseAll(invoice, "Overpayments", "OverpaymentID", Kind.OVERPAYMENT, currency))
                .flatMap(List::stream)
                .toList();
    }

    private static List<AppliedCredit> parseAll(Fields invoice, String list, String id, Kind kind, Currency currency) {
        return invoice.list(
                list,
                each -> new AppliedCredit(
                        kind,
                        each.requiredText(id),
                        each.text("CreditNoteNumber", ""),
                        each.date("Date"),
                        each.money("AppliedAmount", currency)));
    }
}
