/** The tools over the books: each reads, aggregates in code, and answers facts and the shortest table of them. */
@NullMarked
package au.pip.assistant.tools;

import org.jspecify.annotations.NullMarked;
