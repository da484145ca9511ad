package au.pip.sandbox.books;

import org.jspecify.annotations.Nullable;

/**
 * One line of a journal entry.
 *
 * @param amount cents of AUD, a debit is positive
 * @param taxType the tax type of the document line behind it; null on control, bank and GST lines
 * @param tax the document line's tax, with the sign of {@code amount}
 */
public record JournalLine(
        String accountCode, long amount, @Nullable TaxType taxType, long tax) {
    static JournalLine plain(String accountCode, long amount) {
        return new JournalLine(accountCode, amount, null, 0);
    }
}
