package au.pip.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An order to a supplier; nothing in the ledger comes of it until it is billed. Amounts are in its own currency.
 *
 * @param deliveryOn the day by which delivery was asked for
 * @param expectedOn the day on which the goods are expected
 * @param currencyRate units of the order's currency for one of the organisation's; null where Xero does not tell
 */
public record PurchaseOrder(
        String purchaseOrderId,
        Status status,
        String number,
        String reference,
        ContactRef contact,
        @Nullable LocalDate date,
        @Nullable LocalDate deliveryOn,
        @Nullable LocalDate expectedOn,
        LineAmounts lineAmounts,
        List<LineItem> lines,
        Totals totals,
        @Nullable BigDecimal currencyRate,
        @Nullable Instant updatedAt) {

    public enum Status {
        DRAFT,
        SUBMITTED,
        AUTHORISED,
        BILLED,
        DELETED,
        OTHER
    }

    public Currency currency() {
        return totals.total().currency();
    }

    /** Approved and not billed yet: money that is promised but not owed. */
    public boolean isOpen() {
        return status == Status.AUTHORISED;
    }

    static PurchaseOrder parse(Fields fields, Supplier<Currency> base) {
        Currency currency = fields.currency("CurrencyCode", base);
        return new PurchaseOrder(
                fields.requiredText("PurchaseOrderID"),
                fields.choice("Status", Status.OTHER),
                fields.text("PurchaseOrderNumber", ""),
                fields.text("Reference", ""),
                ContactRef.parse(fields.child("Contact")),
                fields.date("Date"),
                fields.date("DeliveryDate"),
                fields.date("ExpectedArrivalDate"),
                LineAmounts.parse(fields),
                LineItem.parseAll(fields, currency),
                Totals.parse(fields, currency),
                fields.decimal("CurrencyRate"),
                fields.instant("UpdatedDateUTC"));
    }
}
