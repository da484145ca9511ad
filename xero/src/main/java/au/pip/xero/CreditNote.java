package au.pip.xero;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A credit note to a customer or from a supplier. All amounts are in its own currency.
 *
 * @param remaining what is not yet set against an invoice or refunded
 * @param currencyRate units of the document's currency for one of the organisation's; null where Xero does not tell
 */
public record CreditNote(
        String creditNoteId,
        Type type,
        Invoice.Status status,
        String number,
        String reference,
        ContactRef contact,
        @Nullable LocalDate date,
        LineAmounts lineAmounts,
        List<LineItem> lines,
        Totals totals,
        Money remaining,
        @Nullable BigDecimal currencyRate,
        List<Allocation> allocations,
        List<AppliedPayment> refunds,
        @Nullable LocalDate fullyPaidOn,
        @Nullable Instant updatedAt) {

    /** {@code ACCRECCREDIT} lowers what a customer owes, {@code ACCPAYCREDIT} what is owed to a supplier. */
    public enum Type {
        ACCRECCREDIT,
        ACCPAYCREDIT,
        OTHER
    }

    /** Part of a credit note, prepayment or overpayment, set against one invoice. */
    public record Allocation(
            @Nullable String invoiceId,
            String invoiceNumber,
            @Nullable LocalDate date,
            Money amount) {}

    public Currency currency() {
        return totals.total().currency();
    }

    static CreditNote parse(Fields fields, Supplier<Currency> base) {
        Currency currency = fields.currency("CurrencyCode", base);
        Totals totals = Totals.parse(fields, currency);
        List<Allocation> allocations = allocations(fields, currency);
        List<AppliedPayment> refunds = AppliedPayment.parseAll(fields, currency);
        Money remaining = fields.money("RemainingCredit", currency);
        return new CreditNote(
                fields.requiredText("CreditNoteID"),
                fields.choice("Type", Type.OTHER),
                fields.choice("Status", Invoice.Status.OTHER),
                fields.text("CreditNoteNumber", ""),
                fields.text("Reference", ""),
                ContactRef.parse(fields.child("Contact")),
                fields.date("Date"),
                LineAmounts.parse(fields),
                LineItem.parseAll(fields, currency),
                totals,
                remaining == null ? remaining(totals, allocations, refunds) : remaining,
                fields.decimal("CurrencyRate"),
                allocations,
                refunds,
                fields.date("FullyPaidOnDate"),
                fields.instant("UpdatedDateUTC"));
    }

    static List<Allocation> allocations(Fields fields, Currency currency) {
        return fields.list("Allocations", each -> allocation(each, currency));
    }

    private static Allocation allocation(Fields fields, Currency currency) {
        Fields invoice = fields.child("Invoice");
        return new Allocation(
                invoice.text("InvoiceID"),
                invoice.text("InvoiceNumber", ""),
                fields.date("Date"),
                fields.requiredMoney(fields.text("Amount") == null ? "AppliedAmount" : "Amount", currency));
    }

    static Money remaining(Totals totals, List<Allocation> allocations, List<AppliedPayment> refunds) {
        Money remaining = totals.total();
        for (Allocation allocation : allocations) {
            remaining = remaining.minus(allocation.amount());
        }
        for (AppliedPayment refund : refunds) {
            remaining = remaining.minus(refund.amount());
        }
        return remaining;
    }
}
