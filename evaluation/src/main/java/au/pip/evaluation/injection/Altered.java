package au.pip.evaluation.injection;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.AdvancePayment;
import au.pip.sandbox.books.Attachment;
import au.pip.sandbox.books.BankTransaction;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Contact;
import au.pip.sandbox.books.ContactGroup;
import au.pip.sandbox.books.CreditNote;
import au.pip.sandbox.books.Invoice;
import au.pip.sandbox.books.Item;
import au.pip.sandbox.books.Line;
import au.pip.sandbox.books.Note;
import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.books.Paperwork;
import au.pip.sandbox.books.PurchaseOrder;
import au.pip.sandbox.books.Quote;
import au.pip.sandbox.books.TrackingCategory;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Books in which one text is another; every amount stays. */
final class Altered {
    private final Books books;

    Altered(Books books) {
        this.books = books;
    }

    Books organisation(String name) {
        Organisation of = books.organisation();
        return with(
                new Organisation(
                        of.organisationId(), of.tenantId(), of.shortCode(), name, name, of.abn(), of.company()),
                books.accounts(),
                books.contacts(),
                books.invoices(),
                books.creditNotes(),
                books.bankTransactions(),
                books.paperwork());
    }

    Books account(String code, String name) {
        return with(
                books.organisation(),
                each(
                        books.accounts(),
                        account -> account.code().equals(code)
                                ? new Account(
                                        account.id(),
                                        code,
                                        name,
                                        account.type(),
                                        account.taxType(),
                                        account.systemAccount())
                                : account),
                books.contacts(),
                books.invoices(),
                books.creditNotes(),
                books.bankTransactions(),
                books.paperwork());
    }

    Books contact(UUID id, String name, String email) {
        return with(
                books.organisation(),
                books.accounts(),
                each(
                        books.contacts(),
                        contact -> contact.id().equals(id)
                                ? new Contact(
                                        id,
                                        name,
                                        contact.firstName(),
                                        contact.lastName(),
                                        email,
                                        contact.phone(),
                                        contact.customer(),
                                        contact.supplier(),
                                        contact.archived(),
                                        contact.updated())
                                : contact),
                books.invoices(),
                books.creditNotes(),
                books.bankTransactions(),
                books.paperwork());
    }

    Books invoice(UUID id, String number, String reference, UnaryOperator<Line> line) {
        return with(
                books.organisation(),
                books.accounts(),
                books.contacts(),
                each(
                        books.invoices(),
                        invoice -> invoice.id().equals(id)
                                ? new Invoice(
                                        id,
                                        invoice.side(),
                                        number,
                                        reference,
                                        invoice.contactId(),
                                        invoice.date(),
                                        invoice.dueDate(),
                                        invoice.status(),
                                        invoice.lineAmountTypes(),
                                        invoice.currency(),
                                        invoice.rate(),
                                        each(invoice.lines(), line),
                                        invoice.payments(),
                                        invoice.allocations(),
                                        invoice.updated())
                                : invoice),
                books.creditNotes(),
                books.bankTransactions(),
                books.paperwork());
    }

    static Line described(Line line, String description) {
        return new Line(
                line.id(),
                description,
                line.quantity(),
                line.unitAmount(),
                line.accountCode(),
                line.taxType(),
                line.net(),
                line.tax());
    }

    Books creditNote(UUID id, String number) {
        return with(
                books.organisation(),
                books.accounts(),
                books.contacts(),
                books.invoices(),
                each(
                        books.creditNotes(),
                        note -> note.id().equals(id)
                                ? new CreditNote(
                                        id,
                                        note.side(),
                                        number,
                                        note.reference(),
                                        note.contactId(),
                                        note.date(),
                                        note.status(),
                                        note.lineAmountTypes(),
                                        note.lines(),
                                        note.allocations(),
                                        note.updated())
                                : note),
                books.bankTransactions(),
                books.paperwork());
    }

    /** All of them get this reference. */
    Books bankMemo(String reference) {
        return with(
                books.organisation(),
                books.accounts(),
                books.contacts(),
                books.invoices(),
                books.creditNotes(),
                each(books.bankTransactions(), each -> referenced(each, reference)),
                books.paperwork());
    }

    private static BankTransaction referenced(BankTransaction each, String reference) {
        return new BankTransaction(
                each.id(),
                each.type(),
                each.bankAccountCode(),
                each.contactId(),
                each.date(),
                reference,
                each.deleted(),
                each.reconciled(),
                each.lineAmountTypes(),
                each.lines(),
                each.updated());
    }

