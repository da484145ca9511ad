package au.pip.sandbox.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer to a customer in AUD, its prices without tax. It posts nothing.
 *
 * @param trackingOptionId what all its lines are tracked as; null for nothing
 */
public record Quote(
        UUID id,
        String number,
        String title,
        UUID contactId,
        LocalDate date,
        LocalDate expiresOn,
        Status status,
        List<Line> lines,
        @Nullable UUID trackingOptionId,
        Instant updated)
        implements Lined {

    /** In Xero's words. */
    public enum Status {
        DRAFT,
        SENT,
        DECLINED,
        ACCEPTED,
        INVOICED,
        DELETED
    }

    public Quote {
        lines = List.copyOf(lines);
    }
}
