/** The program that serves or exports the pretend books. */
@NullMarked
package au.pip.sandbox;

import org.jspecify.annotations.NullMarked;
