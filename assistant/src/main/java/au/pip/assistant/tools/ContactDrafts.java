package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.assistant.drafts.DraftPreview;
import au.pip.llm.ToolSpec;
import au.pip.xero.Contact;
import au.pip.xero.ContactDraft;
import au.pip.xero.ContactQuery;
import java.util.Objects;
import java.util.Optional;

/** A new contact that is proposed. */
final class ContactDrafts {
    static final ToolSpec SPEC = new Schema()
            .text("name", "")
            .text("first_name", "")
            .text("last_name", "")
            .text("email", "")
            .text("abn", "")
            .require("name")
            .tool("draft_contact", "Proposes a new customer or supplier; the person approves it.");

    private ContactDrafts() {}

    static DraftTool.Drafted draft(Books books, Arguments arguments) {
        ContactDraft draft = new ContactDraft(
                arguments.required("name"),
                text(arguments, "first_name"),
                text(arguments, "last_name"),
                text(arguments, "email"),
                text(arguments, "abn"));
        Optional<Contact> same = books.xero().contacts(ContactQuery.all().searching(draft.name())).value().stream()
                .filter(each -> each.name().strip().equalsIgnoreCase(draft.name()))
                .findFirst();
        if (same.isPresent()) {
            throw new BadArgument("There is a contact called '%s' already, so no other is proposed. Use that one."
                    .formatted(FactTable.cell(same.get().name())));
        }
        return new DraftTool.Drafted(
                draft,
                DraftPreview.ofContact(books.organisation().shortCode()),
                "New contact " + FactTable.cell(draft.name()) + ": waits for your approval");
    }

    private static String text(Arguments arguments, String name) {
        return Objects.requireNonNullElse(arguments.text(name), "");
    }
}
