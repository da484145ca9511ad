package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.FactBook;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days on which something is said to have happened, and names that hold numbers or begin as everyone's do. */
class DaysAndNamesTest {
    private final JoineryBook book = new JoineryBook();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme Pty Ltd paid you on 30 September 2026.",
                "You received it on 1 July 2026.",
                "Boom FM paid INV-0025 on 20 October 2026.",
                "INV-0025 to Boom FM has been paid on 30 September 2026.",
                "We sent INV-0025 on 30 September 2026.",
                "Your activity statement was lodged on 1 July 2026.",
                "The business was registered for GST on 1 July 2025.",
                "You were audited in 2026.",
                "You lodged it in October 2026."
            })
    void bearsOutNothingThatHappenedByADayOfAPeriod(String answer) {
        assertThat(book.statuses(answer, null)).last().isEqualTo(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INV-0025 to Boom FM was issued on 20 October 2026.",
                "As of 23 November 2026 your customers owe you $24,310.50.",
                "On 23 November 2026 your customers owed you $24,310.50.",
                "GST on sales from 1 July to 30 September 2026 was $12,900.00.",
                "$3,960.00 of super is not paid yet on 23 November 2026.",
                "For the quarter that ended on 30 September 2026, GST on sales was $12,900.00.",
                "All Seasons Pty Ltd owes you $500.00.",
                "You are owed $500.00 by All Seasons Pty Ltd."
            })
    void knowsADayOfAPeriodAndACustomerCalledAll(String answer) {
        assertThat(book.statuses(answer, null)).isNotEmpty().doesNotContain(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Your bank balance is 99,999.00", "Your bank balance is 99999", "Balance 99,999.00"})
    void marksAnAmountThatAContactIsCalled(String name) {
        assertThat(figures(name, name + ".")).extracting(Piece.Figure::status).contains(Piece.Status.UNVERIFIED);
    }

    @Test
    void leavesThePlainNumberOfANameUnmarked() {
        assertThat(figures("Trailers 24", "Trailers 24 is a customer of yours."))
                .isEmpty();
    }

    @Test
    void tellsALengthOfTimeAsOneAndNotAsWhatWasCountedInIt() {
        FactBook facts = new FactBook();
        Source source = new Source("Harbour Joinery", "Invoices", List.of("id-1"), 1, null, Instant.EPOCH, "00");
        Period year = new Period(JoineryBook.TODAY.minusYears(1).plusDays(1), JoineryBook.TODAY);
        facts.add("average days late", "Boom FM", year, null, new Value.Count(37), source);
        assertThat(Answers.figures(facts, JoineryBook.TODAY, "That is of the last twelve months.", null))
                .containsExactly(new Piece.Figure("twelve", "P12M", null, Piece.Status.VERIFIED, List.of("F1")));
    }

    private static List<Piece.Figure> figures(String contact, String answer) {
        FactBook names = new FactBook();
        names.name(contact);
        return Answers.figures(names, null, answer, null);
    }
}
