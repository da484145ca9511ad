/** The program: settings, wiring and HTTP. The only package that imports Spring. */
@NullMarked
package au.pip.server;

import org.jspecify.annotations.NullMarked;
