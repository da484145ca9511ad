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
        Instant updated)
        implements Lined {

    public CreditNote {
        lines = List.copyOf(lines);
        allocations = List.copyOf(allocations);
    }

    /** Credit not yet set against an invoice. */
    public long remaining() {
        return total() - allocations.stream().mapToLong(Allocation::amount).sum();
    }
}
