package au.pip.xero;

/**
 * Something to be made in Xero, which nobody owes or is owed until a person approves it there. There is no draft of a
 * change to a record, of a payment or of a file, and none that Xero would take as approved. A constructor that gets
 * something Xero would not take throws {@link IllegalArgumentException} with a sentence for a person.
 */
public sealed interface Draft permits ContactDraft, InvoiceDraft, BillDraft, CreditNoteDraft, QuoteDraft {
    DraftKind kind();

    /** Its one text: exactly what is sent to Xero. Equal drafts have equal texts. */
    default String json() {
        return DraftJson.render(this);
    }

    /**
     * What an approval is given for: SHA-256 in hexadecimal over the kind, the {@link #json}, the account and the
     * organisation.
     *
     * @param account whose sign-in is to be used
     * @param tenantId the organisation, as {@link Connection#tenantId} names it
     */
    default String hash(String account, String tenantId) {
        return DraftJson.hash(this, account, tenantId);
    }

    /**
     * The draft of a text that {@link #json} gave.
     *
     * @throws IllegalArgumentException when it is any other text
     */
    static Draft read(DraftKind kind, String json) {
        return DraftJson.read(kind, json);
    }
}
