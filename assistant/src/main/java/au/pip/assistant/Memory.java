package au.pip.assistant;

import java.time.Instant;

/**
 * What Pip keeps in mind about the person and the business.
 *
 * @param text as {@link au.pip.assistant.memory.NotebookText} writes it; any other text is the person's own words
 */
public record Memory(String text, Instant updatedAt) {}
