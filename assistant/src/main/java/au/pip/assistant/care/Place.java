package au.pip.assistant.care;

import au.pip.assistant.store.Rows;

/**
 * A database's rows.
 *
 * @param name what to call the database in a sentence, on one line, without a password
 */
public record Place(Rows rows, String name) {}
