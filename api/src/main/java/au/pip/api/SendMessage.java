package au.pip.api;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/conversations/{id}/messages}.
 *
 * @param id made by the client, a UUID; the same id again answers the same run and sends nothing twice
 * @param text what the person typed
 * @param strict whether a figure that cannot be verified is withheld from the answer; null for the server's own setting
 */
public record SendMessage(String id, String text, @Nullable Boolean strict) {
    public SendMessage(String id, String text) {
        this(id, text, null);
    }
}
