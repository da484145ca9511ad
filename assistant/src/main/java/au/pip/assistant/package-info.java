/** The product: accounts, conversations and answers over the books. No SQL, no HTTP server, no provider by name. */
@NullMarked
package au.pip.assistant;

import org.jspecify.annotations.NullMarked;
