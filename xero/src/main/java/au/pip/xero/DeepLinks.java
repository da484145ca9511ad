package au.pip.xero;

import java.net.URI;

/**
 * Addresses at which a person sees a record in Xero. With the organisation's short code they open the right
 * organisation; without one, whichever is open in the browser.
 *
 * <p>The forms are Xero's web app's own as its MCP server uses them (issue 105 for bills); Xero does not promise them.
 *
 * @param base {@code https://go.xero.com}, without a trailing slash
 * @param shortCode from {@link Organisation#shortCode}; may be ""
 */
public record DeepLinks(URI base, String shortCode) {
    public static final URI XERO = URI.create("https://go.xero.com");

    public DeepLinks {
        if (!shortCode.isEmpty() && !shortCode.matches("!?[A-Za-z0-9]{1,20}")) {
            shortCode = "";
        }
    }

    public static DeepLinks of(Organisation organisation) {
        return new DeepLinks(XERO, organisation.shortCode());
    }

    public String invoice(Invoice invoice) {
        return switch (invoice.type()) {
            case ACCREC -> app("invoicing/view/" + Ids.require(invoice.invoiceId()));
            case ACCPAY -> app("bills/view/" + Ids.require(invoice.invoiceId()));
            case ACCRECCREDIT, AROVERPAYMENT, ARPREPAYMENT ->
                classic("/AccountsReceivable/View.aspx?InvoiceID=" + Ids.require(invoice.invoiceId()));
            case ACCPAYCREDIT, APOVERPAYMENT, APPREPAYMENT, OTHER ->
                classic("/AccountsPayable/View.aspx?InvoiceID=" + Ids.require(invoice.invoiceId()));
        };
    }

    /** Where what was made of a draft is. */
    public String made(Draft draft, String id) {
        return switch (draft) {
            case InvoiceDraft _ -> app("invoicing/view/" + Ids.require(id));
            case BillDraft _ -> app("bills/view/" + Ids.require(id));
            case CreditNoteDraft note -> creditNote(note.type(), id);
            case QuoteDraft _ -> quote(id);
            case ContactDraft _ -> contact(id);
        };
    }

    public String quote(String quoteId) {
        return app("quotes/view/" + Ids.require(quoteId));
    }

    public String contact(String contactId) {
        return app("contacts/contact/" + Ids.require(contactId));
    }

    public String creditNote(CreditNote note) {
        return creditNote(note.type(), note.creditNoteId());
    }

    private String creditNote(CreditNote.Type type, String id) {
        String side = type == CreditNote.Type.ACCPAYCREDIT ? "AccountsPayable" : "AccountsReceivable";
        return classic("/" + side + "/ViewCreditNote.aspx?creditNoteID=" + Ids.require(id));
    }

    public String bankTransaction(String bankTransactionId) {
        return classic("/Bank/ViewTransaction.aspx?bankTransactionID=" + Ids.require(bankTransactionId));
    }

    public String manualJournal(String manualJournalId) {
        return classic("/Journal/View.aspx?invoiceID=" + Ids.require(manualJournalId));
    }

    private String app(String path) {
        return base + (shortCode.isEmpty() ? "/" : "/app/" + shortCode + "/") + path;
    }

    private String classic(String path) {
        return shortCode.isEmpty()
                ? base + path
                : base + "/organisationlogin/default.aspx?shortcode=" + shortCode + "&redirecturl=" + path;
    }
}
