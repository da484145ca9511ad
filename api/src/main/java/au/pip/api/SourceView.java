package au.pip.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact was read.
 *
 * @param endpoint of Xero's API
 * @param recordIds the first 50
 * @param records how many stand behind it
 * @param link to the one record in Xero, where there is one
 * @param digest SHA-256 of the raw reply
 */
public record SourceView(
        String organisation,
        String endpoint,
        List<String> recordIds,
        int records,
        @Nullable String link,
        Instant fetchedAt,
        String digest) {}
