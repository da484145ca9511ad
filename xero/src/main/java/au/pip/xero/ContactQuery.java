package au.pip.xero;

import org.jspecify.annotations.Nullable;

/**
 * Which contacts.
 *
 * @param contactId the one contact; null asks for all
 * @param searchTerm free text; Xero looks in names, e-mail addresses and contact numbers
 * @param includeArchived whether contacts that were put away come too
 */
public record ContactQuery(
        @Nullable String contactId, @Nullable String searchTerm, boolean includeArchived) {

    public ContactQuery {
        Ids.requireIfAny(contactId);
        searchTerm = SearchTerm.of(searchTerm);
    }

    public static ContactQuery all() {
        return new ContactQuery(null, null, false);
    }

    public ContactQuery withId(String contactId) {
        return new ContactQuery(contactId, searchTerm, includeArchived);
    }

    public ContactQuery searching(String text) {
        return new ContactQuery(contactId, text, includeArchived);
    }

    public ContactQuery archivedToo() {
        return new ContactQuery(contactId, searchTerm, true);
    }

    Parameters render() {
        return Parameters.NONE
                .with("IDs", contactId)
                .with("searchTerm", searchTerm)
                .with("includeArchived", includeArchived ? "true" : null);
    }

    boolean matches(Contact contact) {
        return contactId == null || contactId.equalsIgnoreCase(contact.contactId());
    }
}
