package au.pip.sandbox.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * A sales invoice or a supplier's bill; amounts in cents of its currency.
 *
 * @param number ours for a sale, the supplier's for a bill (so two bills may share one)
 * @param rate units of the currency for one AUD on the day of the document, Xero's CurrencyRate; 1 for AUD
 */
public record Invoice(
        UUID id,
        Side side,
        String number,
        String reference,
        UUID contactId,
        LocalDate date,
        LocalDate dueDate,
        InvoiceStatus status,
        LineAmountTypes lineAmountTypes,
        Currency currency,
        BigDecimal rate,
        List<Line> lines,
        List<Payment> payments,
        List<Allocation> allocations,
        Instant updated)
        implements Lined {

    public Invoice {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
        allocations = List.copyOf(allocations);
    }

    public long paid() {
        return payments.stream().mapToLong(Payment::amount).sum();
    }

    public long credited() {
        return allocations.stream().mapToLong(Allocation::amount).sum();
    }

    /** What is still to be paid if the document counts; the whole total for one that does not. */
    public long due() {
        return total() - paid() - credited();
    }

    /** Cents of the document's currency in cents of AUD at the document's own rate, rounded half up. */
    public long toAud(long cents) {
        return toAud(cents, rate);
    }

    /** Cents of a currency in cents of AUD, rounded half up. */
    static long toAud(long cents, BigDecimal rate) {
        return BigDecimal.valueOf(cents).divide(rate, 0, RoundingMode.HALF_UP).longValueExact();
    }

    boolean isOpen() {
        return status.isPosted() && due() != 0;
    }

    Invoice withNumber(String newNumber) {
        return new Invoice(
                id,
                side,
                newNumber,
                reference,
                contactId,
                date,
                dueDate,
                status,
                lineAmountTypes,
                currency,
                rate,
                lines,
                payments,
                allocations,
                updated);
    }
}
