package au.pip.xero;

import java.time.LocalDate;

/**
 * A quote to a customer. Xero numbers it. Its unit amounts have two decimal places at most.
 *
 * @param expiry the last day on which it is good
 * @param title may be ""
 * @param reference may be ""
 */
public record QuoteDraft(DraftContent content, LocalDate expiry, String title, String reference) implements Draft {
    public QuoteDraft {
        content.requireNotBefore("the expiry date", expiry);
        content.requireDecimals(DraftKind.QUOTE.unitDecimals());
        title = DraftField.text("the title", title, 100);
        reference = DraftField.text("the reference", reference, 255);
    }

    @Override
    public DraftKind kind() {
        return DraftKind.QUOTE;
    }
}
