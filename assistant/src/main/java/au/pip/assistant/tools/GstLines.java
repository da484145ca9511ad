package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.xero.AppliedPayment;
import au.pip.xero.BankTransaction;
import au.pip.xero.BankTransactionQuery;
import au.pip.xero.CreditNote;
import au.pip.xero.CreditNoteQuery;
import au.pip.xero.DateRange;
import au.pip.xero.Invoice;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.LineItem;
import au.pip.xero.ManualJournal;
import au.pip.xero.ManualJournalQuery;
import au.pip.xero.Totals;
import au.pip.xero.XeroReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The GST of one period by side. On accruals a document counts in full on its date; on cash each payment counts on its
 * date with the document's tax × paid ÷ total, rounded half up to the cent. Money spent or received without an invoice,
 * and journals by hand, count on their date on both.
 */
final class GstLines {
    private static final Invoice.Status[] BOOKED = {Invoice.Status.AUTHORISED, Invoice.Status.PAID};
    private static final Set<BankTransaction.Type> RECEIVED =
            Set.of(BankTransaction.Type.RECEIVE, BankTransaction.Type.RECEIVE_PREPAYMENT);
    private static final Set<BankTransaction.Type> SPENT =
            Set.of(BankTransaction.Type.SPEND, BankTransaction.Type.SPEND_PREPAYMENT);

    private final Books books;
    private final Period period;
    private final Home home;
    private final Sum sales;
    private final Sum purchases;

    private GstLines(Books books, Period period) {
        this.books = books;
        this.period = period;
        this.home = new Home(books.organisation().baseCurrency());
        this.sales = new Sum(Money.zero(home.currency()));
        this.purchases = new Sum(Money.zero(home.currency()));
    }

    static GstLines accruals(Books books, Period period) {
        GstLines lines = new GstLines(books, period);
        DateRange dates = DateRange.of(period);
        XeroReply<List<Invoice>> invoices =
                books.xero().invoices(InvoiceQuery.all().withStatus(BOOKED).dated(dates));
        XeroReply<List<CreditNote>> notes = books.xero()
                .creditNotes(CreditNoteQuery.all().withStatus(BOOKED).dated(dates));
        invoices.value().forEach(lines::whole);
        notes.value().forEach(lines::whole);
        lines.unbilled(invoices, notes);
        return lines;
    }

    static GstLines cash(Books books, Period period) {
        GstLines lines = new GstLines(books, period);
        XeroReply<List<Invoice>> invoices =
                books.xero().invoices(InvoiceQuery.all().withStatus(BOOKED));
        XeroReply<List<CreditNote>> notes =
                books.xero().creditNotes(CreditNoteQuery.all().withStatus(BOOKED));
        invoices.value().forEach(lines::paid);
        notes.value().forEach(lines::refunded);
        lines.unbilled(invoices, notes);
        return lines;
    }

    Sum sales() {
        return sales;
    }

    Sum purchases() {
        return purchases;
    }

    /** The tax of one side, and the records it is from. */
    static final class Sum {
        private final List<String> ids = new ArrayList<>();
        private Money total;
        private @Nullable Evidence evidence;

        private Sum(Money zero) {
            this.total = zero;
        }

        private void add(Money tax, String id) {
            if (!tax.isZero()) {
                total = total.plus(tax);
                ids.add(id);
            }
        }

        Money total() {
            return total;
        }

        Source source() {
            if (evidence == null) {
                throw new IllegalStateException("nothing was read yet");
            }
            return evidence.of(ids);
        }
    }

    private void whole(Invoice invoice) {
        Money tax = home.of(invoice.totals().tax(), invoice.currencyRate(), "document " + invoice.number());
        if (invoice.isSale()) {
            sales.add(tax, invoice.invoiceId());
        } else if (invoice.isBill()) {
            purchases.add(tax, invoice.invoiceId());
        }
    }

    private void whole(CreditNote note) {
        Money tax = home.of(note.totals().tax(), note.currencyRate(), "credit note " + note.number())
                .negate();
        side(note.type()).add(tax, note.creditNoteId());
    }

    private void paid(Invoice invoice) {
        Sum side = invoice.isSale() ? sales : purchases;
        if (invoice.isSale() || invoice.isBill()) {
            for (Money tax : parts(invoice.totals(), invoice.payments(), invoice.currencyRate(), invoice.number())) {
                side.add(tax, invoice.invoiceId());
            }
        }
    }

    private void refunded(CreditNote note) {
        for (Money tax : parts(note.totals(), note.refunds(), note.currencyRate(), note.number())) {
            side(note.type()).add(tax.negate(), note.creditNoteId());
        }
    }

    private Sum side(CreditNote.Type type) {
        return type == CreditNote.Type.ACCPAYCREDIT ? purchases : sales;
    }

    /** The tax in each payment of the period. */
    private List<Money> parts(Totals totals, List<AppliedPayment> payments, @Nullable BigDecimal rate, String number) {
        List<Money> parts = new ArrayList<>();
        if (totals.tax().isZero() || totals.total().isZero()) {
            return parts;
        }
        for (AppliedPayment payment : payments) {
            if (payment.date() != null && period.contains(payment.date())) {
                Money tax = Money.rounded(
                        totals.tax()
                                .toDecimal()
                                .multiply(payment.amount().toDecimal())
                                .divide(totals.total().toDecimal(), 10, RoundingMode.HALF_UP),
                        totals.tax().currency());
                parts.add(home.of(tax, rate, "document " + number));
            }
        }
        return parts;
    }

    private void unbilled(XeroReply<?> invoices, XeroReply<?> notes) {
        DateRange dates = DateRange.of(period);
        XeroReply<List<BankTransaction>> bank = books.xero()
                .bankTransactions(BankTransactionQuery.all()
                        .withStatus(BankTransaction.Status.AUTHORISED)
                        .dated(dates));
        XeroReply<List<ManualJournal>> journals = books.xero()
                .manualJournals(ManualJournalQuery.all()
                        .withStatus(ManualJournal.Status.POSTED)
                        .dated(dates));
        bank.value().forEach(this::bank);
        journals.value().forEach(this::journal);
        Evidence evidence = new Evidence(books, invoices, notes, bank, journals);
        sales.evidence = evidence;
        purchases.evidence = evidence;
    }

    private void bank(BankTransaction transaction) {
        boolean received = RECEIVED.contains(transaction.type());
        if (!received && !SPENT.contains(transaction.type())) {
            return;
        }
        for (LineItem line : transaction.lines()) {
            if (line.tax() != null) {
                Money tax = home.of(line.tax(), transaction.currencyRate(), "a bank transaction");
                boolean sale = isSale(line.taxType(), received);
                (sale ? sales : purchases).add(sale == received ? tax : tax.negate(), transaction.bankTransactionId());
            }
        }
    }

    private void journal(ManualJournal journal) {
        for (ManualJournal.Line line : journal.lines()) {
            if (line.tax() != null) {
                boolean sale = isSale(line.taxType(), line.amount().isNegative());
                Money debit = line.amount().isNegative()
                        ? line.tax().abs().negate()
                        : line.tax().abs();
                (sale ? sales : purchases).add(sale ? debit.negate() : debit, journal.manualJournalId());
            }
        }
    }

    /** By Xero's Australian tax types; a custom one goes with the direction of the money. */
    private static boolean isSale(String taxType, boolean otherwise) {
        if (taxType.contains("OUTPUT")) {
            return true;
        }
        return !taxType.contains("INPUT") && !taxType.startsWith("GSTON") && otherwise;
    }
}
