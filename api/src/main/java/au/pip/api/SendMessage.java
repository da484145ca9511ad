package au.pip.api;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/conversations/{id}/messages}.
 *
 * @param id made by the client, a UUID; the same id again answers the same run and sends nothing twice
 * @param text what the person typed
 * @param strict whether a figure that cannot be verified is withheld from the answer; null for the server's own setting
 * @param replaces the conversation's latest question, to be asked again or in other words: it and its answer stay stored
 *     and are no part of the conversation any more. Null for a message that goes on from there. An older question, one
 *     of which a draft waits or was approved, and one that was replaced answer 409 {@code not_replaceable}; one of
 *     another conversation 404
 */
public record SendMessage(
        String id,
        String text,
        @Nullable Boolean strict,
        @Nullable String replaces) {
    public SendMessage(String id, String text) {
        this(id, text, null, null);
    }
}
