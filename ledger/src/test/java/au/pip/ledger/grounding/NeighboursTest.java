package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What touches an inserted amount, or turns its sign. */
class NeighboursTest {
    private final Answers answers = new Answers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You're owed -{F1}.",
                "You're owed −{F1}.",
                "You're owed –{F1}.",
                "You're owed -${F1}.",
                "You're owed $-{F1}.",
                "You're owed 1{F1}.",
                "You're owed 1,{F1}.",
                "You're owed US${F1}.",
                "You're owed USD {F1}.",
                "You're owed €{F1}.",
                "You're owed {F1}k.",
                "You're owed {F1}K",
                "You're owed {F1}m.",
                "You're owed {F1}bn.",
                "You're owed {F1} thousand.",
                "You're owed {F1} million.",
                "You're owed {F1} billion",
                "You're owed {F1}%.",
                "You're owed {F1} per cent.",
                "You're owed {F1}0.",
                "You're owed {F1},000.",
                "You're owed {F1} USD.",
                "You're owed {F1} cents.",
                "{F4} million customers owe you.",
                "Your margin is -{F6}.",
                "You're owed –$12,345.50.",
                "You're owed AUD 12,345.50 USD.",
                "You're owed $12,345.50 INR.",
                "You're owed S$12,345.50."
            })
    void flagsAnAmountThatItsNeighboursChange(String answer) {
        assertThat(answers.last(answer)).isNotNull();
        assertThat(answers.figures(answer)).extracting(Piece.Figure::status).containsOnly(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You're owed {F1} AUD.",
                "You're owed {F1} AUD",
                "You're owed AUD {F1}.",
                "You're owed ${F1}.",
                "You're owed A${F1}.",
                "You're owed {F1} dollars.",
                "You're owed {F1}, more than before.",
                "You're owed {F1} more than before.",
                "You're owed ({F1}).",
                "You're owed **{F1}**.",
                "({F1} in all)",
                "- {F1}",
                "Your margin is {F6}%.",
                "{F4} customers owe you."
            })
    void keepsAnAmountWhoseNeighboursLeaveItAlone(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.VERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You made a loss of $420.00.",
                "You made a loss of {F5}.",
                "You lost {F5}.",
                "You lost about $420.",
                "Your loss before tax in October was a large sum, as you said to your accountant: $421.00.",
                "You're less happy; a net loss before tax it isn't, it is a credit, and that makes $421.00."
            })
    void flagsALossThatIsNoneOrAWordTooFarAway(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"You made a loss of $421.00.", "You were down $421.", "Your net profit was {F5}."})
    void letsALossWordTurnTheSignOfALoss(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.VERIFIED);
    }
}
