package au.pip.sandbox.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Credit given to a customer, or by a supplier; always in AUD, amounts in cents.
 *
 * @param allocations what of it has been set against invoices
 */
public record CreditNote(
        UUID id,
        Side side,
        String number,
        String reference,
        UUID contactId,
        LocalDate date,
        InvoiceStatus status,
        LineAmountTypes lineAmountTypes,
        List<Line> lines,
        List<Allocation> allocations,
        Instant updated) {

    public CreditNote {
        lines = List.copyOf(lines);
        allocations = List.copyOf(allocations);
    }

    public long subTotal() {
        return lines.stream().mapToLong(Line::net).sum();
    }

    public long tax() {
        return lines.stream().mapToLong(Line::tax).sum();
    }

    public long total() {
        return subTotal() + tax();
    }

    /** Credit not yet set against an invoice. */
    public long remaining() {
        return total() - allocations.stream().mapToLong(Allocation::amount).sum();
    }
}
