package au.pip.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact was read: in an organisation's books, or in Pip's tax data.
 *
 * @param organisation the organisation's name in Xero; {@value #TAX_DATA} for tax data
 * @param endpoint what was asked, such as {@code Invoices} or {@code Reports/ProfitAndLoss}
 * @param recordIds ids of the records behind it; the first {@value #MOST_IDS} when there are more
 * @param records how many records stand behind it
 * @param link a deep link to the one record, where there is one
 * @param fetchedAt when the reply came
 * @param digest SHA-256 of the raw reply, in hexadecimal; of several replies, theirs joined by {@code +}
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
    /** In place of an organisation, for figures of tax law. */
    public static final String TAX_DATA = "Pip's tax data";

    public Source {
        recordIds = List.copyOf(recordIds.size() > MOST_IDS ? recordIds.subList(0, MOST_IDS) : recordIds);
    }

    /**
     * A figure of Pip's tax data.
     *
     * @param what who says so and when it was checked
     * @param item what it is of
     * @param checked told as the time of fetching, at that day's beginning in UTC
     * @param digest SHA-256 of the file that holds it
     */
    public static Source ofTaxData(String what, String item, LocalDate checked, String digest) {
        Instant at = checked.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Source(TAX_DATA, what, List.of(item), 1, null, at, digest);
    }

    public boolean isTaxData() {
        return organisation.equals(TAX_DATA);
    }

    /**
     * What stands behind a figure that was worked out of these: all their records. It is the organisation's, and as old
     * as its books were, when any of them are books.
     */
    static Source together(List<Source> sources) {
        List<Source> books =
                sources.stream().filter(source -> !source.isTaxData()).toList();
        List<Source> leading = books.isEmpty() ? sources : books;
        Source first = leading.getFirst();
        List<String> ids = sources.stream()
                .flatMap(source -> source.recordIds().stream())
                .distinct()
                .toList();
        boolean allNamed =
                sources.stream().allMatch(source -> source.recordIds().size() == source.records());
        return new Source(
                first.organisation(),
                joined(sources, Source::endpoint),
                ids,
                allNamed
                        ? ids.size()
                        : sources.stream().mapToInt(Source::records).sum(),
                sources.size() == 1 ? first.link() : null,
                leading.stream()
                        .map(Source::fetchedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                joined(sources, Source::digest));
    }

    private static String joined(List<Source> sources, Function<Source, String> part) {
        return sources.stream().map(part).distinct().collect(Collectors.joining("+"));
    }
}
