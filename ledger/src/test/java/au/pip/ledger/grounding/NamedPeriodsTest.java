package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, months, quarters and years beside a figure or as one. */
class NamedPeriodsTest {
    private final Answers answers = new Answers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Net profit in September was {F5}.",
                "Net profit in September 2026 was $420.00.",
                "Net profit in October 2025 was {F5}.",
                "For the June quarter you owe {F10} of GST.",
                "Net profit of the June quarter was {F5}.",
                "Filed in November: {F10} of GST.",
                "As of 23 November, net profit was {F5}.",
                "As of 30 June, net profit was {F5}.",
                "In September you were owed {F1}."
            })
    void flagsAFigureOfAnotherMonthOrQuarter(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Net profit in October was {F5}.",
                "Net profit in Oct 2026 was $420.00.",
                "After September's, October's net profit was {F5}.",
                "For the September quarter 2026 you owe {F10} of GST.",
                "May I say that net profit was {F5}."
            })
    void keepsAFigureOfTheSameMonthOrOfNone(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.VERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It's due on 23 November 2026",
                "It's due 23 Nov.",
                "It's due by the 23 Nov 2026.",
                "It's due on 2026-11-23.",
                "Due: 23/11/2026"
            })
    void takesNoPeriodsBoundForADueDate(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"It's due on 21 December 2026.", "Due 21 Dec.", "Due as of 23 Nov 2026.", "On 23 November."})
    void verifiesADueDateByAFactAndOthersByAPeriod(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.VERIFIED);
    }

    @Test
    void readsACountAfterAMonthAsACount() {
        assertThat(answers.figures("In October 31 customers paid."))
                .singleElement()
                .satisfies(figure -> assertThat(figure.text()).isEqualTo("31"));
        assertThat(answers.figures("To October 31 and on."))
                .singleElement()
                .satisfies(figure -> assertThat(figure.text()).isEqualTo("October 31"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"You have 2,026 customers.", "You have 2026.0 of them.", "You have -2026."})
    void takesOnlyFourPlainDigitsForAYear(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.UNVERIFIED);
    }

    @Test
    void verifiesAYearThatAPeriodBounds() {
        assertThat(answers.last("All of this was in 2026.")).isEqualTo(Piece.Status.VERIFIED);
    }
}
