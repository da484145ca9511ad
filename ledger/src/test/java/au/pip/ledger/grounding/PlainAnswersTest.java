package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Right answers in the words that people use: no figure of them loses its mark. */
class PlainAnswersTest {
    private final JoineryBook book = new JoineryBook();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Boom FM ($4,760.00) and Ridgeway University ($8,400.00) owe you the most.",
                "You are owed more ($24,310.50) than you owe ($13,205.00).",
                "If you include what is overdue ($9,120.25), you are owed $24,310.50.",
                "Total outstanding: $24,310.50 (overdue: $9,120.25).",
                "There are 11 open invoices worth $24,310.50.",
                "Nothing from Acme is overdue; it owes $6,150.50 in total.",
                "You don't owe Acme anything; it owes you $6,150.50.",
                "Boom FM usually pays 17 days late.",
                "You can safely spend $3,200.00.",
                "That leaves $12,200.00 after what is spoken for.",
                "Cash in the bank is $31,400.00 today.",
                "Expected in the bank in 30 days: $28,900.00",
                "You start with $31,400.00, and expect $12,600.00 from customers.",
                "Once the GST, PAYG and super that the books hold are paid, it is $20,000.00.",
                "Assets are $95,000.00 less liabilities of $41,000.00.",
                "For the September quarter, GST on sales was $12,900.00 and GST on purchases $5,600.00.",
                "I've drafted the invoice: Acme Pty Ltd, $1,100.00 with GST.",
                "Your safe-to-spend amount is $3,200.00.",
                "You should set $18,450.00 aside for tax.",
                "For your September BAS, put $141,900.00 at G1, $12,900.00 at 1A and $5,600.00 at 1B.",
                "Rent cost you $16,800.00 without GST since 1 July.",
                "You still owe $3,960.00 of super that is not paid yet."
            })
    void keepTheirMarks(String answer) {
        assertMarked(answer, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "October was profitable: you made $12,480.00.",
                "In October, sales of $48,250.00 left a net profit of $12,480.00.",
                "For FY26, net profit was $131,000.00 on income of $520,400.00.",
                "Net profit grew 36.4% from September to October.",
                "Profit was up 24.8% on October last year.",
                "You made $3,330.00 more profit than in September.",
                "That's $2,480.00 more net profit than the year before.",
                "Net profit was $12,480.00 in October, against $10,000.00 a year earlier.",
                "Net profit fell 3.7% in September.",
                "Year on year, net profit rose 24.8%.",
                "Net profit rose 24.8% year on year, to $12,480.00.",
                "Income beat the budget by $3,250.00 in October."
            })
    void keepThemInResults(String answer) {
        assertMarked(answer, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    What does Acme owe me?                  | They owe you $6,150.50; nothing is overdue.
                    What was my profit last month?          | Your net profit was $12,480.00 (accruals basis), on income of $48,250.00.
                    Did profit go up last month?            | Yes, by $3,330.00 (36.4%) on September.
                    Did profit go up last month?            | Yes. Net profit went up by $3,330.00, from $9,150.00 to $12,480.00.
                    How did October go after September?     | You made $3,330.00 more profit than in September, a rise of 36.4%.
                    How much GST do I owe this quarter?     | You owe $3,940.00 so far.
                    How will cash look in 30 days?          | In 30 days you should have about $28,900 in the bank.
                    When is my next activity statement due? | It's due by 1 March 2027.
                    When is INV-0025 due?                   | 3 November 2026.
                    Was October over budget?                | Income was $3,250.00 above the budget of $45,000.00.
                    """)
    void keepThemInAnswerToAQuestion(String question, String answer) {
        assertMarked(answer, question);
    }

    private void assertMarked(String answer, @Nullable String question) {
        assertThat(book.statuses(answer, question)).isNotEmpty().doesNotContain(Piece.Status.UNVERIFIED);
    }
}
