/** What models cost, and their limits: dated data, exact arithmetic, and no guess. */
@NullMarked
package au.pip.llm.price;

import org.jspecify.annotations.NullMarked;
