/** Pip judged from outside: the whole of it over pretend books, and the truth of those books. */
@NullMarked
package au.pip.evaluation;

import org.jspecify.annotations.NullMarked;
