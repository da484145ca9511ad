package au.pip.xero;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Money that settled an invoice, or refunded a credit note, prepayment or overpayment.
 *
 * @param amount in the currency of the document it settles
 * @param bankAmount in the currency of the bank account, which Xero does not name here
 * @param currencyRate units of the document's currency for one of the organisation's on that day
 * @param account where the money moved, mostly a bank account
 */
public record Payment(
        String paymentId,
        Type type,
        Status status,
        @Nullable LocalDate date,
        Money amount,
        @Nullable BigDecimal bankAmount,
        @Nullable BigDecimal currencyRate,
        String reference,
        boolean isReconciled,
        AccountRef account,
        Target target,
        @Nullable Instant updatedAt) {

    /** {@code ACCRECPAYMENT} is a customer's payment, {@code ACCPAYPAYMENT} one to a supplier; the rest are refunds. */
    public enum Type {
        ACCRECPAYMENT,
        ACCPAYPAYMENT,
        ARCREDITPAYMENT,
        APCREDITPAYMENT,
        AROVERPAYMENTPAYMENT,
        APOVERPAYMENTPAYMENT,
        ARPREPAYMENTPAYMENT,
        APPREPAYMENTPAYMENT,
        OTHER
    }

    public enum Status {
        AUTHORISED,
        DELETED,
        OTHER
    }

    /**
     * The document a payment settles.
     *
     * @param kind the field of the wire that names it: {@code Invoice}, {@code CreditNote}, {@code Prepayment} or
     *     {@code Overpayment}; "" when Xero names none
     */
    public record Target(String kind, @Nullable String id, String number, ContactRef contact) {}

    static Payment parse(Fields fields, Supplier<Currency> base) {
        String kind = kind(fields);
        Fields document = fields.child(kind);
        Currency currency = document.currency("CurrencyCode", base);
        return new Payment(
                fields.requiredText("PaymentID"),
                fields.choice("PaymentType", Type.OTHER),
                fields.choice("Status", Status.OTHER),
                fields.date("Date"),
                fields.requiredMoney("Amount", currency),
                fields.decimal("BankAmount"),
                fields.decimal("CurrencyRate"),
                fields.text("Reference", ""),
                fields.flag("IsReconciled"),
                AccountRef.parse(fields.child("Account")),
                new Target(
                        kind,
                        document.text(kind + "ID"),
                        document.text(kind + "Number", ""),
                        ContactRef.parse(document.child("Contact"))),
                fields.instant("UpdatedDateUTC"));
    }

    private static String kind(Fields fields) {
        for (String kind : new String[] {"Invoice", "CreditNote", "Prepayment", "Overpayment"}) {
            if (!fields.child(kind).isEmpty()) {
                return kind;
            }
        }
        return "";
    }
}
