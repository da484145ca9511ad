package au.pip.api;

import java.time.Instant;

/**
 * An entry that a search found.
 *
 * @param title the conversation's
 * @param kind {@code question}, {@code answer}
 * @param before what stands in the entry before the first word that was found, cut to a line
 * @param hit that word
 * @param after what follows it, cut to a line
 */
public record FoundView(
        String conversationId,
        String title,
        String entryId,
        String kind,
        String before,
        String hit,
        String after,
        Instant at) {}
