package au.pip.assistant;

import java.time.Instant;

/**
 * Something done that somebody may ask about later. Never changed, never holds a secret.
 *
 * @param id a UUID (version 7)
 * @param actor who did it: a person, a tool of a run, the server
 * @param action what was done, such as {@code connection.added}
 * @param subject to what, such as a connection's id
 * @param detail JSON
 */
public record AuditEntry(String id, Instant at, String actor, String action, String subject, String detail) {}
