package au.pip.assistant;

import java.time.Instant;

/**
 * A conversation.
 *
 * @param id a UUID (version 7)
 * @param updatedAt when the last entry was added
 */
public record Conversation(String id, String title, Instant createdAt, Instant updatedAt) {}
