package au.pip.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hard limit on what models may use in a calendar month, and what it stands at. Amounts are decimal strings.
 *
 * @param of {@code account}, {@code organisation} or {@code server}
 * @param unit {@code usd} or {@code tokens}
 * @param reserved set aside for calls that are under way
 * @param left what may still be reserved
 * @param resetsAt when the next month begins
 * @param note what is left, a sentence for a person; null while less than four fifths are used
 */
public record BudgetView(
        String of,
        String unit,
        String limit,
        String spent,
        String reserved,
        String left,
        Instant resetsAt,
        @Nullable String note) {}
