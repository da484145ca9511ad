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
 * Money that moved before there was an invoice for it (a prepayment), or beyond what an invoice came to (an
 * overpayment). Amounts are in its own currency and never negative.
 *
 * @param remaining what is not yet set against an invoice or refunded
 * @param currencyRate units of its currency for one of the organisation's; null where Xero does not tell
 */
public record AdvancePayment(
        String id,
        Kind kind,
        Direction direction,
        Status status,
        ContactRef contact,
        @Nullable LocalDate date,
        String reference,
        LineAmounts lineAmounts,
        List<LineItem> lines,
        Totals totals,
        Money remaining,
        @Nullable BigDecimal currencyRate,
        List<CreditNote.Allocation> allocations,
        List<AppliedPayment> refunds,
        @Nullable Instant updatedAt) {

    public enum Kind {
        OVERPAYMENT("Overpayments", "OverpaymentID"),
        PREPAYMENT("Prepayments", "PrepaymentID");

        private final String endpoint;
        private final String idField;

        Kind(String endpoint, String idField) {
            this.endpoint = endpoint;
            this.idField = idField;
        }

        String endpoint() {
            return endpoint;
        }
    }

    /** {@code RECEIVED} is a customer's money, {@code SPENT} went to a supplier. */
    public enum Direction {
        RECEIVED,
        SPENT,
        OTHER;

        /** Xero's words: {@code RECEIVE-PREPAYMENT}, {@code ARPREPAYMENT}, {@code SPEND-OVERPAYMENT}… */
        private static Direction of(String type) {
            if (type.startsWith("RECEIVE-") || type.startsWith("AR")) {
                return RECEIVED;
            }
            return type.startsWith("SPEND-") || type.startsWith("AP") ? SPENT : OTHER;
        }
    }

    public enum Status {
        AUTHORISED,
        PAID,
        VOIDED,
        OTHER
    }

    public Currency currency() {
        return totals.total().currency();
    }

    static AdvancePayment parse(Kind kind, Fields fields, Supplier<Currency> base) {
        Currency currency = fields.currency("CurrencyCode", base);
        Totals totals = Totals.parse(fields, currency);
        List<CreditNote.Allocation> allocations = CreditNote.allocations(fields, currency);
        List<AppliedPayment> refunds = AppliedPayment.parseAll(fields, currency);
        Money remaining = fields.money("RemainingCredit", currency);
        return new AdvancePayment(
                fields.requiredText(kind.idField),
                kind,
                Direction.of(fields.text("Type", "")),
                fields.choice("Status", Status.OTHER),
                ContactRef.parse(fields.child("Contact")),
                fields.date("Date"),
                fields.text("Reference", ""),
                LineAmounts.parse(fields),
                LineItem.parseAll(fields, currency),
                totals,
                remaining == null ? CreditNote.remaining(totals, allocations, refunds) : remaining,
                fields.decimal("CurrencyRate"),
                allocations,
                refunds,
                fields.instant("UpdatedDateUTC"));
    }
}
