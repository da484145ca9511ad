package au.pip.xero;

/**
 * A credit note to a customer or from a supplier. It is set against nothing.
 *
 * @param reference of one to a customer, which Xero numbers; the supplier's own number of one from a supplier; may be ""
 */
public record CreditNoteDraft(CreditNote.Type type, DraftContent content, String reference) implements Draft {
    public CreditNoteDraft {
        if (type == CreditNote.Type.OTHER) {
            throw DraftField.refused("nothing says who gives the credit", "say to a customer or from a supplier");
        }
        reference = DraftField.text("the reference", reference, 255);
    }

    @Override
    public DraftKind kind() {
        return DraftKind.CREDIT_NOTE;
    }
}
