package au.pip.sandbox.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A spend-money or receive-money transaction on a bank account, in cents of AUD.
 *
 * @param contactId null for a transfer between own accounts
 * @param deleted whether it was removed again, so that it counts nowhere
 */
public record BankTransaction(
        UUID id,
        BankTransactionType type,
        String bankAccountCode,
        @Nullable UUID contactId,
        LocalDate date,
        String reference,
        boolean deleted,
        boolean reconciled,
        LineAmountTypes lineAmountTypes,
        List<Line> lines,
        Instant updated)
        implements Lined {

    public BankTransaction {
        lines = List.copyOf(lines);
    }

    /** Xero's word for the state. */
    public String status() {
        return deleted ? "DELETED" : "AUTHORISED";
    }
}
