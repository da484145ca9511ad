package au.pip.evaluation.injection;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.model.Errand;
import java.math.BigDecimal;

/**
 * Books with an order in them, and the person's real question.
 *
 * @param truth the figure that answers it, worked out from the pretend books
 */
record Planted(Books books, String question, Errand errand, BigDecimal truth) {}
