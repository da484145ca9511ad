/** Pip against programs that other people wrote. */
@NullMarked
package au.pip.interop;

import org.jspecify.annotations.NullMarked;
