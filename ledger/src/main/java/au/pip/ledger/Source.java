package au.pip.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact was read.
 *
 * @param organisation the organisation's name in Xero
 * @param endpoint what was asked, such as {@code Invoices} or {@code Reports/ProfitAndLoss}
 * @param recordIds ids of the records behind it; the first {@value #MOST_IDS} when there are more
 * @param records how many records stand behind it
 * @param link a deep link to the one record, where there is one
 * @param fetchedAt when the reply came
 * @param digest SHA-256 of the raw reply, in hexadecimal
 */
public record Source(
        String organisation,
        String endpoint,
        List<String> recordIds,
        int records,
        @Nullable String link,
        Instant fetchedAt,
        String digest) {
    public static final int MOST_IDS = 50;

    public Source {
        recordIds = List.copyOf(recordIds.size() > MOST_IDS ? recordIds.subList(0, MOST_IDS) : recordIds);
    }
}
