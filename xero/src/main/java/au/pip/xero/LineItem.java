package au.pip.xero;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document, in the document's currency. A line of text alone has no amounts.
 *
 * @param quantity as written, any number of decimal places
 * @param unitAmount to at most four decimal places
 * @param amount the line's amount, with its tax when the document's {@link LineAmounts} are inclusive
 * @param tax rounded to the minor unit by line, as Xero does
 * @param taxType as {@link TaxRate#taxType}
 */
public record LineItem(
        @Nullable String lineItemId,
        String description,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal unitAmount,
        @Nullable BigDecimal discountRate,
        @Nullable Money amount,
        @Nullable Money tax,
        String taxType,
        @Nullable String accountCode,
        @Nullable String accountId,
        @Nullable String itemCode,
        List<LineTracking> tracking) {

    static List<LineItem> parseAll(Fields document, Currency currency) {
        return document.list("LineItems", line -> parse(line, currency));
    }

    private static LineItem parse(Fields line, Currency currency) {
        return new LineItem(
                line.text("LineItemID"),
                line.text("Description", ""),
                line.decimal("Quantity"),
                line.decimal("UnitAmount"),
                line.decimal("DiscountRate"),
                line.money("LineAmount", currency),
                line.money("TaxAmount", currency),
                line.text("TaxType", ""),
                line.text("AccountCode"),
                line.text("AccountID"),
                line.text("ItemCode"),
                LineTracking.parseAll(line));
    }
}
