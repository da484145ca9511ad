package au.pip.sandbox.xero;

import au.pip.sandbox.books.AdvancePayment.Kind;
import au.pip.sandbox.books.Books;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The collections that Xero serves of a set of books. */
final class Resources {
    private static final Set<String> INVOICE_DETAILS =
            Set.of("LineItems", "Payments", "CreditNotes", "Prepayments", "Overpayments");
    private static final Set<String> CONTACT_DETAILS =
            Set.of("Addresses", "Phones", "ContactGroups", "ContactPersons", "Balances");

    private final List<Endpoint> endpoints;
    private final RecordParts parts;

    Resources(Books books) {
        DocumentRecords documents = new DocumentRecords(books);
        BankRecords bank = new BankRecords(books);
        SettingsRecords settings = new SettingsRecords(books);
        PaperRecords paper = new PaperRecords(books);
        MoneyRecords money = new MoneyRecords(books);
        ListRecords lists = new ListRecords(books);
        parts = new RecordParts(books);
        endpoints = List.of(
                plain("Organisations", List.of("OrganisationID"), List.of(settings.organisation())),
                plain("Accounts", List.of("AccountID"), settings.accounts()),
                plain("TaxRates", List.of("TaxType"), settings.taxRates()),
                new Endpoint(
                        "Contacts",
                        List.of("ContactID"),
                        true,
                        "",
                        CONTACT_DETAILS,
                        List.of(
                                List.of("Name"),
                                List.of("FirstName"),
                                List.of("LastName"),
                                List.of("ContactNumber"),
                                List.of("EmailAddress")),
                        new ContactRecords(books).contacts()),
                new Endpoint(
                        "Invoices",
                        List.of("InvoiceID", "InvoiceNumber"),
                        true,
                        "LineItems",
                        INVOICE_DETAILS,
                        List.of(List.of("InvoiceNumber"), List.of("Reference"), List.of("Contact", "Name")),
                        documents.invoices()),
                paged("CreditNotes", List.of("CreditNoteID", "CreditNoteNumber"), "LineItems", documents.creditNotes()),
                paged("Payments", List.of("PaymentID"), "", bank.payments()),
                paged("BankTransactions", List.of("BankTransactionID"), "LineItems", bank.transactions()),
                paged("ManualJournals", List.of("ManualJournalID"), "JournalLines", bank.manualJournals()),
                paged("Quotes", List.of("QuoteID", "QuoteNumber"), "LineItems", paper.quotes()),
                paged(
                        "PurchaseOrders",
                        List.of("PurchaseOrderID", "PurchaseOrderNumber"),
                        "LineItems",
                        paper.purchaseOrders()),
                paged("Overpayments", List.of("OverpaymentID"), "LineItems", money.advances(Kind.OVERPAYMENT)),
                paged("Prepayments", List.of("PrepaymentID"), "LineItems", money.advances(Kind.PREPAYMENT)),
                plain("BankTransfers", List.of("BankTransferID"), money.transfers()),
                plain("Items", List.of("ItemID", "Code"), lists.items()),
                plain("TrackingCategories", List.of("TrackingCategoryID"), lists.trackingCategories()),
                plain("Currencies", List.of("Code"), lists.currencies()),
                new Endpoint(
                        "ContactGroups",
                        List.of("ContactGroupID"),
                        false,
                        "Contacts",
                        Set.of(),
                        List.of(),
                        lists.contactGroups()));
    }

    RecordParts parts() {
        return parts;
    }

    /** The collection of a path segment; the organisation is asked for in the singular. */
    Optional<Endpoint> named(String segment) {
        String name = segment.equalsIgnoreCase("Organisation") ? "Organisations" : segment;
        return endpoints.stream()
                .filter(endpoint -> endpoint.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The record with that id or number. */
    static Optional<Map<String, Object>> find(Endpoint endpoint, String key) {
        String wanted = key.toLowerCase(Locale.ROOT);
        return endpoint.keys().stream()
                .flatMap(field -> endpoint.records().stream().filter(record -> {
                    Object value = record.get(field);
                    return value != null
                            && value.toString().toLowerCase(Locale.ROOT).equals(wanted);
                }))
                .findFirst();
    }

    private static Endpoint plain(String name, List<String> keys, List<Map<String, Object>> records) {
        return new Endpoint(name, keys, false, "", Set.of(), List.of(), records);
    }

    private static Endpoint paged(String name, List<String> keys, String lines, List<Map<String, Object>> records) {
        return new Endpoint(name, keys, true, lines, Set.of(), List.of(), records);
    }
}
