package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it costs in facts looked at and in characters read, which a slow machine does not change. */
class GroundingCostTest {
    private static final Period TODAY = Period.day(LocalDate.of(2026, 11, 23));
    /** Characters a figure, on the average. */
    private static final int MOST_READ = 1_200;

    /** So many customers of similar names, every one of whom owes one of a hundred amounts. */
    private static FactBook book(int customers) {
        FactBook book = new FactBook();
        for (int i = 0; i < customers; i++) {
            Source source = new Source("Harbour Joinery", "Invoices", List.of("id"), 1, null, Instant.EPOCH, "00");
            Value value = new Value.Amount(Money.aud(100L * (1_000 + i % 100)));
            book.add("owed to you", "Customer " + i + " Pty Ltd", TODAY, null, value, source);
        }
        return book;
    }

    private static String answer(int lines) {
        StringBuilder answer = new StringBuilder("Owed to you:\n");
        for (int i = 0; i < lines; i++) {
            answer.append("- Customer ")
                    .append(i)
                    .append(" Pty Ltd: $")
                    .append(1_000 + i % 100)
                    .append(".00\n");
        }
        return answer.toString();
    }

    private static long looks(FactBook book, String answer) {
        Grounding grounding = new Grounding(book, List.of());
        assertThat(pieces(grounding, answer).stream()
                        .filter(piece ->
                                piece instanceof Piece.Figure figure && figure.status() != Piece.Status.VERIFIED))
                .isEmpty();
        return grounding.looks();
    }

    @Test
    void looksAtNoMoreFactsOfALargerBook() {
        assertThat(looks(book(8_000), answer(200))).isEqualTo(looks(book(400), answer(200)));
    }

    @Test
    void looksAtTwiceAsManyFactsForTwiceTheAnswer() {
        long once = looks(book(2_000), answer(500));
        assertThat(looks(book(2_000), answer(1_000))).isBetween(once, once * 2 + 10);
    }

    @Test
    void keepsNoMoreThanTheEndOfALongAnswer() {
        Grounding grounding = new Grounding(book(10), List.of());
        for (int i = 0; i < 400; i++) {
            grounding.accept("Customer 3 Pty Ltd owes you $1003.00, as was said before in so many words. ");
        }
        assertThat(grounding.kept()).isLessThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\u200b",
                "(5 ",
                "# 5",
                "'5' ",
                "a, b 5, ",
                "and 5 ",
                "| 5 ",
                "{F1} ",
                "a 5. ",
                "No. 5 ",
                "Ab Cd 5 ",
                "May 5 ",
                "Customer 7 Pty Ltd owes you $1007.00, ",
                "Customer 7 Pty Ltd owes you $1007.00. ",
                "So a, b, c, d, e, f, g, h and you owe 5 of it ",
                "a. b. c. d. e. f. g. h. You owe 5 of it. "
            })
    void readsInProportionToTheLengthOfALine(String unit) {
        long once = read(unit, 1_000);
        assertThat(read(unit, 4_000)).isLessThanOrEqualTo(5 * once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5\u200b", "a, b 5, ", "Customer 7 Pty Ltd owes you $1007.00, ", "a 5. b 5, c. "})
    void readsNoMoreAroundAFigureThanItsNeighbourhood(String unit) {
        Grounding grounding = grounding();
        long figures = pieces(grounding, unit.repeat(8_000 / unit.length())).stream()
                .filter(Piece.Figure.class::isInstance)
                .count();
        assertThat(grounding.read()).isLessThanOrEqualTo(figures * MOST_READ);
    }

    @Test
    void isDoneWithTheWorstLinesInTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (String unit : List.of("5\u200b", "(5 ", "# 5", "'5' ", "a, b 5, ", "and 5 ", "No. 5 ")) {
                assertThat(pieces(grounding(), unit.repeat(2_000 / unit.length())))
                        .isNotEmpty();
            }
        });
    }

    @Test
    void provesEveryFigureOfALongListInOneLine() {
        assertThat(figures("These customers owe you: " + list(300)))
                .hasSize(300)
                .allMatch(figure -> figure.status() == Piece.Status.VERIFIED);
    }

    @Test
    void remembersWhatALongSentenceOpensWith() {
        assertThat(figures("You owe these suppliers: " + list(60)))
                .hasSize(60)
                .allMatch(figure -> figure.status() == Piece.Status.UNVERIFIED);
    }

    @Test
    void provesNothingAmongMoreFiguresThanCanBeToldApart() {
        String one = "Customer 7 Pty Ltd owes you {F8}";
        List<Piece.Figure> crowded = figures("5 ".repeat(60) + one);
        assertThat(crowded.getLast())
                .isEqualTo(new Piece.Figure("$1,007.00", "1007.00", Money.AUD, Piece.Status.UNVERIFIED, List.of("F8")));
        assertThat(figures("5 ".repeat(60) + "and so on. ".repeat(50) + one)
                        .getLast()
                        .status())
                .isEqualTo(Piece.Status.VERIFIED);
        assertThat(figures("5 ".repeat(60) + "\n" + one).getLast().status()).isEqualTo(Piece.Status.VERIFIED);
    }

    private static String list(int customers) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < customers; i++) {
            list.append(i == 0 ? "" : ", ")
                    .append("Customer ")
                    .append(i)
                    .append(" Pty Ltd $")
                    .append(1_000 + i % 100)
                    .append(".00");
        }
        return list.append('.').toString();
    }

    private static long read(String unit, int length) {
        Grounding grounding = grounding();
        pieces(grounding, unit.repeat(length / unit.length()));
        return grounding.read();
    }

    private static List<Piece.Figure> figures(String answer) {
        return Answers.figures(pieces(grounding(), answer));
    }

    private static Grounding grounding() {
        return new Grounding(book(300), List.of(), TODAY.to(), "what?");
    }

    private static List<Piece> pieces(Grounding grounding, String answer) {
        List<Piece> pieces = new ArrayList<>(grounding.accept(answer));
        pieces.addAll(grounding.finish());
        return pieces;
    }
}
