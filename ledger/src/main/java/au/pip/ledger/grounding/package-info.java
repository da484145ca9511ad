/**
 * Whether the figures of a model's answer are borne out by facts. {@link au.pip.ledger.grounding.Grounding} takes the
 * answer as it streams and gives {@link au.pip.ledger.grounding.Piece}s: text, and figures with a mark. Inside, text
 * becomes tokens ({@code FigureScanner}, {@code TokenReader}), what stands around a figure becomes parts ({@code Page},
 * {@code Clauses}, {@code Surroundings}), and {@code FigureMatcher} asks {@code Agreement} whether a fact of that value is
 * what the words say: of whom ({@code Whose}), of when ({@code When}), of what ({@code Topic}, {@code OwnWords}).
 */
@NullMarked
package au.pip.ledger.grounding;

import org.jspecify.annotations.NullMarked;
