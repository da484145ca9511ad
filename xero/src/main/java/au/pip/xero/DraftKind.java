package au.pip.xero;

import java.util.Arrays;
import java.util.Optional;

/** What Pip can make in Xero; there is nothing else. */
public enum DraftKind {
    /** A contact has no draft state: it is there, and {@code ACTIVE}, at once. No document is owed for it. */
    CONTACT("draft_contact", "contact", "Contacts", "ContactID", "Name", "accounting.contacts"),
    /** To a customer. */
    INVOICE("draft_invoice", "invoice", "Invoices", "InvoiceID", "InvoiceNumber", "accounting.invoices"),
    /** From a supplier. */
    BILL("draft_bill", "bill", "Invoices", "InvoiceID", "InvoiceNumber", "accounting.invoices"),
    CREDIT_NOTE(
            "draft_credit_note",
            "credit note",
            "CreditNotes",
            "CreditNoteID",
            "CreditNoteNumber",
            "accounting.invoices"),
    QUOTE("draft_quote", "quote", "Quotes", "QuoteID", "QuoteNumber", "accounting.invoices");

    private final String tool;
    private final String noun;
    private final String endpoint;
    private final String id;
    private final String number;
    private final String scope;

    DraftKind(String tool, String noun, String endpoint, String id, String number, String scope) {
        this.tool = tool;
        this.noun = noun;
        this.endpoint = endpoint;
        this.id = id;
        this.number = number;
        this.scope = scope;
    }

    /** What an approval calls it, such as {@code draft_invoice}. */
    public String tool() {
        return tool;
    }

    /** For a sentence, such as {@code credit note}. */
    public String noun() {
        return noun;
    }

    /** The granular scope that lets it be written; without {@code .read}. */
    public String scope() {
        return scope;
    }

    public static Optional<DraftKind> ofTool(String tool) {
        return Arrays.stream(values()).filter(kind -> kind.tool.equals(tool)).findFirst();
    }

    /** The name of its collection, in the address and in the body. */
    String endpoint() {
        return endpoint;
    }

    String idField() {
        return id;
    }

    String numberField() {
        return number;
    }

    /** Xero rounds unit amounts to two decimal places unless it is asked for four, which it does not offer for quotes. */
    int unitDecimals() {
        return switch (this) {
            case INVOICE, BILL, CREDIT_NOTE -> 4;
            case QUOTE, CONTACT -> 2;
        };
    }
}
