/** The program {@code ./pip db}: backups, restores, checks and moves of the database. */
@NullMarked
package au.pip.server.db;

import org.jspecify.annotations.NullMarked;
