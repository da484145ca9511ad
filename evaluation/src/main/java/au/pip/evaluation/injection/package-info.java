/** Texts in the books that give a model orders, against a model that obeys all of them. */
@NullMarked
package au.pip.evaluation.injection;

import org.jspecify.annotations.NullMarked;
