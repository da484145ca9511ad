package au.pip.sandbox.books;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ledger account of the chart.
 *
 * @param taxType the tax type that a line on it has by default
 * @param systemAccount Xero's name for an account with a fixed part, or null
 */
public record Account(
        UUID id,
        String code,
        String name,
        AccountType type,
        TaxType taxType,
        @Nullable String systemAccount) {
    public AccountClass accountClass() {
        return type.accountClass();
    }
}
