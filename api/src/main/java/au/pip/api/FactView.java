package au.pip.api;

import org.jspecify.annotations.Nullable;

/**
 * A fact behind a figure.
 *
 * @param period as a person reads it, such as {@code October 2026}
 * @param basis {@code accruals} or {@code cash}, where it matters
 * @param value as shown
 */
public record FactView(
        String id,
        String measure,
        String subject,
        String period,
        @Nullable String basis,
        String value,
        @Nullable String formula,
        SourceView source) {}
