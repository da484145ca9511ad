package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import au.pip.xero.ContactRef;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a question is about, and how a fact says so: a sum over some contacts never goes by "all contacts".
 *
 * @param part of the name, in any case; null for all contacts
 */
record ContactFilter(@Nullable String part) {
    static ContactFilter of(@Nullable String asked) {
        if (asked == null) {
            return new ContactFilter(null);
        }
        String part = FactTable.cell(asked);
        if (part.isEmpty()) {
            throw new BadArgument("The argument 'contact' is a contact's name or part of it.");
        }
        return new ContactFilter(part);
    }

    boolean takes(ContactRef contact) {
        return part == null
                || FactTable.line(contact.name()).toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** {@code all customers}, or {@code customers matching 'acme'}. */
    String words(String contacts) {
        return part == null ? "all " + contacts : "%s matching '%s'".formatted(contacts, part);
    }

    /** Those that are not listed one by one. */
    String others(String contacts) {
        return "all other " + (part == null ? contacts : words(contacts));
    }

    /** A contact's name as a fact's subject. */
    static String name(ContactRef contact) {
        String name = FactTable.name(contact.name());
        return name.isEmpty() ? "no contact" : name;
    }
}
