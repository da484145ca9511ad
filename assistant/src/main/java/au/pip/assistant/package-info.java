/** The nouns of the product. No SQL, no HTTP server, no provider by name. */
@NullMarked
package au.pip.assistant;

import org.jspecify.annotations.NullMarked;
