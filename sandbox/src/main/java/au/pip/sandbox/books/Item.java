package au.pip.sandbox.books;

import java.time.Instant;
import java.util.UUID;

/**
 * Something with a usual price, sold or bought; its stock is not counted.
 *
 * @param unitCents the price of one without tax
 */
public record Item(
        UUID id,
        String code,
        String name,
        String description,
        boolean sold,
        long unitCents,
        String accountCode,
        TaxType taxType,
        Instant updated) {}
