/** Programs to read and to start from. */
@NullMarked
package au.pip.examples;

import org.jspecify.annotations.NullMarked;
