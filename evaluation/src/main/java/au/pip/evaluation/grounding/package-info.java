/** Made answers over made facts, right and wrong on purpose, held against {@code Grounding}'s marks. */
@NullMarked
package au.pip.evaluation.grounding;

import org.jspecify.annotations.NullMarked;
