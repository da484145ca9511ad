/** Backups, restores, moves between databases, and their checks: for whoever runs the server. */
@NullMarked
package au.pip.assistant.care;

import org.jspecify.annotations.NullMarked;
