/** The master key by the settings, and the program {@code ./pip secrets}. */
@NullMarked
package au.pip.server.secrets;

import org.jspecify.annotations.NullMarked;
