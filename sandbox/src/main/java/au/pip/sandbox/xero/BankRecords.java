package au.pip.sandbox.xero;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.BankTransaction;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Invoice;
import au.pip.sandbox.books.LineAmountTypes;
import au.pip.sandbox.books.ManualJournal;
import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.books.Payment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments, bank transactions and manual journals as Xero writes them. */
final class BankRecords {
    private final Books books;

    BankRecords(Books books) {
        this.books = books;
    }

    List<Map<String, Object>> payments() {
        return books.payments().stream().map(this::payment).toList();
    }

    List<Map<String, Object>> transactions() {
        return books.bankTransactions().stream().map(this::transaction).toList();
    }

    List<Map<String, Object>> manualJournals() {
        return books.manualJournals().stream().map(this::manualJournal).toList();
    }

    private Map<String, Object> payment(Payment payment) {
        Invoice invoice = books.invoice(payment.invoiceId()).orElseThrow();
        return new Fields()
                .with("PaymentID", payment.id())
                .with("Date", payment.date())
                .money("BankAmount", payment.bankAmount())
                .money("Amount", payment.amount())
                .with("Reference", "")
                .with("CurrencyRate", DocumentRecords.rate(payment.rate()))
                .with("PaymentType", invoice.side().paymentType())
                .with("Status", "AUTHORISED")
                .with("UpdatedDateUTC", invoice.updated())
                .with("HasAccount", true)
                .with("IsReconciled", payment.reconciled())
                .with("Account", account(payment.bankAccountCode()))
                .with("Invoice", invoice(invoice))
                .with("HasValidationErrors", false)
                .map();
    }

    private Map<String, Object> invoice(Invoice invoice) {
        return new Fields()
                .with("Type", invoice.side().invoiceType())
                .with("InvoiceID", invoice.id())
                .with("InvoiceNumber", invoice.number())
                .with("Payments", List.of())
                .with("CreditNotes", List.of())
                .with("Prepayments", List.of())
                .with("Overpayments", List.of())
                .with("HasErrors", false)
                .with("IsDiscounted", false)
                .with("Contact", ContactRecords.reference(books.contact(invoice.contactId())))
                .with("LineItems", List.of())
                .with("CurrencyCode", invoice.currency().getCurrencyCode())
                .map();
    }

    private Map<String, Object> transaction(BankTransaction transaction) {
        return new Fields()
                .with("BankTransactionID", transaction.id())
                .with("BankAccount", account(transaction.bankAccountCode()))
                .with("Type", transaction.type().word())
                .with("Reference", transaction.reference())
                .with("IsReconciled", transaction.reconciled())
                .with("HasAttachments", false)
                .with("Contact", contact(transaction.contactId()))
                .date("Date", transaction.date())
                .with("Status", transaction.status())
                .with("LineAmountTypes", transaction.lineAmountTypes().word())
                .with("LineItems", DocumentRecords.lines(transaction.lines(), transaction.lineAmountTypes()))
                .money("SubTotal", transaction.subTotal())
                .money("TotalTax", transaction.tax())
                .money("Total", transaction.total())
                .with("UpdatedDateUTC", transaction.updated())
                .with("CurrencyCode", Organisation.BASE_CURRENCY)
                .map();
    }

    private @Nullable Map<String, Object> contact(@Nullable UUID id) {
        return id == null ? null : ContactRecords.reference(books.contact(id));
    }

    private Map<String, Object> manualJournal(ManualJournal manual) {
        return new Fields()
                .with("Date", manual.date())
                .with("Status", "POSTED")
                .with("LineAmountTypes", LineAmountTypes.NO_TAX.word())
                .with("UpdatedDateUTC", manual.updated())
                .with("ManualJournalID", manual.id())
                .with("Narration", manual.narration())
                .with(
                        "JournalLines",
                        manual.lines().stream().map(this::journalLine).toList())
                .with("ShowOnCashBasisReports", true)
                .with("HasAttachments", false)
                .map();
    }

    private Map<String, Object> journalLine(ManualJournal.Entry line) {
        return new Fields()
                .with("Description", line.description())
                .with("TaxType", line.taxType().name())
                .money("TaxAmount", 0)
                .money("LineAmount", line.amount())
                .with("AccountCode", line.accountCode())
                .with("Tracking", List.of())
                .with("AccountID", books.account(line.accountCode()).id())
                .with("IsBlank", false)
                .map();
    }

    private Map<String, Object> account(String code) {
        Account account = books.account(code);
        return new Fields()
                .with("AccountID", account.id())
                .with("Code", account.code())
                .with("Name", account.name())
                .map();
    }
}
