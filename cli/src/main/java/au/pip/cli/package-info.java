/**
 * Pip in the terminal: {@code ask}, {@code chat} and {@code demo}. It knows the server by its HTTP interface only, and
 * the programs that a demo starts by their command lines and the line that they print when they are ready.
 */
@NullMarked
package au.pip.cli;

import org.jspecify.annotations.NullMarked;
