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
 * A sales invoice or a bill. All amounts are in its own currency: {@code due} in the organisation's currency is
 * {@code due.convert(currencyRate, …)}.
 *
 * @param number "" where there is none, as on many bills
 * @param due what is left to pay: total less paid and credited
 * @param currencyRate units of the document's currency for one of the organisation's; null where Xero does not tell
 * @param lines empty unless asked for by id or by page, which {@link XeroApi} always does
 */
public record Invoice(
        String invoiceId,
        Type type,
        Status status,
        String number,
        String reference,
        ContactRef contact,
        @Nullable LocalDate date,
        @Nullable LocalDate dueDate,
        LineAmounts lineAmounts,
        List<LineItem> lines,
        Totals totals,
        Money due,
        Money paid,
        Money credited,
        @Nullable BigDecimal currencyRate,
        List<AppliedPayment> payments,
        List<AppliedCredit> credits,
        @Nullable LocalDate fullyPaidOn,
        @Nullable Instant updatedAt) {

    /** {@code ACCREC} is a sale, {@code ACCPAY} a bill; the others stand for money paid ahead or too much. */
    public enum Type {
        ACCREC,
        ACCPAY,
        ACCRECCREDIT,
        ACCPAYCREDIT,
        AROVERPAYMENT,
        APOVERPAYMENT,
        ARPREPAYMENT,
        APPREPAYMENT,
        OTHER
    }

    /** Only {@code AUTHORISED} is owed; {@code PAID} was. */
    public enum Status {
        DRAFT,
        SUBMITTED,
        AUTHORISED,
        PAID,
        VOIDED,
        DELETED,
        OTHER
    }

    public boolean isSale() {
        return type == Type.ACCREC;
    }

    public boolean isBill() {
        return type == Type.ACCPAY;
    }

    public Currency currency() {
        return totals.total().currency();
    }

    /** Approved, and something is left to pay. */
    public boolean isOpen() {
        return status == Status.AUTHORISED && due.minor() > 0;
    }

    /** Open, and due before the day. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueDate != null && dueDate.isBefore(today);
    }

    static Invoice parse(Fields fields, Supplier<Currency> base) {
        Currency currency = fields.currency("CurrencyCode", base);
        Totals totals = Totals.parse(fields, currency);
        Money paid = fields.moneyOrZero("AmountPaid", currency);
        Money credited = fields.moneyOrZero("AmountCredited", currency);
        Money due = fields.money("AmountDue", currency);
        return new Invoice(
                fields.requiredText("InvoiceID"),
                fields.choice("Type", Type.OTHER),
                fields.choice("Status", Status.OTHER),
                fields.text("InvoiceNumber", ""),
                fields.text("Reference", ""),
                ContactRef.parse(fields.child("Contact")),
                fields.date("Date"),
                fields.date("DueDate"),
                LineAmounts.parse(fields),
                LineItem.parseAll(fields, currency),
                totals,
                due == null ? totals.total().minus(paid).minus(credited) : due,
                paid,
                credited,
                fields.decimal("CurrencyRate"),
                AppliedPayment.parseAll(fields, currency),
                AppliedCredit.parseAll(fields, currency),
                fields.date("FullyPaidOnDate"),
                fields.instant("UpdatedDateUTC"));
    }
}
