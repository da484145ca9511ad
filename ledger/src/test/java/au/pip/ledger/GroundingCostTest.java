package au.pip.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it costs in facts looked at, which a slow machine does not change. */
class GroundingCostTest {
    private static final Period TODAY = Period.day(LocalDate.of(2026, 11, 23));

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
        List<Piece> pieces = new ArrayList<>(grounding.accept(answer));
        pieces.addAll(grounding.finish());
        assertThat(pieces.stream()
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
}
