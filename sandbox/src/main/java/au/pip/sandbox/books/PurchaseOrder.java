package au.pip.sandbox.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An order to a supplier in AUD, its prices without tax. It posts nothing. */
public record PurchaseOrder(
        UUID id,
        String number,
        UUID contactId,
        LocalDate date,
        LocalDate deliveryOn,
        Status status,
        List<Line> lines,
        Instant updated)
        implements Lined {

    /** In Xero's words. */
    public enum Status {
        DRAFT,
        SUBMITTED,
        AUTHORISED,
        BILLED,
        DELETED
    }

    public PurchaseOrder {
        lines = List.copyOf(lines);
    }
}
