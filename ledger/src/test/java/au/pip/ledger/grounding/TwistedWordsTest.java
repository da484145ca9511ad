package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that name a measure, a customer or a time, and say something else than the fact of it. */
class TwistedWordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Period OCTOBER = Period.month(YearMonth.of(2026, 10));
    private static final Period NOW = Period.day(TODAY);

    private final FactBook book = new FactBook();

    TwistedWordsTest() {
        amount("wages", "the business", OCTOBER, 1_000_000); // F1
        amount("income", "the business", OCTOBER, 5_000_000); // F2
        amount("total expenses", "the business", OCTOBER, 4_500_000); // F3
        amount("sales", "the business", OCTOBER, 1_100_000); // F4
        amount("net profit", "the business", OCTOBER, 500_000); // F5
        amount("owed to you", "all customers", NOW, 93_600); // F6
        amount("owed to you", "Acme Pty Ltd", NOW, 83_600); // F7
        amount("owed to you", "Beta Works", NOW, 10_000); // F8
        amount("safe to spend", "the business", NOW, 70_000); // F9
        rate("11.5", 2024); // F10
        rate("12", 2025); // F11
    }

    private void amount(String measure, String subject, Period period, long cents) {
        Source source = new Source("Harbour Joinery", "Invoices", List.of("id-1"), 1, null, Instant.EPOCH, "00");
        book.add(measure, subject, period, null, new Value.Amount(Money.aud(cents)), source);
    }

    private void rate(String percent, int year) {
        book.add(
                "super guarantee rate",
                "the law",
                new Period(LocalDate.of(year, 7, 1), LocalDate.of(year + 1, 6, 30)),
                null,
                new Value.Percent(new BigDecimal(percent)),
                Source.ofTaxData("ATO", "super-rate", TODAY, "00"));
    }

    private Piece.Status last(String answer, @Nullable String question) {
        return Answers.figures(book, TODAY, answer, question).getLast().status();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Superannuation on wages was $10,000.00.",
                "PAYG withheld from wages was $10,000.00.",
                "GST on income was $50,000.00 in October.",
                "Other income is $50,000.00.",
                "Super guarantee on income is $50,000.00.",
                "Cash received as income is $50,000.00.",
                "Your suppliers' share of income is $50,000.00.",
                "Accounts receivable from income is $50,000.00.",
                "Bank charges in total expenses were $45,000.00.",
                "The GST on your total expenses is {F3}.",
                "Cost of sales is $11,000.00.",
                "Half of your net profit is $5,000.00.",
                "Growth in net profit was {F5}.",
                "The tax on net profit is $5,000.00.",
                "There was no net profit; $5,000.00 was lost.",
                "It is not safe to spend $700.00.",
                "All customers but Acme Pty Ltd owe you $936.00 in total.",
                "Your customers excluding Acme Pty Ltd owe you {F6} in total.",
                "Without Beta Works, everyone owes you $936.00.",
                "Apart from Acme, your customers owe $836.00.",
                "Acme Pty Ltd owed you $836.00 a year ago.",
                "Two years ago Acme Pty Ltd owed you {F7}.",
                "Acme Pty Ltd no longer owes you $836.00.",
                "Acme Pty Ltd will owe you $836.00.",
                "| | All | Overdue |\n|---|---|---|\n| Owed to you | $936.00 | $936.00 |",
                "| Measure | Budget |\n|---|---|\n| Owed to you | $936.00 |",
                "You have 2026 unpaid invoices.",
                "Last year the super guarantee rate was 11.5%.",
                "You must pay within the next 31 days.",
                "Nothing is due in the coming month; over the following 1 month you will run out of cash."
            })
    void marksNothing(String answer) {
        assertThat(last(answer, null)).isEqualTo(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Who owes me money besides Acme?        | The next customer owes you {F7}.
                    Does anyone owe me apart from Acme?    | One other customer owes {F7}.
                    Is it not Acme that owes me?           | No, a new client owes {F7}.
                    What was my net profit in September?   | It was {F5}.
                    What was I owed in June?               | {F6}.
                    What did Acme owe in June?             | It owed {F7}.
                    """)
    void takesNothingFromAQuestionThatAsksOfSomethingElse(String question, String answer) {
        assertThat(last(answer, question)).isEqualTo(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You made $50,000.00 AUD in income in October.",
                "In October your total income was $50,000.00.",
                "You spent {F1} on wages in October.",
                "The total of your sales is $11,000.00.",
                "Of the $936.00 that customers owe you, Acme Pty Ltd owes $836.00.",
                "Bright times, but Acme Pty Ltd owes you $836.00.",
                "Your net profit in October was $5,000.00.",
                "It is safe to spend $700.00.",
                "Last year the super guarantee rate was 12%.",
                "So it was over the last 31 days."
            })
    void keepsTheMarkOfWhatIsSaidPlainly(String answer) {
        assertThat(last(answer, null)).isEqualTo(Piece.Status.VERIFIED);
    }
}
