/** Ten usual questions, and every word that a model is sent for them. */
@NullMarked
package au.pip.evaluation.tokens;

import org.jspecify.annotations.NullMarked;
