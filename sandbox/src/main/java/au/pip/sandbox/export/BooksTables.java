package au.pip.sandbox.export;

import static au.pip.sandbox.export.Csv.amount;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.Allocation;
import au.pip.sandbox.books.BankTransaction;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Budget;
import au.pip.sandbox.books.Contact;
import au.pip.sandbox.books.CreditNote;
import au.pip.sandbox.books.Invoice;
import au.pip.sandbox.books.JournalEntry;
import au.pip.sandbox.books.JournalLine;
import au.pip.sandbox.books.Line;
import au.pip.sandbox.books.ManualJournal;
import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.books.Payment;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tables of an export by file name. Amounts of documents are in their currency, those of journals in AUD. */
final class BooksTables {
    private final Books books;

    BooksTables(Books books) {
        this.books = books;
    }

    Map<String, Csv> byFile() {
        Map<String, Csv> tables = new LinkedHashMap<>();
        tables.put("organisation.csv", organisation());
        tables.put("accounts.csv", accounts());
        tables.put("contacts.csv", contacts());
        tables.put("invoices.csv", invoices());
        tables.put("invoice_lines.csv", invoiceLines());
        tables.put("payments.csv", payments());
        tables.put("credit_notes.csv", creditNotes());
        tables.put("credit_note_lines.csv", creditNoteLines());
        tables.put("credit_note_allocations.csv", allocations());
        tables.put("bank_transactions.csv", bankTransactions());
        tables.put("bank_transaction_lines.csv", bankTransactionLines());
        tables.put("manual_journals.csv", manualJournals());
        tables.put("budgets.csv", budgets());
        tables.put("journal.csv", journal(books.journal()));
        tables.put("cash_journal.csv", journal(books.cashJournal()));
        tables.putAll(new PaperTables(books).byFile());
        return tables;
    }

    private Csv organisation() {
        Csv csv = new Csv(
                "name",
                "legal_name",
                "tenant_id",
                "base_currency",
                "timezone",
                "sales_tax_basis",
                "sales_tax_period",
                "financial_year_end",
                "today",
                "seed",
                "company");
        Organisation organisation = books.organisation();
        csv.row(
                organisation.name(),
                organisation.legalName(),
                organisation.tenantId(),
                Organisation.BASE_CURRENCY,
                Organisation.TIMEZONE,
                organisation.salesTaxBasis(),
                Organisation.SALES_TAX_PERIOD,
                "30 June",
                books.spec().today(),
                books.spec().seed(),
                books.spec().company().word());
        return csv;
    }

    private Csv accounts() {
        Csv csv = new Csv("account_id", "code", "name", "type", "class", "tax_type", "system_account");
        for (Account account : books.accounts()) {
            csv.row(
                    account.id(),
                    account.code(),
                    account.name(),
                    account.type(),
                    account.accountClass(),
                    account.taxType(),
                    account.systemAccount());
        }
        return csv;
    }

    private Csv contacts() {
        Csv csv = new Csv("contact_id", "name", "email", "is_customer", "is_supplier", "status");
        for (Contact contact : books.contacts()) {
            csv.row(
                    contact.id(),
                    contact.name(),
                    contact.email(),
                    contact.customer(),
                    contact.supplier(),
                    contact.archived() ? "ARCHIVED" : "ACTIVE");
        }
        return csv;
    }

    private Csv invoices() {
        Csv csv = new Csv(
                "invoice_id",
                "number",
                "type",
                "contact_id",
                "contact_name",
                "date",
                "due_date",
                "status",
                "currency",
                "rate",
                "sub_total",
                "tax",
                "total",
                "paid",
                "credited",
                "due");
        for (Invoice invoice : books.invoices()) {
            csv.row(
                    invoice.id(),
                    invoice.number(),
                    invoice.side().invoiceType(),
                    invoice.contactId(),
                    books.contact(invoice.contactId()).name(),
                    invoice.date(),
                    invoice.dueDate(),
                    invoice.status(),
                    invoice.currency(),
                    invoice.rate().setScale(6, RoundingMode.UNNECESSARY),
                    amount(invoice.subTotal()),
                    amount(invoice.tax()),
                    amount(invoice.total()),
                    amount(invoice.paid()),
                    amount(invoice.credited()),
                    amount(invoice.due()));
        }
        return csv;
    }

    private Csv invoiceLines() {
        Csv csv = new Csv("invoice_id", "line", "account_code", "amount", "tax_type", "tax_amount");
        books.invoices().forEach(invoice -> lines(csv, invoice.id(), invoice.lines()));
        return csv;
    }

