/** Processes that share a store: which of them live, and what is done by one of them only. */
@NullMarked
package au.pip.assistant.node;

import org.jspecify.annotations.NullMarked;
