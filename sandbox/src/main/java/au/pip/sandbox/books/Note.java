package au.pip.sandbox.books;

import java.time.Instant;
import java.util.UUID;

/** What a person noted on a record. */
public record Note(UUID recordId, Instant at, String user, String details) {}
