package au.pip.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Money spent or received without an invoice. Payments of invoices are {@link Payment}s and not among these. Amounts are
 * in the transaction's own currency and never negative: the type tells the direction.
 *
 * @param isReconciled whether it was matched to a statement line. The lines of a bank statement themselves are not to
 *     be had from Xero
 * @param currencyRate units of its currency for one of the organisation's; null where Xero does not tell
 */
public record BankTransaction(
        String bankTransactionId,
        Type type,
        Status status,
        ContactRef contact,
        AccountRef bankAccount,
        @Nullable LocalDate date,
        String reference,
        boolean isReconciled,
        LineAmounts lineAmounts,
        List<LineItem> lines,
        Totals totals,
        @Nullable BigDecimal currencyRate,
        @Nullable Instant updatedAt) {

    public enum Type {
        SPEND,
        RECEIVE,
        SPEND_OVERPAYMENT,
        RECEIVE_OVERPAYMENT,
        SPEND_PREPAYMENT,
        RECEIVE_PREPAYMENT,
        SPEND_TRANSFER,
        RECEIVE_TRANSFER,
        OTHER;

        /** As Xero writes it: {@code SPEND-TRANSFER}. */
        String wire() {
            return name().replace('_', '-');
        }
    }

    public enum Status {
        AUTHORISED,
        DELETED,
        VOIDED,
        OTHER
    }

    public Currency currency() {
        return totals.total().currency();
    }

    static BankTransaction parse(Fields fields, Supplier<Currency> base) {
        Currency currency = fields.currency("CurrencyCode", base);
        return new BankTransaction(
                fields.requiredText("BankTransactionID"),
                fields.choice("Type", Type.OTHER),
                fields.choice("Status", Status.OTHER),
                ContactRef.parse(fields.child("Contact")),
                AccountRef.parse(fields.child("BankAccount")),
                fields.date("Date"),
                fields.text("Reference", ""),
                fields.flag("IsReconciled"),
                LineAmounts.parse(fields),
                LineItem.parseAll(fields, currency),
                Totals.parse(fields, currency),
                fields.decimal("CurrencyRate"),
                fields.instant("UpdatedDateUTC"));
    }
}
