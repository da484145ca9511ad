package au.pip.sandbox.xero;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Item;
import au.pip.sandbox.books.Line;
import au.pip.sandbox.books.LineAmountTypes;
import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.books.PurchaseOrder;
import au.pip.sandbox.books.Quote;
import au.pip.sandbox.books.TrackingCategory;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quotes and purchase orders as Xero writes them. */
final class PaperRecords {
    private final Books books;

    PaperRecords(Books books) {
        this.books = books;
    }

    List<Map<String, Object>> quotes() {
        return books.paperwork().quotes().stream().map(this::quote).toList();
    }

    List<Map<String, Object>> purchaseOrders() {
        return books.paperwork().purchaseOrders().stream().map(this::order).toList();
    }

    /** Its line amount types are in capitals, unlike those of every other document. */
    private Map<String, Object> quote(Quote quote) {
        return new Fields()
                .with("QuoteID", quote.id())
                .with("QuoteNumber", quote.number())
                .with("Reference", "")
                .with("Terms", "")
                .with("Contact", contact(quote.contactId()))
                .with("LineItems", quoteLines(quote))
                .date("Date", quote.date())
                .date("ExpiryDate", quote.expiresOn())
                .with("Status", quote.status().name())
                .with("CurrencyRate", DocumentRecords.rate(BigDecimal.ONE))
                .with("CurrencyCode", Organisation.BASE_CURRENCY)
                .money("SubTotal", quote.subTotal())
                .money("TotalTax", quote.tax())
                .money("Total", quote.total())
                .money("TotalDiscount", 0)
                .with("Title", quote.title())
                .with("Summary", "")
                .with("UpdatedDateUTC", quote.updated())
                .with("LineAmountTypes", "EXCLUSIVE")
                .map();
    }

    private Map<String, Object> order(PurchaseOrder order) {
        return new Fields()
                .with("PurchaseOrderID", order.id())
                .with("PurchaseOrderNumber", order.number())
                .date("Date", order.date())
                .date("DeliveryDate", order.deliveryOn())
                .with("AttentionTo", "")
                .with("CurrencyRate", DocumentRecords.rate(BigDecimal.ONE))
                .with("CurrencyCode", Organisation.BASE_CURRENCY)
                .with("Contact", contact(order.contactId()))
                .with("SentToContact", order.status() == PurchaseOrder.Status.AUTHORISED)
                .with("Reference", "")
                .with("Status", order.status().name())
                .with("LineAmountTypes", LineAmountTypes.EXCLUSIVE.word())
                .with("LineItems", DocumentRecords.lines(order.lines(), LineAmountTypes.EXCLUSIVE))
                .money("SubTotal", order.subTotal())
                .money("TotalTax", order.tax())
                .money("Total", order.total())
                .with("UpdatedDateUTC", order.updated())
                .with(
                        "HasAttachments",
                        !books.paperwork().attachmentsOf(order.id()).isEmpty())
                .map();
    }

    /** A quote's lines name the item that they are of, and what they are tracked as. */
    private List<Map<String, Object>> quoteLines(Quote quote) {
        List<Map<String, Object>> lines = DocumentRecords.lines(quote.lines(), LineAmountTypes.EXCLUSIVE);
        List<Map<String, Object>> tracking = tracking(quote.trackingOptionId());
        return quote.lines().stream()
                .map(line -> {
                    Map<String, Object> written =
                            new LinkedHashMap<>(lines.get(quote.lines().indexOf(line)));
                    written.put("Tracking", tracking);
                    String code = itemCode(line);
                    if (code != null) {
                        written.put("ItemCode", code);
                    }
                    return written;
                })
                .toList();
    }

    private @Nullable String itemCode(Line line) {
        return books.paperwork().items().stream()
                .filter(item -> item.description().equals(line.description()))
                .map(Item::code)
                .findFirst()
                .orElse(null);
    }

    private List<Map<String, Object>> tracking(@Nullable UUID optionId) {
        for (TrackingCategory category : books.paperwork().trackingCategories()) {
            for (TrackingCategory.Option option : category.options()) {
                if (option.id().equals(optionId)) {
                    return List.of(new Fields()
                            .with("TrackingCategoryID", category.id())
                            .with("TrackingOptionID", option.id())
                            .with("Name", category.name())
                            .with("Option", option.name())
                            .map());
                }
            }
        }
        return List.of();
    }

    private Map<String, Object> contact(UUID id) {
        return ContactRecords.reference(books.contact(id));
    }
}
