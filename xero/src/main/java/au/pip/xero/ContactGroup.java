package au.pip.xero;

import java.util.List;

/**
 * Contacts that someone put together under a name.
 *
 * @param contacts its members when the group was asked for by its id; Xero's list of groups leaves them out
 */
public record ContactGroup(String contactGroupId, String name, List<ContactRef> contacts) {

    static ContactGroup parse(Fields fields) {
        return new ContactGroup(
                fields.requiredText("ContactGroupID"),
                fields.text("Name", ""),
                fields.list("Contacts", ContactRef::parse));
    }
}
