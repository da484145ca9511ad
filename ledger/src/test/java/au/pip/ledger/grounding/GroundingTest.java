package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.Basis;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Period AS_OF = Period.day(TODAY);
    private static final Period OCTOBER = Period.month(YearMonth.of(2026, 10));

    private final FactBook book = book();

    private static FactBook book() {
        FactBook book = new FactBook();
        amount(book, "owed to you", "all customers", AS_OF, 1_234_550); // F1
        amount(book, "owed to you", "Acme 5000", AS_OF, 500_000); // F2
        amount(book, "owed to you", "Bright & Sons", AS_OF, 734_550); // F3
        book.add("customers who owe you", "all customers", AS_OF, null, new Value.Count(2), source()); // F4
        amount(book, "net profit", "the business", OCTOBER, -42_000); // F5
        book.derive(
                "change",
                "the business",
                OCTOBER,
                null,
                new Value.Percent(new BigDecimal("12.5")),
                new Formula.Change("F5", "F1")); // F6
        return book;
    }

    private static void amount(FactBook book, String measure, String subject, Period period, long cents) {
        book.add(measure, subject, period, Basis.ACCRUALS, new Value.Amount(Money.aud(cents)), source());
    }

    private static Source source() {
        return new Source("Harbour Joinery", "Invoices", List.of("id-1"), 1, null, Instant.EPOCH, "00");
    }

    private List<Piece> ground(String answer, String... person) {
        Grounding grounding = new Grounding(book, List.of(person));
        List<Piece> pieces = new ArrayList<>(grounding.accept(answer));
        pieces.addAll(grounding.finish());
        return pieces;
    }

    private List<Piece.Figure> figures(String answer, String... person) {
        return ground(answer, person).stream()
                .filter(Piece.Figure.class::isInstance)
                .map(Piece.Figure.class::cast)
                .toList();
    }

    private static String shown(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).reduce("", String::concat);
    }

    @Test
    void putsTheAmountWhereAFactIsNamed() {
        assertThat(shown(ground("You're owed {F1} AUD by {F4} customers.")))
                .isEqualTo("You're owed $12,345.50 AUD by 2 customers.");
        assertThat(figures("You're owed {F1}."))
                .containsExactly(
                        new Piece.Figure("$12,345.50", "12345.50", Money.AUD, Piece.Status.VERIFIED, List.of("F1")));
    }

    @Test
    void flagsAFactThatIsPutIntoASentenceAboutAnother() {
        assertThat(figures("Bright & Sons owes you {F3}, Acme 5000 owes you {F3}."))
                .extracting(Piece.Figure::status)
                .containsExactly(Piece.Status.VERIFIED, Piece.Status.UNVERIFIED);
        assertThat(figures("Acme 5000 owes you {F2} of the total {F1}."))
                .extracting(Piece.Figure::status)
                .containsExactly(Piece.Status.VERIFIED, Piece.Status.VERIFIED);
    }

    @Test
    void marksADerivedFactAsDerived() {
        assertThat(figures("Up {F6}.")).singleElement().satisfies(figure -> {
            assertThat(figure.status()).isEqualTo(Piece.Status.DERIVED);
            assertThat(figure.text()).isEqualTo("12.5%");
        });
    }

    @Test
    void neverShowsANumberForAFactThatDoesNotExist() {
        assertThat(figures("You're owed {F99}.")).singleElement().satisfies(figure -> {
            assertThat(figure.text()).isEqualTo("[no such figure]");
            assertThat(figure.status()).isEqualTo(Piece.Status.UNVERIFIED);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You're owed $12,345.50 in total.",
                "You're owed AUD 12,345.50 in total.",
                "You're owed 12,345.50 AUD in total.",
                "You're owed A$12 345.50 in total.",
                "You're owed about $12,346 in total.",
                "You're owed $12.3k in total.",
                "2 customers owe you money.",
                "Net profit was -$420.00.",
                "Net profit was ($420.00).",
                "You made a loss of $420.",
                "It's up 12.5% on before.",
                "Acme 5000 owes you $5,000.00.",
                "As of 23 Nov 2026.",
                "As of 23 November 2026.",
                "As of 2026-11-23.",
                "In October 2026.",
                "On 23/11/2026."
            })
    void verifiesWhatTheBooksSay(String answer) {
        assertThat(figures(answer))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.status())
                        .as(answer + " " + figure)
                        .isIn(Piece.Status.VERIFIED, Piece.Status.DERIVED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You're owed $12,345.51 in total.|$12,345.51",
                "You're owed $1,234.55 in total.|$1,234.55",
                "You're owed USD 12,345.50 in total.|USD 12,345.50",
                "You're owed $12,346 in total.|$12,346",
                "You're owed -$12,345.50.|-$12,345.50",
                "You're owed $13.3k in total.|$13.3k",
                "3 customers owe you money.|3",
                "Net profit was $420.00.|$420.00",
                "It's up 12.6% on before.|12.6%",
                "Acme 5000 owes you $7,345.50.|$7,345.50",
                "Bright & Sons owes you $5,000.00.|$5,000.00",
                "Acme 5000 owes you $12,345.50.|$12,345.50",
                "As of 24 Nov 2026.|24 Nov 2026",
                "In September 2026.|September 2026",
                "You paid $99 for it.|$99",
                "You paid for owes5000.|owes5000",
                "It's 12.5 of them.|12.5",
                "about 99 things|99"
            })
    void flagsWhatTheBooksDoNotSay(String answer, String figure) {
        assertThat(figures(answer)).singleElement().satisfies(flagged -> {
            assertThat(flagged.text()).isEqualTo(figure);
            assertThat(flagged.status()).isEqualTo(Piece.Status.UNVERIFIED);
            assertThat(flagged.facts()).isEmpty();
        });
    }

    @Test
    void letsANumberOfThePersonBeTheirs() {
        assertThat(figures("You asked about $777.", "can I afford $777?"))
                .singleElement()
                .extracting(Piece.Figure::status)
                .isEqualTo(Piece.Status.USER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme 5000 is a customer.",
                "1. First thing\n2. Second thing",
                "Invoice INV-0025 is open.",
                "Fetched at 3:40 pm.",
                "Nobody answers at 127.0.0.1:8080 of version 1.2.3.",
                "Label 1A and G1 of the form.",
                "It came 1st."
            })
    void leavesDigitsThatAreNoFigureAlone(String answer) {
        assertThat(figures(answer)).isEmpty();
        assertThat(shown(ground(answer))).isEqualTo(answer);
    }

    @Test
    void holdsBackAFigureUntilItsSentenceEnds() {
        Grounding grounding = new Grounding(book, List.of());
        assertThat(shown(grounding.accept("You're owed $12,3"))).isEqualTo("You're owed ");
        assertThat(shown(grounding.accept("45.50 in total, of which"))).isEmpty();
        assertThat(shown(grounding.accept(" nothing is late. And then"))).startsWith("$12,345.50 in total");
    }

    @Test
    void holdsAFigureBackForSoManyCharactersAtMost() {
        Grounding grounding = new Grounding(book, List.of());
        String rest = " in total" + " and so on".repeat(Sentence.FARTHEST / 10);
        assertThat(shown(grounding.accept("You're owed $12,345.50" + rest))).contains("$12,345.50");
    }

    @Property(tries = 300)
    void doesNotDependOnHowTheTextIsCut(@ForAll @Size(max = 12) List<@IntRange(min = 1, max = 9) Integer> steps) {
        String answer =
                "You're owed {F1} AUD: Acme 5000 owes $5,000.00 and Bright & Sons $7,345.50, as of 23 Nov 2026.\n"
                        + "1. Acme 5000 5000 and {F99}, AUD 1 234, (12.5%) or $1.2k; 30 June; INV-7";
        Grounding grounding = new Grounding(book, List.of());
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (int turn = 0; at < answer.length(); turn++) {
            int step = steps.isEmpty() ? 1 : steps.get(turn % steps.size());
            int end = Math.min(answer.length(), at + step);
            pieces.addAll(grounding.accept(answer.substring(at, end)));
            at = end;
        }
        pieces.addAll(grounding.finish());
        List<Piece> whole = ground(answer);
        assertThat(shown(pieces)).isEqualTo(shown(whole));
        assertThat(pieces.stream().filter(Piece.Figure.class::isInstance))
                .containsExactlyElementsOf(
                        whole.stream().filter(Piece.Figure.class::isInstance).toList());
    }

    @ParameterizedTest
    @CsvSource({"'${F1}','$12,345.50'", "'{{F1}}','$12,345.50'", "'{ F1 }','$12,345.50'"})
    void toleratesHowModelsWriteThePlaceholder(String written, String expected) {
        assertThat(shown(ground(written))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zebra", "1", "Zebra1", "{F1}", "$1,", "-", "\u0667"})
    void readsTextWithoutAnEndToIt(String piece) {
        String answer = piece.repeat(30_000 / piece.length()) + "7.";
        assertThat(ground("It is " + answer).stream().map(Piece::text).reduce("", String::concat))
                .startsWith("It is ");
        assertThat(ground(answer + " And {F1} is owed to you.")).last().isInstanceOf(Piece.Text.class);
    }
}
