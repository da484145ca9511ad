package au.pip.sandbox.books;

/** The states of an invoice or credit note. */
public enum InvoiceStatus {
    DRAFT,
    SUBMITTED,
    AUTHORISED,
    PAID,
    VOIDED,
    DELETED;

    /** Whether the document counts in the ledger. */
    public boolean isPosted() {
        return this == AUTHORISED || this == PAID;
    }
}
