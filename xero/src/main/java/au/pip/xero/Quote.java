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
 * An offer to a customer; nothing in the ledger comes of it until it is invoiced. Amounts are in its own currency.
 *
 * @param discount what the lines' discounts come to; null where Xero does not tell
 * @param currencyRate units of the quote's currency for one of the organisation's; null where Xero does not tell
 */
public record Quote(
        String quoteId,
        Status status,
        String number,
        String reference,
        String title,
        ContactRef contact,
        @Nullable LocalDate date,
        @Nullable LocalDate expiresOn,
        LineAmounts lineAmounts,
        List<LineItem> lines,
        Totals totals,
        @Nullable Money discount,
        @Nullable BigDecimal currencyRate,
        @Nullable Instant updatedAt) {

    public enum Status {
        DRAFT,
        SENT,
        DECLINED,
        ACCEPTED,
        INVOICED,
        DELETED,
        OTHER
    }

    public Currency currency() {
        return totals.total().currency();
    }

    /** Sent, not answered, and past its last day. */
    public boolean isExpired(LocalDate today) {
        return status == Status.SENT && expiresOn != null && expiresOn.isBefore(today);
    }

    static Quote parse(Fields fields, Supplier<Currency> base) {
        Currency currency = fields.currency("CurrencyCode", base);
        return new Quote(
                fields.requiredText("QuoteID"),
                fields.choice("Status", Status.OTHER),
                fields.text("QuoteNumber", ""),
                fields.text("Reference", ""),
                fields.text("Title", ""),
                ContactRef.parse(fields.child("Contact")),
                fields.date("Date"),
                fields.date("ExpiryDate"),
                LineAmounts.parse(fields),
                LineItem.parseAll(fields, currency),
                Totals.parse(fields, currency),
                fields.money("TotalDiscount", currency),
                fields.decimal("CurrencyRate"),
                fields.instant("UpdatedDateUTC"));
    }
}
