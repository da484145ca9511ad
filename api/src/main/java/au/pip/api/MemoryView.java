package au.pip.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Pip keeps in mind about the person and the business: {@code GET /api/memory}, and the answer to every change.
 *
 * @param style how they like to be answered: {@code normal}, {@code concise}, {@code formal} or {@code explanatory}
 * @param items the oldest first
 */
public record MemoryView(String style, List<Item> items) {
    public MemoryView {
        items = List.copyOf(items);
    }

    /**
     * @param here whether it is only about the organisation that questions are about now, rather than everywhere or
     *     about another
     * @param everywhere whether it holds for every organisation
     * @param other whom or what {@code about} is related to; null for a fact
     * @param origin {@code told} by the person, or {@code learned} out of a conversation
     * @param kept false for a suggestion, which counts for nothing until the person keeps it
     */
    public record Item(
            String id,
            boolean here,
            boolean everywhere,
            String about,
            String says,
            @Nullable String other,
            String sentence,
            String origin,
            boolean kept,
            Instant at) {}
}
