package au.pip.sandbox.books;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one document, payment or journal did to the ledger. Its lines sum to zero:
 * {@link IllegalArgumentException} otherwise.
 *
 * @param sourceId the document, payment, transaction or manual journal that posted it
 */
public record JournalEntry(
        UUID id,
        LocalDate date,
        SourceType sourceType,
        UUID sourceId,
        @Nullable UUID contactId,
        String memo,
        List<JournalLine> lines) {

    public JournalEntry {
        lines = List.copyOf(lines);
        if (lines.stream().mapToLong(JournalLine::amount).sum() != 0) {
            throw new IllegalArgumentException(memo + " does not balance: " + lines);
        }
    }
}
