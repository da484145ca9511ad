package au.pip.api;

/**
 * {@code POST /api/conversations/{id}/messages}.
 *
 * @param id made by the client, a UUID; the same id again answers the same run and sends nothing twice
 * @param text what the person typed
 */
public record SendMessage(String id, String text) {}