    private Csv creditNoteLines() {
        Csv csv = new Csv("credit_note_id", "line", "account_code", "amount", "tax_type", "tax_amount");
        books.creditNotes().forEach(credit -> lines(csv, credit.id(), credit.lines()));
        return csv;
    }

    private Csv bankTransactionLines() {
        Csv csv = new Csv("bank_transaction_id", "line", "account_code", "amount", "tax_type", "tax_amount");
        books.bankTransactions().forEach(transaction -> lines(csv, transaction.id(), transaction.lines()));
        return csv;
    }

    private static void lines(Csv csv, UUID id, List<Line> lines) {
        int number = 1;
        for (Line line : lines) {
            csv.row(id, number++, line.accountCode(), amount(line.net()), line.taxType(), amount(line.tax()));
        }
    }

    private Csv payments() {
        Csv csv = new Csv("payment_id", "invoice_id", "date", "amount", "bank_account_code");
        for (Payment payment : books.payments()) {
            csv.row(
                    payment.id(),
                    payment.invoiceId(),
                    payment.date(),
                    amount(payment.amount()),
                    payment.bankAccountCode());
        }
        return csv;
    }

    private Csv creditNotes() {
        Csv csv = new Csv(
                "credit_note_id",
                "number",
                "type",
                "contact_id",
                "contact_name",
                "date",
                "due_date",
                "status",
                "currency",
                "rate",
                "sub_total",
                "tax",
                "total",
                "remaining");
        for (CreditNote credit : books.creditNotes()) {
            csv.row(
                    credit.id(),
                    credit.number(),
                    credit.side().creditType(),
                    credit.contactId(),
                    books.contact(credit.contactId()).name(),
                    credit.date(),
                    credit.date(),
                    credit.status(),
                    Organisation.BASE_CURRENCY,
                    "1.000000",
                    amount(credit.subTotal()),
                    amount(credit.tax()),
                    amount(credit.total()),
                    amount(credit.remaining()));
        }
        return csv;
    }

    private Csv allocations() {
        Csv csv = new Csv("allocation_id", "credit_note_id", "invoice_id", "date", "amount");
        for (CreditNote credit : books.creditNotes()) {
            for (Allocation allocation : credit.allocations()) {
                csv.row(
                        allocation.id(),
                        allocation.creditNoteId(),
                        allocation.invoiceId(),
                        allocation.date(),
                        amount(allocation.amount()));
            }
        }
        return csv;
    }

    private Csv bankTransactions() {
        Csv csv = new Csv(
                "id", "type", "date", "bank_account_code", "contact_id", "status", "reconciled", "total", "tax");
        for (BankTransaction transaction : books.bankTransactions()) {
            csv.row(
                    transaction.id(),
                    transaction.type().word(),
                    transaction.date(),
                    transaction.bankAccountCode(),
                    transaction.contactId(),
                    transaction.status(),
                    transaction.reconciled(),
                    amount(transaction.total()),
                    amount(transaction.tax()));
        }
        return csv;
    }

    private Csv manualJournals() {
        Csv csv = new Csv(
                "manual_journal_id", "date", "narration", "line", "account_code", "amount", "tax_type", "description");
        for (ManualJournal manual : books.manualJournals()) {
            int number = 1;
            for (ManualJournal.Entry line : manual.lines()) {
                csv.row(
                        manual.id(),
                        manual.date(),
                        manual.narration(),
                        number++,
                        line.accountCode(),
                        amount(line.amount()),
                        line.taxType(),
                        line.description());
            }
        }
        return csv;
    }

    private Csv budgets() {
        Csv csv = new Csv("account_code", "month", "amount");
        for (Budget budget : books.budgets()) {
            csv.row(budget.accountCode(), budget.month(), amount(budget.amount()));
        }
        return csv;
    }

    private Csv journal(List<JournalEntry> journal) {
        Csv csv = new Csv(
                "date",
                "journal_id",
                "source_type",
                "source_id",
                "account_code",
                "account_name",
                "account_class",
                "amount",
                "tax_type",
                "tax_amount",
                "contact_id",
                "memo");
        for (JournalEntry entry : journal) {
            for (JournalLine line : entry.lines()) {
                Account account = books.account(line.accountCode());
                csv.row(
                        entry.date(),
                        entry.id(),
                        entry.sourceType(),
                        entry.sourceId(),
                        account.code(),
                        account.name(),
                        account.accountClass(),
                        amount(line.amount()),
                        line.taxType(),
                        amount(line.tax()),
                        entry.contactId(),
                        entry.memo());
            }
        }
        return csv;
    }
}
