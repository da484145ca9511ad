/** {@code ./pip evaluate}. */
@NullMarked
package au.pip.evaluation.command;

import org.jspecify.annotations.NullMarked;
