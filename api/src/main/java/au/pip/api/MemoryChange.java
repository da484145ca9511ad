package au.pip.api;

import org.jspecify.annotations.Nullable;

/**
 * Something to keep in mind: {@code POST /api/memory/items}, and {@code PUT /api/memory/items/{id}} to say it otherwise.
 *
 * @param about whom or what; the person when left out
 * @param says what is so of it, or how it is related to {@code other}
 * @param here whether it is only about the organisation that questions are about now; no when left out. A change leaves
 *     that as it was
 */
public record MemoryChange(
        @Nullable String about,
        String says,
        @Nullable String other,
        @Nullable Boolean here) {}
