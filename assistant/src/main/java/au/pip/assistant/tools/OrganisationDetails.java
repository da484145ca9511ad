package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.xero.Organisation;

/** Who the books belong to and how they are kept: words, no figures. */
final class OrganisationDetails {
    private OrganisationDetails() {}

    static BooksTool over(Books books) {
        return new BooksTool(
                new Schema().tool("organisation", "Name, type, currency, GST settings, financial year."),
                "Reading the organisation's settings",
                _ -> look(books));
    }

    private static Table look(Books books) {
        Organisation organisation = books.organisation();
        return new Table("The organisation's settings in Xero", organisation.name())
                .note(String.valueOf(books.describe()));
    }
}
