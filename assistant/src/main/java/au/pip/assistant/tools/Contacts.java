package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.FactBook;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.Contact;
import au.pip.xero.ContactQuery;
import au.pip.xero.XeroReply;
import java.util.List;
import java.util.stream.Collectors;

/** Customers and suppliers by name. */
final class Contacts {
    private static final int MOST = 30;

    private Contacts() {}

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema().text("search", "name or part; empty for all").tool("contacts", "Customers and suppliers."),
                "Looking through contacts",
                arguments -> look(books, facts, arguments));
    }

    private static Table look(Books books, FactBook facts, Arguments arguments) {
        String search = arguments.text("search");
        ContactQuery query =
                search == null ? ContactQuery.all() : ContactQuery.all().searching(FactTable.cell(search));
        XeroReply<List<Contact>> reply = books.xero().contacts(query);
        Table table = new Table("Contacts", books.organisation().name());
        table.add(facts.add(
                "contacts found",
                "all that fit",
                Period.day(books.today()),
                null,
                new Value.Count(reply.value().size()),
                new Evidence(books, reply)
                        .of(reply.value().stream().map(Contact::contactId).toList())));
        reply.value().stream().limit(MOST).forEach(each -> {
            facts.name(FactTable.cell(each.name()));
            facts.name(FactTable.cell(each.email()));
        });
        return table.note(reply.value().stream().limit(MOST).map(Contacts::line).collect(Collectors.joining("; ")));
    }

    private static String line(Contact contact) {
        String role = contact.isCustomer() && contact.isSupplier()
                ? "customer and supplier"
                : contact.isSupplier() ? "supplier" : contact.isCustomer() ? "customer" : "no documents yet";
        String email = contact.email().isEmpty() ? "" : ", " + FactTable.cell(contact.email());
        return FactTable.cell(contact.name()) + " (" + role + email + ")";
    }
}
