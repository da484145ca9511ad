package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.xero.Contact;
import au.pip.xero.ContactQuery;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the one contact that a name means; when it is none or several, the person has to say. */
final class DraftContact {
    private static final int MOST = 10;

    private DraftContact() {}

    /** @throws BadArgument that lists what there is, when the name does not mean one */
    static Contact named(String name, Books books) {
        List<Contact> found = books.xero().contacts(ContactQuery.all().searching(FactTable.cell(name))).value().stream()
                .filter(each -> each.status() == Contact.Status.ACTIVE)
                .filter(each -> has(each, name))
                .toList();
        List<Contact> exact = found.stream()
                .filter(each -> each.name().strip().equalsIgnoreCase(name.strip()))
                .toList();
        List<Contact> meant = exact.isEmpty() ? found : exact;
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        throw new BadArgument(meant.isEmpty() ? none(name) : several(name, meant));
    }

    private static boolean has(Contact contact, String name) {
        return FactTable.line(contact.name())
                .toLowerCase(Locale.ROOT)
                .contains(FactTable.cell(name).toLowerCase(Locale.ROOT));
    }

    private static String none(String name) {
        return ("No contact is called '%s', so nothing was proposed. Ask the person whom they mean (the tool contacts"
                        + " looks names up), or whether to add a contact first (draft_contact).")
                .formatted(FactTable.cell(name));
    }

    private static String several(String name, List<Contact> contacts) {
        String names = contacts.stream()
                .limit(MOST)
                .map(each -> "'" + FactTable.cell(each.name()) + "'")
                .collect(Collectors.joining(", "));
        return "%d contacts could be '%s': %s%s. Nothing was proposed. Ask the person which one."
                .formatted(contacts.size(), FactTable.cell(name), names, contacts.size() > MOST ? " and others" : "");
    }
}
