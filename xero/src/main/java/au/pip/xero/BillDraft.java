package au.pip.xero;

import java.time.LocalDate;

/**
 * A supplier's bill.
 *
 * @param number the supplier's own, which Xero shows as the reference; may be ""
 */
public record BillDraft(DraftContent content, LocalDate dueDate, String number) implements Draft {
    public BillDraft {
        content.requireNotBefore("the due date", dueDate);
        number = DraftField.text("the supplier's number", number, 255);
    }

    @Override
    public DraftKind kind() {
        return DraftKind.BILL;
    }
}
