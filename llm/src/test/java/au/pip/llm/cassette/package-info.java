/** Cassettes are made, are free of secrets, and are replayed. */
@NullMarked
package au.pip.llm.cassette;

import org.jspecify.annotations.NullMarked;
