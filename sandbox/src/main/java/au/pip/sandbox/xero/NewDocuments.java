package au.pip.sandbox.xero;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.LineAmountTypes;
import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.books.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Contacts, invoices, bills, credit notes and quotes made from what a client sent; documents as drafts only. */
final class NewDocuments {
    private static final String DRAFT = "DRAFT";
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private final Books books;
    private final List<Map<String, Object>> contacts;
    private final Numbers numbers;
    private final int unitDecimals;
    private final Instant now;

    /**
     * @param contacts all that there are
     * @param numbers gives numbers to those of the collection
     */
    NewDocuments(Books books, List<Map<String, Object>> contacts, Numbers numbers, int unitDecimals, Instant now) {
        this.books = books;
        this.contacts = contacts;
        this.numbers = numbers;
        this.unitDecimals = unitDecimals;
        this.now = now;
    }

    /** The record as Xero would hold it; of no use when the element turns out not to be valid. */
    Map<String, Object> make(String collection, Element element) {
        return switch (collection) {
            case "Contacts" -> contact(element);
            case "Invoices" -> invoice(element);
            case "CreditNotes" -> creditNote(element);
            default -> quote(element);
        };
    }

    private Map<String, Object> contact(Element element) {
        String name = element.needed("Name", "The contact name must be specified.");
        if (contacts.stream()
                .filter(each -> "ACTIVE".equals(each.get("ContactStatus")))
                .anyMatch(each -> String.valueOf(each.get("Name")).equalsIgnoreCase(name))) {
            element.wrong("The contact name " + name + " is already assigned to another contact.");
        }
        return new Fields()
                .with("ContactID", unnamed(element, "ContactID"))
                .with("ContactStatus", "ACTIVE")
                .with("Name", name)
                .with("FirstName", element.text("FirstName"))
                .with("LastName", element.text("LastName"))
                .with("EmailAddress", element.text("EmailAddress"))
                .with("TaxNumber", element.text("TaxNumber"))
                .with("BankAccountDetails", "")
                .with("Addresses", List.of())
                .with("Phones", List.of())
                .with("UpdatedDateUTC", now)
                .with("ContactGroups", List.of())
                .with("IsSupplier", false)
                .with("IsCustomer", false)
                .with("ContactPersons", List.of())
                .with("HasAttachments", false)
                .with("HasValidationErrors", false)
                .map();
    }

    private Map<String, Object> invoice(Element element) {
        boolean sale = type(element, Side::invoiceType) == Side.SALE;
        LineAmountTypes types = lineAmountTypes(element);
        NewLines lines = NewLines.of(element, books, types, unitDecimals);
        LocalDate date = date(element, "Date");
        Fields fields = new Fields()
                .with("Type", element.text("Type"))
                .with("InvoiceID", unnamed(element, "InvoiceID"))
                .with("InvoiceNumber", numbers.of(element, "InvoiceNumber", sale ? "INV-" : ""))
                .with("Reference", element.text("Reference"))
                .with("Payments", List.of())
                .with("CreditNotes", List.of())
                .with("Prepayments", List.of())
                .with("Overpayments", List.of())
                .with("AmountDue", lines.total())
                .with("AmountPaid", NOTHING)
                .with("AmountCredited", NOTHING)
                .with("SentToContact", false)
                .with("CurrencyRate", DocumentRecords.rate(BigDecimal.ONE))
                .with("HasErrors", false)
                .with("IsDiscounted", false)
                .with("HasAttachments", false)
                .with("Contact", contactOf(element))
                .date("Date", date)
                .date("DueDate", date(element, "DueDate"));
        return draft(fields, element, types, lines);
    }

    private Map<String, Object> creditNote(Element element) {
        boolean sale = type(element, Side::creditType) == Side.SALE;
        LineAmountTypes types = lineAmountTypes(element);
        NewLines lines = NewLines.of(element, books, types, unitDecimals);
        LocalDate date = date(element, "Date");
        Fields fields = new Fields()
                .with("CreditNoteID", unnamed(element, "CreditNoteID"))
                .with("CreditNoteNumber", numbers.of(element, "CreditNoteNumber", sale ? "CN-" : ""))
                .with("Payments", List.of())
                .with("CurrencyRate", DocumentRecords.rate(BigDecimal.ONE))
                .with("Type", element.text("Type"))
                .with("Reference", element.text("Reference"))
                .with("RemainingCredit", lines.total())
                .with("Allocations", List.of())
                .with("HasAttachments", false)
                .with("HasErrors", false)
                .with("Contact", contactOf(element))
                .date("Date", date)
                .date("DueDate", date);
        return draft(fields, element, types, lines);
    }

