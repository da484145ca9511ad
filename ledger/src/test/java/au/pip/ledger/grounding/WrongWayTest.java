package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts that the books have, said of the wrong direction, time, part or document. */
class WrongWayTest {
    private final JoineryBook book = new JoineryBook();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Profit fell by $3,330.00 in October compared with September.",
                "You made $2,480.00 less profit than the year before.",
                "Net profit decreased by 24.8% compared with a year earlier.",
                "Income was $3,250.00 below budget.",
                "Net profit grew by 3.7% in September.",
                "Expected to come in: $15,100.00",
                "Your bank accounts are $31,400.00 in the red."
            })
    void marksNothingThatGoesTheOtherWay(String answer) {
        assertLastIsUnverified(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your bank balance is $28,900.00.",
                "You have $44,000.00 in the bank.",
                "Next month your net profit will be $12,480.00."
            })
    void takesNothingThatIsOnlyExpectedForWhatIs(String answer) {
        assertLastIsUnverified(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "For the year so far your income is $520,400.00.",
                "Rent for the year so far is $4,200.00.",
                "In calendar 2026 income was $520,400.00.",
                "Your net profit for the half year was $131,000.00.",
                "You make $131,000.00 a month.",
                "Your annual profit is $12,480.00.",
                "Your yearly income is $48,250.00.",
                "The year before, net profit was $12,480.00.",
                "A year earlier, income was $48,250.00.",
                "Since 1 July your income is $48,250.00.",
                "Each month you pay $16,800.00 in rent.",
                "All year you made $12,480.00."
            })
    void marksNothingOfAnotherLengthOrTime(String answer) {
        assertLastIsUnverified(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Profit rose $2,480.00 on the month before.",
                "October brought $3,330.00 more net profit than the year before.",
                "Net profit grew by 24.8% from September.",
                "Month on month, profit rose 24.8%.",
                "Profit rose 36.4% year on year."
            })
    void holdsAChangeToWhatItIsComparedWith(String answer) {
        assertLastIsUnverified(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customers owe you $5,000.00 in total.",
                "Ridgeway University and Acme Pty Ltd together owe you $24,310.50.",
                "Each customer owes you $24,310.50.",
                "Each of your 6 customers owes you $24,310.50.",
                "Acme doesn't owe you $6,150.50 any more.",
                "Nobody owes you $24,310.50.",
                "You don't owe $13,205.00.",
                "Other customers owe you $24,310.50.",
                "Your three largest debtors owe $24,310.50 in total.",
                "Your largest customer owes you $24,310.50.",
                "Ridgeway, Acme and Boom FM owe you a total of $24,310.50."
            })
    void tellsSomeFromAllAndNone(String answer) {
        assertLastIsUnverified(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G1: $141,900.00 excluding GST",
                "Amounts include GST:\n\n- Income in October: $48,250.00",
                "All amounts are in USD. Ridgeway University owes you $8,400.00.",
                "I've drafted a bill from Acme Pty Ltd for $1,100.00."
            })
    void readsWhatHoldsForAllOfAListOrADocument(String answer) {
        assertLastIsUnverified(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    What does Acme owe me?            | They owe $24,310.50.
                    What does Acme owe me?            | $24,310.50 in total.
                    How much am I owed?               | $13,205.00.
                    How much GST will I get back?     | $3,940.00.
                    How much cash do I have?          | $28,900.00.
                    When is INV-0025 due?             | 20 October 2026.
                    By how much did my profit change? | By $12,480.00.
                    Did my profit go up last month?   | It went down 36.4%.
                    Am I under budget on income?      | Yes, by $3,250.00.
                    What will my profit be next month? | $12,480.00.
                    What's my profit per month?       | $131,000.00.
                    What do we owe the tax office?    | $13,205.00.
                    How much super did I pay?         | $3,960.00.
                    """)
    void answersWhatWasAsked(String question, String answer) {
        assertThat(book.statuses(answer, question).getLast()).isEqualTo(Piece.Status.UNVERIFIED);
    }

    private void assertLastIsUnverified(String answer) {
        assertThat(book.statuses(answer, null).getLast()).isEqualTo(Piece.Status.UNVERIFIED);
    }
}
