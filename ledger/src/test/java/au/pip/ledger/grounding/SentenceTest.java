package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.FactBook;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose figure it is, by the names on both sides. */
class SentenceTest {
    private final Answers answers = new Answers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You're owed $5,000.00 by Bright & Sons.",
                "You're owed $5,000.00 by Bright & Sons, not by Acme 5000.",
                "You're owed $5,000.00.",
                "You're owed $5,000.00. Acme 5000 will pay soon.",
                "You're owed $5,000.00\nAcme 5000",
                "You're owed $5,000.00 by a customer.",
                "Kerr Pty. Ltd and its friends owe you $5,000.00.",
                "Bright & Sons (trading as B. & S. Pty. Ltd.) owes you $5,000.00.",
                "Bright & Sons of No. 4 St. Kilda Rd owes you $5,000.00 for Acme 5000."
            })
    void flagsAnAmountOfAnotherSubject(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You're owed $5,000.00 by Acme 5000.",
                "You're owed $5,000.00 by Acme 5000",
                "$5,000.00: Acme 5000, the rest: others.",
                "Acme 5000 owes you $5,000.00.",
                "Kerr Pty. Ltd owes you $99.00.",
                "You're owed $99.00 by Kerr Pty. Ltd.",
                "$99.00 is what, says Mr. Smith, Kerr Pty. Ltd owes.",
                "You're owed $12,345.50 in total."
            })
    void verifiesAnAmountNamedOnEitherSide(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.VERIFIED);
    }

    @Test
    void looksNoFartherForANameThanItHoldsTextBack() {
        String far = "You're owed $5,000.00 by " + "a ".repeat(80) + "customer, Acme 5000.";
        assertThat(answers.last(far)).isEqualTo(Piece.Status.UNVERIFIED);
    }

    @Test
    void showsAnAmountAtOnceWhenNoNameCanMatter() {
        FactBook book = new FactBook();
        Grounding grounding = new Grounding(book, List.of());
        assertThat(grounding.accept("You're owed $5,000.00 by someone")).anyMatch(Piece.Figure.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAcme 5000 is it", "in MegaAcme 5000 too"})
    void takesNoNameOutOfTheMiddleOfAWord(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"From the books of Harbour 25 Joinery.", "(Acme 5000)", "Acme 5000"})
    void leavesDigitsOfANameAlone(String answer) {
        assertThat(answers.last(answer)).isNull();
    }
}
