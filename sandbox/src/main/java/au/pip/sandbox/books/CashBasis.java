package au.pip.sandbox.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The journal as it stands on a cash basis: a document counts when and in proportion as it is settled, by payment or by
 * an allocated credit note. The control accounts stay at zero.
 */
final class CashBasis {
    private final Map<UUID, Settled> documents = new HashMap<>();
    private final Map<UUID, Allocation> allocations = new HashMap<>();

    /** What the accruals entry of a document was, and how much of its total (in AUD) has been counted so far. */
    private static final class Settled {
        private final JournalEntry entry;
        private final long total;
        private long counted;

        Settled(JournalEntry entry) {
            this.entry = entry;
            this.total = Math.abs(entry.lines().getFirst().amount());
        }

        /** The document's lines, but its control line, for another part of its total. */
        List<JournalLine> next(long part) {
            long before = counted;
            counted += part;
            List<JournalLine> lines = new ArrayList<>();
            long left = Long.signum(entry.lines().getFirst().amount()) * -part;
            List<JournalLine> whole = entry.lines().subList(1, entry.lines().size());
            for (JournalLine line : whole) {
                boolean last = lines.size() == whole.size() - 1;
                long amount = last ? left : share(line.amount(), counted) - share(line.amount(), before);
                left -= amount;
                lines.add(new JournalLine(
                        line.accountCode(),
                        amount,
                        line.taxType(),
                        share(line.tax(), counted) - share(line.tax(), before)));
            }
            return lines;
        }

        private long share(long amount, long part) {
            return BigDecimal.valueOf(amount)
                    .multiply(BigDecimal.valueOf(part))
                    .divide(BigDecimal.valueOf(total), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    private CashBasis() {}

    static List<JournalEntry> journal(List<JournalEntry> accruals, List<Invoice> invoices, Ids ids) {
        CashBasis basis = new CashBasis();
        Map<UUID, UUID> invoiceOfPayment = new HashMap<>();
        List<JournalEntry> events = new ArrayList<>();
        for (JournalEntry entry : accruals) {
            switch (entry.sourceType()) {
                case ACCREC, ACCPAY, ACCRECCREDIT, ACCPAYCREDIT ->
                    basis.documents.put(entry.sourceId(), new Settled(entry));
                case ACCRECPAYMENT, ACCPAYPAYMENT, CONVERSION, CASHREC, CASHPAID, TRANSFER, MANJOURNAL ->
                    events.add(entry);
            }
        }
        for (Invoice invoice : invoices) {
            invoice.payments().forEach(payment -> invoiceOfPayment.put(payment.id(), invoice.id()));
            invoice.allocations().forEach(allocation -> events.add(basis.allocation(allocation, ids)));
        }
        events.sort(Comparator.comparing(JournalEntry::date));
        return events.stream()
                .map(event -> basis.counted(event, invoiceOfPayment.get(event.sourceId())))
                .toList();
    }

    /** A placeholder in order of date, filled in by {@link #counted}. */
    private JournalEntry allocation(Allocation allocation, Ids ids) {
        allocations.put(allocation.id(), allocation);
        JournalEntry credit = document(allocation.creditNoteId()).entry;
        return new JournalEntry(
                ids.next("allocation-journal"),
                allocation.date(),
                credit.sourceType(),
                allocation.id(),
                credit.contactId(),
                credit.memo() + " allocated",
                List.of());
    }

    private JournalEntry counted(JournalEntry event, @Nullable UUID paidInvoice) {
        Allocation allocation = allocations.get(event.sourceId());
        if (allocation != null) {
            return with(
                    event,
                    Stream.concat(
                                    document(allocation.invoiceId()).next(allocation.amount()).stream(),
                                    document(allocation.creditNoteId()).next(allocation.amount()).stream())
                            .toList());
        }
        if (paidInvoice == null) {
            return event;
        }
        List<JournalLine> lines = new ArrayList<>(event.lines());
        JournalLine control = lines.remove(1);
        lines.addAll(document(paidInvoice).next(Math.abs(control.amount())));
        return with(event, lines);
    }

    private Settled document(UUID id) {
        Settled document = documents.get(id);
        if (document == null) {
            throw new IllegalStateException("nothing was posted for document " + id);
        }
        return document;
    }

    private static JournalEntry with(JournalEntry entry, List<JournalLine> lines) {
        return new JournalEntry(
                entry.id(), entry.date(), entry.sourceType(), entry.sourceId(), entry.contactId(), entry.memo(), lines);
    }
}
