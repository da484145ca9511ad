package au.pip.sandbox.books;

import java.util.List;
import java.util.UUID;

/** Contacts put together under a name. */
public record ContactGroup(UUID id, String name, List<UUID> contactIds) {
    public ContactGroup {
        contactIds = List.copyOf(contactIds);
    }
}
