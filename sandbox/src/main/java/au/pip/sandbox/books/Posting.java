package au.pip.sandbox.books;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** How documents post to the ledger on an accruals basis. Allocations move nothing: both sides are in one control account. */
final class Posting {
    private final Ids ids;
    private final List<JournalEntry> journal = new ArrayList<>();

    private Posting(Ids ids) {
        this.ids = ids;
    }

    /** The balanced journal of everything in the draft that counts, by date. */
    static List<JournalEntry> journal(Draft draft, List<JournalEntry> opening) {
        Posting posting = new Posting(new Ids(draft.spec));
        posting.journal.addAll(opening);
        for (Invoice invoice : draft.invoices) {
            if (invoice.status().isPosted()) {
                posting.invoice(invoice);
            }
        }
        draft.creditNotes.forEach(posting::creditNote);
        for (BankTransaction transaction : draft.bankTransactions) {
            if (!transaction.deleted()) {
                posting.bankTransaction(transaction);
            }
        }
        draft.manualJournals.forEach(posting::manualJournal);
        posting.journal.sort(Comparator.comparing(JournalEntry::date).thenComparing(JournalEntry::sourceType));
        return List.copyOf(posting.journal);
    }

    private void invoice(Invoice invoice) {
        long sign = invoice.side().sign();
        String memo = invoice.side() == Side.SALE ? "Invoice " + invoice.number() : "Bill " + invoice.number();
        List<JournalLine> lines = documentLines(invoice.lines(), -sign, invoice);
        lines.addFirst(JournalLine.plain(invoice.side().controlAccount(), sign * invoice.toAud(invoice.total())));
        add(
                invoice.date(),
                SourceType.valueOf(invoice.side().invoiceType()),
                invoice.id(),
                invoice.contactId(),
                memo,
                lines);
        long open = invoice.total() - invoice.credited();
        for (Payment payment : invoice.payments()) {
            long relief = invoice.toAud(open) - invoice.toAud(open - payment.amount());
            open -= payment.amount();
            List<JournalLine> paid = new ArrayList<>();
            paid.add(JournalLine.plain(payment.bankAccountCode(), sign * payment.bankAmount()));
            paid.add(JournalLine.plain(invoice.side().controlAccount(), -sign * relief));
            if (relief != payment.bankAmount()) {
                paid.add(new JournalLine(
                        Chart.CURRENCY_GAINS, sign * (relief - payment.bankAmount()), TaxType.BASEXCLUDED, 0));
            }
            add(
                    payment.date(),
                    SourceType.valueOf(invoice.side().paymentType()),
                    payment.id(),
                    invoice.contactId(),
                    "Payment of " + invoice.number(),
                    paid);
        }
    }

    private void creditNote(CreditNote credit) {
        long sign = credit.side().sign();
        List<JournalLine> lines = new ArrayList<>();
        lines.add(JournalLine.plain(credit.side().controlAccount(), -sign * credit.total()));
        lines.addAll(documentLines(credit.lines(), sign));
        add(
                credit.date(),
                SourceType.valueOf(credit.side().creditType()),
                credit.id(),
                credit.contactId(),
                "Credit note " + credit.number(),
                lines);
    }

    private void bankTransaction(BankTransaction transaction) {
        long sign = transaction.type().sign();
        List<JournalLine> lines = new ArrayList<>();
        lines.add(JournalLine.plain(transaction.bankAccountCode(), sign * transaction.total()));
        lines.addAll(documentLines(transaction.lines(), -sign));
        SourceType source = transaction.type().isTransfer()
                ? SourceType.TRANSFER
                : sign > 0 ? SourceType.CASHREC : SourceType.CASHPAID;
        journal.add(new JournalEntry(
                ids.next("journal"),
                transaction.date(),
                source,
                transaction.id(),
                transaction.contactId(),
                transaction.lines().getFirst().description(),
                lines));
    }

    private void manualJournal(ManualJournal manual) {
        List<JournalLine> lines = manual.lines().stream()
                .map(line -> new JournalLine(line.accountCode(), line.amount(), line.taxType(), 0))
                .toList();
        journal.add(new JournalEntry(
                ids.next("journal"),
                manual.date(),
                SourceType.MANJOURNAL,
                manual.id(),
                null,
                manual.narration(),
                lines));
    }

    private void add(LocalDate date, SourceType type, UUID source, UUID contact, String memo, List<JournalLine> lines) {
        journal.add(new JournalEntry(ids.next("journal"), date, type, source, contact, memo, lines));
    }

    /** A foreign document has one line without tax, so that its line is worth exactly what its total is. */
    private static List<JournalLine> documentLines(List<Line> lines, long sign, Invoice invoice) {
        return invoice.currency().equals(InvoiceDraft.AUD)
                ? documentLines(lines, sign)
                : new ArrayList<>(lines.stream()
                        .map(line -> new JournalLine(
                                line.accountCode(), sign * invoice.toAud(line.net()), line.taxType(), 0))
                        .toList());
    }

    private static List<JournalLine> documentLines(List<Line> lines, long sign) {
        List<JournalLine> posted = new ArrayList<>();
        long tax = 0;
        for (Line line : lines) {
            posted.add(new JournalLine(line.accountCode(), sign * line.net(), line.taxType(), sign * line.tax()));
            tax += line.tax();
        }
        if (tax != 0) {
            posted.add(JournalLine.plain(Chart.GST, sign * tax));
        }
        return posted;
    }
}