    /** The bank transactions that are payments in advance get this reference. */
    Books advanceMemo(String reference) {
        Paperwork paper = books.paperwork();
        return with(
                books.organisation(),
                books.accounts(),
                books.contacts(),
                books.invoices(),
                books.creditNotes(),
                books.bankTransactions(),
                new Paperwork(
                        paper.quotes(),
                        paper.purchaseOrders(),
                        paper.items(),
                        paper.trackingCategories(),
                        paper.contactGroups(),
                        paper.bankTransfers(),
                        each(
                                paper.advancePayments(),
                                each -> new AdvancePayment(
                                        each.id(), each.kind(), referenced(each.transaction(), reference))),
                        paper.attachments(),
                        paper.notes()));
    }

    Books quote(UUID id, String number, String title) {
        Paperwork paper = books.paperwork();
        return paper(
                each(
                        paper.quotes(),
                        quote -> quote.id().equals(id)
                                ? new Quote(
                                        id,
                                        number,
                                        title,
                                        quote.contactId(),
                                        quote.date(),
                                        quote.expiresOn(),
                                        quote.status(),
                                        quote.lines(),
                                        quote.trackingOptionId(),
                                        quote.updated())
                                : quote),
                paper.purchaseOrders(),
                paper.items(),
                paper.trackingCategories(),
                paper.contactGroups(),
                paper.attachments(),
                paper.notes());
    }

    Books order(UUID id, String number) {
        Paperwork paper = books.paperwork();
        return paper(
                paper.quotes(),
                each(
                        paper.purchaseOrders(),
                        order -> order.id().equals(id)
                                ? new PurchaseOrder(
                                        id,
                                        number,
                                        order.contactId(),
                                        order.date(),
                                        order.deliveryOn(),
                                        order.status(),
                                        order.lines(),
                                        order.updated())
                                : order),
                paper.items(),
                paper.trackingCategories(),
                paper.contactGroups(),
                paper.attachments(),
                paper.notes());
    }

    Books item(UUID id, String name, String description) {
        Paperwork paper = books.paperwork();
        return paper(
                paper.quotes(),
                paper.purchaseOrders(),
                each(
                        paper.items(),
                        item -> item.id().equals(id)
                                ? new Item(
                                        id,
                                        item.code(),
                                        name,
                                        description,
                                        item.sold(),
                                        item.unitCents(),
                                        item.accountCode(),
                                        item.taxType(),
                                        item.updated())
                                : item),
                paper.trackingCategories(),
                paper.contactGroups(),
                paper.attachments(),
                paper.notes());
    }

    Books lists(List<TrackingCategory> categories, List<ContactGroup> groups) {
        Paperwork paper = books.paperwork();
        return paper(
                paper.quotes(),
                paper.purchaseOrders(),
                paper.items(),
                categories,
                groups,
                paper.attachments(),
                paper.notes());
    }

    Books files(List<Attachment> attachments, List<Note> notes) {
        Paperwork paper = books.paperwork();
        return paper(
                paper.quotes(),
                paper.purchaseOrders(),
                paper.items(),
                paper.trackingCategories(),
                paper.contactGroups(),
                attachments,
                notes);
    }

    private Books paper(
            List<Quote> quotes,
            List<PurchaseOrder> orders,
            List<Item> items,
            List<TrackingCategory> categories,
            List<ContactGroup> groups,
            List<Attachment> attachments,
            List<Note> notes) {
        Paperwork paper = books.paperwork();
        return with(
                books.organisation(),
                books.accounts(),
                books.contacts(),
                books.invoices(),
                books.creditNotes(),
                books.bankTransactions(),
                new Paperwork(
                        quotes,
                        orders,
                        items,
                        categories,
                        groups,
                        paper.bankTransfers(),
                        paper.advancePayments(),
                        attachments,
                        notes));
    }

    private Books with(
            Organisation organisation,
            List<Account> accounts,
            List<Contact> contacts,
            List<Invoice> invoices,
            List<CreditNote> creditNotes,
            List<BankTransaction> bankTransactions,
            Paperwork paperwork) {
        return new Books(
                books.spec(),
                organisation,
                accounts,
                contacts,
                invoices,
                creditNotes,
                bankTransactions,
                books.manualJournals(),
                books.journal(),
                books.cashJournal(),
                books.budgets(),
                paperwork);
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> change) {
        return all.stream().map(change).toList();
    }
}
