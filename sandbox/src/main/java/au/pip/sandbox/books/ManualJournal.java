package au.pip.sandbox.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A posted manual journal: wages, super, depreciation. */
public record ManualJournal(UUID id, LocalDate date, String narration, List<Entry> lines, Instant updated) {

    public ManualJournal {
        lines = List.copyOf(lines);
    }

    /**
     * One line of a manual journal; none of ours carries tax.
     *
     * @param amount cents, a debit is positive
     */
    public record Entry(String accountCode, long amount, String description, TaxType taxType) {}
}
