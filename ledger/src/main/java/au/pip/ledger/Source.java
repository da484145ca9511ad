package au.pip.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    public Source {
        recordIds = List.copyOf(recordIds.size() > MOST_IDS ? recordIds.subList(0, MOST_IDS) : recordIds);
    }

    /** What stands behind a figure that was worked out of these: all their records. */
    static Source together(List<Source> sources) {
        Source first = sources.getFirst();
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
                sources.stream()
                        .map(Source::fetchedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                joined(sources, Source::digest));
    }

    private static String joined(List<Source> sources, Function<Source, String> part) {
        return sources.stream().map(part).distinct().collect(Collectors.joining("+"));
    }
}
