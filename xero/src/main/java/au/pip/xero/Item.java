package au.pip.xero;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is bought or sold at a usual price.
 *
 * @param sale how it is sold; null when it is not
 * @param purchase how it is bought; null when it is not
 * @param onHand how many there are, by Xero's count; null when its stock is not counted
 * @param stockValue what those on hand cost on average, in the organisation's currency; null when stock is not counted
 */
public record Item(
        String itemId,
        String code,
        String name,
        String description,
        String purchaseDescription,
        @Nullable Price sale,
        @Nullable Price purchase,
        boolean isStock,
        @Nullable BigDecimal onHand,
        @Nullable BigDecimal stockValue,
        @Nullable Instant updatedAt) {

    /**
     * @param unitPrice to at most four decimal places, in the organisation's currency, with or without tax as the
     *     document says that uses it; null where there is no usual price
     */
    public record Price(
            @Nullable BigDecimal unitPrice, @Nullable String accountCode, String taxType) {}

    static Item parse(Fields fields) {
        return new Item(
                fields.requiredText("ItemID"),
                fields.text("Code", ""),
                fields.text("Name", ""),
                fields.text("Description", ""),
                fields.text("PurchaseDescription", ""),
                price(fields, "IsSold", "SalesDetails", "AccountCode"),
                price(fields, "IsPurchased", "PurchaseDetails", "COGSAccountCode"),
                fields.flag("IsTrackedAsInventory"),
                fields.decimal("QuantityOnHand"),
                fields.decimal("TotalCostPool"),
                fields.instant("UpdatedDateUTC"));
    }

    /** A stock item's purchase names its account of cost of sales in place of a purchase account. */
    private static @Nullable Price price(Fields item, String flag, String details, String otherAccount) {
        Fields fields = item.child(details);
        if (!item.flag(flag, !fields.isEmpty())) {
            return null;
        }
        String account = fields.text("AccountCode");
        return new Price(
                fields.decimal("UnitPrice"),
                account == null ? fields.text(otherAccount) : account,
                fields.text("TaxType", ""));
    }
}
