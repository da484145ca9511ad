package au.pip.xero;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which credit notes. An empty set or null asks for all. Everything is checked again on what Xero answers.
 *
 * @param remainingOnly approved and with credit left
 */
public record CreditNoteQuery(
        Set<CreditNote.Type> types,
        Set<Invoice.Status> statuses,
        @Nullable String contactId,
        DateRange dates,
        boolean remainingOnly) {

    public CreditNoteQuery {
        types = Words.of(types, CreditNote.Type.OTHER);
        statuses = Words.of(statuses, Invoice.Status.OTHER);
        Ids.requireIfAny(contactId);
    }

    public static CreditNoteQuery all() {
        return new CreditNoteQuery(Set.of(), Set.of(), null, DateRange.ANY, false);
    }

    public CreditNoteQuery ofType(CreditNote.Type... types) {
        return new CreditNoteQuery(Set.of(types), statuses, contactId, dates, remainingOnly);
    }

    public CreditNoteQuery withStatus(Invoice.Status... statuses) {
        return new CreditNoteQuery(types, Set.of(statuses), contactId, dates, remainingOnly);
    }

    public CreditNoteQuery ofContact(String contactId) {
        return new CreditNoteQuery(types, statuses, contactId, dates, remainingOnly);
    }

    public CreditNoteQuery dated(DateRange dates) {
        return new CreditNoteQuery(types, statuses, contactId, dates, remainingOnly);
    }

    public CreditNoteQuery remaining() {
        return new CreditNoteQuery(types, statuses, contactId, dates, true);
    }

    Parameters render() {
        Set<Invoice.Status> asked = remainingOnly && statuses.isEmpty() ? Set.of(Invoice.Status.AUTHORISED) : statuses;
        Where where = dates.render(new Where().word("Type", Words.wire(types)).word("Status", Words.wire(asked)))
                .id("Contact.ContactID", contactId);
        return Parameters.NONE.with("where", where.text());
    }

    boolean matches(CreditNote note) {
        return Words.allow(types, note.type())
                && Words.allow(statuses, note.status())
                && note.contact().is(contactId)
                && dates.contains(note.date())
                && (!remainingOnly
                        || (note.status() == Invoice.Status.AUTHORISED
                                && note.remaining().minor() > 0));
    }
}
