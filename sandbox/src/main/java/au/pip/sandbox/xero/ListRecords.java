package au.pip.sandbox.xero;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.ContactGroup;
import au.pip.sandbox.books.Invoice;
import au.pip.sandbox.books.Item;
import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.books.TrackingCategory;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Items, tracking categories, currencies and contact groups as Xero writes them. */
final class ListRecords {
    private final Books books;

    ListRecords(Books books) {
        this.books = books;
    }

    List<Map<String, Object>> items() {
        return books.paperwork().items().stream().map(ListRecords::item).toList();
    }

    List<Map<String, Object>> trackingCategories() {
        return books.paperwork().trackingCategories().stream()
                .map(ListRecords::category)
                .toList();
    }

    /** The organisation's own, and those that documents are in. */
    List<Map<String, Object>> currencies() {
        return Stream.concat(
                        Stream.of(Currency.getInstance(Organisation.BASE_CURRENCY)),
                        books.invoices().stream().map(Invoice::currency))
                .distinct()
                .map(currency -> new Fields()
                        .with("Code", currency.getCurrencyCode())
                        .with("Description", currency.getDisplayName(Locale.ENGLISH))
                        .map())
                .toList();
    }

    List<Map<String, Object>> contactGroups() {
        return books.paperwork().contactGroups().stream().map(this::group).toList();
    }

    private static Map<String, Object> item(Item item) {
        Map<String, Object> price = new Fields()
                .with("UnitPrice", BigDecimal.valueOf(item.unitCents() * 100, 4))
                .with("AccountCode", item.accountCode())
                .with("TaxType", item.taxType().name())
                .map();
        return new Fields()
                .with("ItemID", item.id())
                .with("Code", item.code())
                .with("Name", item.name())
                .with("Description", item.sold() ? item.description() : null)
                .with("PurchaseDescription", item.sold() ? null : item.description())
                .with("PurchaseDetails", item.sold() ? Map.of() : price)
                .with("SalesDetails", item.sold() ? price : Map.of())
                .with("IsTrackedAsInventory", false)
                .with("IsSold", item.sold())
                .with("IsPurchased", !item.sold())
                .with("UpdatedDateUTC", item.updated())
                .map();
    }

    private static Map<String, Object> category(TrackingCategory category) {
        return new Fields()
                .with("Name", category.name())
                .with("Status", "ACTIVE")
                .with("TrackingCategoryID", category.id())
                .with(
                        "Options",
                        category.options().stream()
                                .map(option -> new Fields()
                                        .with("TrackingOptionID", option.id())
                                        .with("Name", option.name())
                                        .with("Status", option.archived() ? "ARCHIVED" : "ACTIVE")
                                        .map())
                                .toList())
                .map();
    }

    private Map<String, Object> group(ContactGroup group) {
        return new Fields()
                .with("ContactGroupID", group.id())
                .with("Name", group.name())
                .with("Status", "ACTIVE")
                .with(
                        "Contacts",
                        group.contactIds().stream()
                                .map(id -> new Fields()
                                        .with("ContactID", id)
                                        .with("Name", books.contact(id).name())
                                        .map())
                                .toList())
                .map();
    }
}