    /** What invoices and credit notes end with. */
    private Map<String, Object> draft(Fields fields, Element element, LineAmountTypes types, NewLines lines) {
        return fields.with("Status", draft(element))
                .with("LineAmountTypes", types.word())
                .with("LineItems", lines.lines())
                .with("SubTotal", lines.subTotal())
                .with("TotalTax", lines.tax())
                .with("Total", lines.total())
                .with("UpdatedDateUTC", now)
                .with("CurrencyCode", currency(element))
                .map();
    }

    private Map<String, Object> quote(Element element) {
        LineAmountTypes types = lineAmountTypes(element);
        NewLines lines = NewLines.of(element, books, types, 2);
        return new Fields()
                .with("QuoteID", unnamed(element, "QuoteID"))
                .with("QuoteNumber", numbers.of(element, "QuoteNumber", "QU-"))
                .with("Reference", element.text("Reference"))
                .with("Terms", "")
                .with("Contact", contactOf(element))
                .with("LineItems", lines.lines())
                .date("Date", date(element, "Date"))
                .date("ExpiryDate", date(element, "ExpiryDate"))
                .with("Status", draft(element))
                .with("CurrencyRate", DocumentRecords.rate(BigDecimal.ONE))
                .with("CurrencyCode", currency(element))
                .with("SubTotal", lines.subTotal())
                .with("TotalTax", lines.tax())
                .with("Total", lines.total())
                .with("TotalDiscount", NOTHING)
                .with("Title", element.text("Title"))
                .with("Summary", "")
                .with("UpdatedDateUTC", now)
                .with("LineAmountTypes", types.word().toUpperCase(Locale.ROOT))
                .map();
    }

    /** A new id; an element that names one would change the record that has it. */
    private static UUID unnamed(Element element, String field) {
        if (element.has(field)) {
            element.wrong("The sandbox makes records and changes none: leave " + field + " out");
        }
        return UUID.randomUUID();
    }

    private static Side type(Element element, Function<Side, String> word) {
        String type = element.text("Type");
        return Arrays.stream(Side.values())
                .filter(side -> word.apply(side).equals(type))
                .findFirst()
                .orElseGet(() -> {
                    element.wrong("The Type '" + type + "' is not valid");
                    return Side.SALE;
                });
    }

    private static String draft(Element element) {
        if (!element.text("Status", DRAFT).equals(DRAFT)) {
            element.wrong("The sandbox takes drafts only, and none whose Status is " + element.text("Status"));
        }
        return DRAFT;
    }

    private static LineAmountTypes lineAmountTypes(Element element) {
        String word = element.text("LineAmountTypes", LineAmountTypes.EXCLUSIVE.word());
        return Arrays.stream(LineAmountTypes.values())
                .filter(types -> types.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseGet(() -> {
                    element.wrong("LineAmountTypes is Exclusive, Inclusive or NoTax");
                    return LineAmountTypes.EXCLUSIVE;
                });
    }

    /** Today where there is none. */
    private LocalDate date(Element element, String name) {
        LocalDate date = element.date(name);
        return date == null ? books.spec().today() : date;
    }

    private static String currency(Element element) {
        String code = element.text("CurrencyCode", Organisation.BASE_CURRENCY);
        if (!code.equals(Organisation.BASE_CURRENCY)) {
            element.wrong("Organisation is not subscribed to currency " + code);
        }
        return code;
    }

    private Map<String, Object> contactOf(Element element) {
        String id = element.part("Contact").needed("ContactID", "A Contact must be specified");
        Optional<Map<String, Object>> known = contacts.stream()
                .filter(each -> String.valueOf(each.get("ContactID")).equalsIgnoreCase(id))
                .findFirst();
        if (known.isEmpty() && !id.isEmpty()) {
            element.wrong("The Contact could not be found");
        }
        return known.map(each -> ContactRecords.reference(UUID.fromString(id), String.valueOf(each.get("Name"))))
                .orElse(Map.of());
    }
}
