package au.pip.xero;

/** The records that can have files and notes, by what Xero calls their list and the scope that opens it. */
public enum RecordKind {
    /** A sales invoice or a bill. */
    INVOICE("Invoices", "accounting.invoices"),
    CREDIT_NOTE("CreditNotes", "accounting.invoices"),
    QUOTE("Quotes", "accounting.invoices"),
    PURCHASE_ORDER("PurchaseOrders", "accounting.invoices"),
    BANK_TRANSACTION("BankTransactions", "accounting.banktransactions"),
    BANK_TRANSFER("BankTransfers", "accounting.banktransactions"),
    MANUAL_JOURNAL("ManualJournals", "accounting.manualjournals"),
    CONTACT("Contacts", "accounting.contacts");

    private final String endpoint;
    private final String scope;

    RecordKind(String endpoint, String scope) {
        this.endpoint = endpoint;
        this.scope = scope;
    }

    /** Without {@code .read}; it opens the record's notes, while its files need {@code accounting.attachments}. */
    public String scope() {
        return scope;
    }

    /** Such as {@code Invoices/…/History}. */
    String path(String recordId, String part) {
        return endpoint + "/" + Ids.require(recordId) + "/" + part;
    }
}
