package au.pip.assistant;

import java.time.Instant;

/** What Pip keeps in mind about the person and the business, in the person's words. */
public record Memory(String text, Instant updatedAt) {}
