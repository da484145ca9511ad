package au.pip.assistant;

import java.time.Instant;

/**
 * Work to be done once, by whichever node comes first.
 *
 * @param id says which work it is, such as {@code backup 2026-11-27}: added twice, it is one job
 * @param kind who can do it, such as {@code backup}
 * @param payload JSON that the kind understands
 * @param due not before then
 * @param attempts how often it was claimed
 */
public record Job(String id, String kind, String payload, Instant due, int attempts) {}
