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
 * The GST of one period by side, and the sales that it is of. On accruals a document counts in full on its date; on cash each payment counts on its
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
    private final Sides all;
    private @Nullable Evidence evidence;

    private GstLines(Books books, Period period) {
        this.books = books;
        this.period = period;
        this.home = new Home(books.organisation().baseCurrency());
        this.all = sides();
    }

    /**
     * The tax of each side, with the records that it is from.
     *
     * @param gross the sales with their tax, whether or not they bear any
     */
    private record Sides(Gathered sales, Gathered purchases, Gathered gross) {
        void addAll(Sides more) {
            sales.addAll(more.sales());
            purchases.addAll(more.purchases());
            gross.addAll(more.gross());
        }

        private static void add(Gathered side, Money tax, String id) {
            if (!tax.isZero()) {
                side.add(tax, id);
            }
        }
    }

    private Sides sides() {
        Money zero = Money.zero(home.currency());
        return new Sides(new Gathered(zero), new Gathered(zero), new Gathered(zero));
    }

    static GstLines accruals(Books books, Period period) {
        GstLines lines = new GstLines(books, period);
        DateRange dates = DateRange.of(period);
        XeroReply<Sides> invoices =
                books.xero().invoices(InvoiceQuery.all().withStatus(BOOKED).dated(dates), lines::sides, lines::whole);
        XeroReply<List<CreditNote>> notes = books.xero()
                .creditNotes(CreditNoteQuery.all().withStatus(BOOKED).dated(dates));
        lines.all.addAll(invoices.value());
        notes.value().forEach(lines::whole);
        lines.unbilled(invoices, notes);
        return lines;
    }

    static GstLines cash(Books books, Period period) {
        GstLines lines = new GstLines(books, period);
        XeroReply<Sides> invoices =
                books.xero().invoices(InvoiceQuery.all().withStatus(BOOKED), lines::sides, lines::paid);
        XeroReply<List<CreditNote>> notes =
                books.xero().creditNotes(CreditNoteQuery.all().withStatus(BOOKED));
        lines.all.addAll(invoices.value());
        notes.value().forEach(lines::refunded);
        lines.unbilled(invoices, notes);
        return lines;
    }

    /** The tax of one side, and where it is from. */
    record Sum(Money total, Source source) {}

    Sum sales() {
        return sum(all.sales());
    }

    Sum purchases() {
        return sum(all.purchases());
    }

    /** Total sales with GST, what the activity statement calls G1. */
    Sum gross() {
        return sum(all.gross());
    }

    private Sum sum(Gathered side) {
        Evidence read = evidence;
        if (read == null) {
            throw new IllegalStateException("nothing was read yet");
        }
        return new Sum(side.total(), side.source(read));
    }

    private void whole(Sides sides, Invoice invoice) {
        Money tax = home.of(invoice.totals().tax(), invoice.currencyRate(), "document " + invoice.number());
        if (invoice.isSale()) {
            Sides.add(sides.sales(), tax, invoice.invoiceId());
            Money gross = GrossSales.of(invoice);
            Sides.add(
                    sides.gross(),
                    home.of(gross, invoice.currencyRate(), "document " + invoice.number()),
                    invoice.invoiceId());
        } else if (invoice.isBill()) {
            Sides.add(sides.purchases(), tax, invoice.invoiceId());
        }
    }

    private void whole(CreditNote note) {
        Money tax = home.of(note.totals().tax(), note.currencyRate(), "credit note " + note.number())
                .negate();
        Sides.add(side(note.type()), tax, note.creditNoteId());
        Money gross = home.of(GrossSales.of(note), note.currencyRate(), "credit note " + note.number());
        Sides.add(all.gross(), gross.negate(), note.creditNoteId());
    }

    private void paid(Sides sides, Invoice invoice) {
        Gathered side = invoice.isSale() ? sides.sales() : sides.purchases();
        if (invoice.isSale() || invoice.isBill()) {
            Parts parts = new Parts(invoice.totals(), invoice.payments(), invoice.currencyRate(), invoice.number());
            for (Money tax : parts.of(invoice.totals().tax())) {
                Sides.add(side, tax, invoice.invoiceId());
            }
            if (invoice.isSale()) {
                parts.of(GrossSales.of(invoice)).forEach(gross -> Sides.add(sides.gross(), gross, invoice.invoiceId()));
            }
        }
    }

    private void refunded(CreditNote note) {
        Parts parts = new Parts(note.totals(), note.refunds(), note.currencyRate(), note.number());
        for (Money tax : parts.of(note.totals().tax())) {
            Sides.add(side(note.type()), tax.negate(), note.creditNoteId());
        }
        parts.of(GrossSales.of(note)).forEach(gross -> Sides.add(all.gross(), gross.negate(), note.creditNoteId()));
    }

    private Gathered side(CreditNote.Type type) {
        return type == CreditNote.Type.ACCPAYCREDIT ? all.purchases() : all.sales();
    }

    /** What of a document lies in each payment of the period. */
    private final class Parts {
        private final Totals totals;
        private final List<AppliedPayment> payments;
        private final @Nullable BigDecimal rate;
        private final String number;

        Parts(Totals totals, List<AppliedPayment> payments, @Nullable BigDecimal rate, String number) {
            this.totals = totals;
            this.payments = payments;
            this.rate = rate;
            this.number = number;
        }

        /** @param share of the document's total, in its currency */
        List<Money> of(Money share) {
            List<Money> parts = new ArrayList<>();
            if (share.isZero() || totals.total().isZero()) {
                return parts;
            }
            for (AppliedPayment payment : payments) {
                if (payment.date() != null && period.contains(payment.date())) {
                    Money part = Money.rounded(
                            share.toDecimal()
                                    .multiply(payment.amount().toDecimal())
                                    .divide(totals.total().toDecimal(), 10, RoundingMode.HALF_UP),
                            share.currency());
                    parts.add(home.of(part, rate, "document " + number));
                }
            }
            return parts;
        }
    }

    private void unbilled(XeroReply<?> invoices, XeroReply<?> notes) {
        DateRange dates = DateRange.of(period);
        XeroReply<Sides> bank = books.xero()
                .bankTransactions(
                        BankTransactionQuery.all()
                                .withStatus(BankTransaction.Status.AUTHORISED)
                                .dated(dates),
                        this::sides,
                        this::bank);
        XeroReply<List<ManualJournal>> journals = books.xero()
                .manualJournals(ManualJournalQuery.all()
                        .withStatus(ManualJournal.Status.POSTED)
                        .dated(dates));
        all.addAll(bank.value());
        journals.value().forEach(this::journal);
        evidence = new Evidence(books, invoices, notes, bank, journals);
    }

    private void bank(Sides sides, BankTransaction transaction) {
        boolean received = RECEIVED.contains(transaction.type());
        if (!received && !SPENT.contains(transaction.type())) {
            return;
        }
        for (LineItem line : transaction.lines()) {
            Money gross = GrossSales.of(line, transaction.lineAmounts(), received, transaction.currency());
            Sides.add(
                    sides.gross(),
                    home.of(gross, transaction.currencyRate(), "a bank transaction"),
                    transaction.bankTransactionId());
            if (line.tax() != null) {
                Money tax = home.of(line.tax(), transaction.currencyRate(), "a bank transaction");
                boolean sale = isSale(line.taxType(), received);
                Sides.add(
                        sale ? sides.sales() : sides.purchases(),
                        sale == received ? tax : tax.negate(),
                        transaction.bankTransactionId());
            }
        }
    }

    private void journal(ManualJournal journal) {
        for (ManualJournal.Line line : journal.lines()) {
            Sides.add(all.gross(), GrossSales.of(line, journal.lineAmounts()), journal.manualJournalId());
            if (line.tax() != null) {
                boolean sale = isSale(line.taxType(), line.amount().isNegative());
                Money debit = line.amount().isNegative()
                        ? line.tax().abs().negate()
                        : line.tax().abs();
                Sides.add(
                        sale ? all.sales() : all.purchases(), sale ? debit.negate() : debit, journal.manualJournalId());
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
