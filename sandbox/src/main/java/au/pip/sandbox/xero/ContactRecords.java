package au.pip.sandbox.xero;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Contact;
import au.pip.sandbox.books.CreditNote;
import au.pip.sandbox.books.Invoice;
import au.pip.sandbox.books.Side;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Contacts as Xero writes them, with what is open between them and the business in AUD. */
final class ContactRecords {
    private final Books books;

    ContactRecords(Books books) {
        this.books = books;
    }

    List<Map<String, Object>> contacts() {
        return books.contacts().stream().map(this::contact).toList();
    }

    /** A contact as other records name it. */
    static Map<String, Object> reference(Contact contact) {
        return reference(contact.id(), contact.name());
    }

    static Map<String, Object> reference(UUID id, String name) {
        return new Fields()
                .with("ContactID", id)
                .with("Name", name)
                .with("Addresses", List.of())
                .with("Phones", List.of())
                .with("ContactGroups", List.of())
                .with("ContactPersons", List.of())
                .with("HasValidationErrors", false)
                .map();
    }

    private Map<String, Object> contact(Contact contact) {
        Fields fields = new Fields()
                .with("ContactID", contact.id())
                .with("ContactStatus", contact.archived() ? "ARCHIVED" : "ACTIVE")
                .with("Name", contact.name())
                .with("FirstName", contact.firstName())
                .with("LastName", contact.lastName())
                .with("EmailAddress", contact.email())
                .with("BankAccountDetails", "")
                .with("Addresses", List.of())
                .with(
                        "Phones",
                        List.of(new Fields()
                                .with("PhoneType", "DEFAULT")
                                .with("PhoneNumber", contact.phone().substring(3))
                                .with("PhoneAreaCode", contact.phone().substring(0, 2))
                                .with("PhoneCountryCode", "61")
                                .map()))
                .with("UpdatedDateUTC", contact.updated())
                .with("ContactGroups", groups(contact))
                .with("IsSupplier", contact.supplier())
                .with("IsCustomer", contact.customer());
        if (contact.customer() || contact.supplier()) {
            fields.with(
                    "Balances",
                    new Fields()
                            .with("AccountsReceivable", balance(contact, Side.SALE))
                            .with("AccountsPayable", balance(contact, Side.PURCHASE))
                            .map());
        }
        return fields.with("ContactPersons", List.of())
                .with("HasAttachments", false)
                .with("HasValidationErrors", false)
                .map();
    }

    private List<Map<String, Object>> groups(Contact contact) {
        return books.paperwork().contactGroups().stream()
                .filter(group -> group.contactIds().contains(contact.id()))
                .map(group -> new Fields()
                        .with("ContactGroupID", group.id())
                        .with("Name", group.name())
                        .with("Status", "ACTIVE")
                        .map())
                .toList();
    }

    private Map<String, Object> balance(Contact contact, Side side) {
        long outstanding = 0;
        long overdue = 0;
        for (Invoice invoice : books.invoices()) {
            if (invoice.side() == side
                    && invoice.status().isPosted()
                    && invoice.contactId().equals(contact.id())) {
                long due = invoice.toAud(invoice.due());
                outstanding += due;
                overdue += invoice.dueDate().isBefore(books.spec().today()) ? due : 0;
            }
        }
        for (CreditNote credit : books.creditNotes()) {
            if (credit.side() == side && credit.contactId().equals(contact.id())) {
                outstanding -= credit.remaining();
            }
        }
        return new Fields()
                .money("Outstanding", outstanding)
                .money("Overdue", overdue)
                .map();
    }
}
