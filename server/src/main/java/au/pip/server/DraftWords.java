package au.pip.server;

import au.pip.assistant.books.FactTable;
import au.pip.assistant.conversation.Outcome;
import au.pip.assistant.xero.ProposedDraft;
import au.pip.ledger.Money;
import au.pip.xero.BillDraft;
import au.pip.xero.ContactDraft;
import au.pip.xero.CreditNoteDraft;
import au.pip.xero.DeepLinks;
import au.pip.xero.Draft;
import au.pip.xero.DraftContent;
import au.pip.xero.InvoiceDraft;
import au.pip.xero.QuoteDraft;
import au.pip.xero.Written;
import java.util.List;
import java.util.Optional;

/** What a person is told of a draft. */
record DraftWords(ProposedDraft proposed) {
    /** Such as {@code Draft invoice to Acme}. */
    String title() {
        String contact = FactTable.line(proposed.preview().contact());
        return switch (proposed.draft()) {
            case ContactDraft draft -> "New contact " + FactTable.line(draft.name());
            case BillDraft _ -> "Draft bill from " + contact;
            case CreditNoteDraft note ->
                "Draft credit note "
                        + switch (note.type()) {
                            case ACCRECCREDIT -> "to ";
                            case ACCPAYCREDIT, OTHER -> "from ";
                        }
                        + contact;
            case InvoiceDraft _ -> "Draft invoice to " + contact;
            case QuoteDraft _ -> "Draft quote to " + contact;
        };
    }

    /** What can be taken back, and how. */
    String undo() {
        return switch (proposed.draft()) {
            case ContactDraft _ ->
                "Xero has no undo, and no draft state for contacts: this one is active at once. To take it back,"
                        + " archive the contact in Xero.";
            case InvoiceDraft _, BillDraft _, CreditNoteDraft _, QuoteDraft _ ->
                "Xero has no undo. Nothing is owed or sent by a draft; to take it back, delete the draft in Xero.";
        };
    }

    Outcome made(String approvalId, Written written) {
        Draft draft = proposed.draft();
        String link = new DeepLinks(DeepLinks.XERO, proposed.preview().shortCode()).made(draft, written.id());
        String number = draft instanceof ContactDraft || written.number().isEmpty()
                ? ""
                : ", is " + FactTable.cell(written.number());
        String total = total().map(money -> ", " + money.display()).orElse("");
        // The amount stands before the number, beside the name that it is of.
        String message = "Made in %s: %s%s%s. %s"
                .formatted(FactTable.cell(proposed.organisation()), title(), total, number, undo());
        return new Outcome(approvalId, "made", message, List.of(), link);
    }

    /** @param reasons Xero's own words, which stand apart from Pip's */
    Outcome rejected(String approvalId, List<String> reasons) {
        return new Outcome(
                approvalId,
                "rejected",
                title() + ": Xero did not take it, and nothing was written. Ask for it again with the change it needs.",
                reasons,
                null);
    }

    Outcome declined(String approvalId) {
        return new Outcome(
                approvalId, "declined", title() + ": you declined it. Nothing was written to Xero.", List.of(), null);
    }

    /** With tax; empty of a contact. */
    Optional<Money> total() {
        return content(proposed.draft())
                .map(content -> Money.of(proposed.preview().total(), content.currency()));
    }

    /** Empty of a contact. */
    static Optional<DraftContent> content(Draft draft) {
        return switch (draft) {
            case ContactDraft _ -> Optional.empty();
            case InvoiceDraft invoice -> Optional.of(invoice.content());
            case BillDraft bill -> Optional.of(bill.content());
            case CreditNoteDraft note -> Optional.of(note.content());
            case QuoteDraft quote -> Optional.of(quote.content());
        };
    }
}
