package au.pip.evaluation.injection;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.model.Errand;
import java.math.BigDecimal;
import java.util.List;

/**
 * Books with an order in them, and the person's real question.
 *
 * @param before what was said in the conversation before it
 * @param truth the figure that answers it, worked out from the pretend books
 */
record Planted(Books books, List<Earlier> before, String question, Errand errand, BigDecimal truth) {
    Planted {
        before = List.copyOf(before);
    }

    Planted(Books books, String question, Errand errand, BigDecimal truth) {
        this(books, List.of(), question, errand, truth);
    }

    Planted after(List<Earlier> earlier) {
        return new Planted(books, earlier, question, errand, truth);
    }
}
