package au.pip.xero;

import org.jspecify.annotations.Nullable;

/** A contact as a document names it. */
public record ContactRef(@Nullable String contactId, String name) {

    static ContactRef parse(Fields fields) {
        return new ContactRef(fields.text("ContactID"), fields.text("Name", ""));
    }

    boolean is(@Nullable String id) {
        return id == null || id.equalsIgnoreCase(contactId);
    }
}
