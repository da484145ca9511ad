package au.pip.xero;

import java.time.LocalDate;

/**
 * An invoice to a customer. Xero numbers it.
 *
 * @param reference may be ""
 */
public record InvoiceDraft(DraftContent content, LocalDate dueDate, String reference) implements Draft {
    public InvoiceDraft {
        content.requireNotBefore("the due date", dueDate);
        reference = DraftField.text("the reference", reference, 255);
    }

    @Override
    public DraftKind kind() {
        return DraftKind.INVOICE;
    }
}
