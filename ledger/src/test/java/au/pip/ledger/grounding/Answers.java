package au.pip.ledger.grounding;

import au.pip.ledger.Basis;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers over a small book of facts of "Harbour 25 Joinery", as of 23 November 2026. */
final class Answers {
    private final FactBook book = new FactBook();

    Answers() {
        Period today = Period.day(LocalDate.of(2026, 11, 23));
        Period october = Period.month(YearMonth.of(2026, 10));
        amount("owed to you", "all customers", today, 1_234_550); // F1
        amount("owed to you", "Acme 5000", today, 500_000); // F2
        amount("owed to you", "Bright & Sons", today, 734_550); // F3
        add("customers who owe you", "all customers", today, new Value.Count(2)); // F4
        amount("net profit", "the business", october, 42_000); // F5
        add("margin", "the business", october, new Value.Percent(java.math.BigDecimal.valueOf(125, 1))); // F6
        amount("owed to you", "Kerr Pty. Ltd", today, 9_900); // F7
        add("paid invoices", "the business", october, new Value.Count(31)); // F8
        add("next payment", "the business", today, new Value.Day(LocalDate.of(2026, 12, 21))); // F9
        amount("GST to pay", "the business", Period.quarterOf(LocalDate.of(2026, 9, 1)), 77_700); // F10
        amount("net loss before tax", "the business", october, -42_100); // F11
        add("drafts", "all invoices", today, new Value.Count(0)); // F12
    }

    List<Piece> pieces(String answer, String... person) {
        return pieces(new Grounding(book, List.of(person)), answer);
    }

    private static List<Piece> pieces(Grounding grounding, String answer) {
        List<Piece> pieces = new ArrayList<>(grounding.accept(answer));
        pieces.addAll(grounding.finish());
        return pieces;
    }

    /** The figures of an answer over another book. */
    static List<Piece.Figure> figures(
            FactBook book, @Nullable LocalDate today, String answer, @Nullable String question) {
        return figures(pieces(new Grounding(book, List.of(), today, question), answer));
    }

    /** The pieces of an answer that comes a character at a time. */
    List<Piece> dripped(String answer) {
        Grounding grounding = new Grounding(book, List.of());
        List<Piece> pieces = new ArrayList<>();
        answer.chars().forEach(letter -> pieces.addAll(grounding.accept(Character.toString(letter))));
        pieces.addAll(grounding.finish());
        return pieces;
    }

    List<Piece.Figure> figures(String answer, String... person) {
        return figures(pieces(answer, person));
    }

    static List<Piece.Figure> figures(List<Piece> pieces) {
        return pieces.stream()
                .filter(Piece.Figure.class::isInstance)
                .map(Piece.Figure.class::cast)
                .toList();
    }

    /** The status of the answer's last figure, however the answer is cut. */
    Piece.@Nullable Status last(String answer) {
        List<Piece.Figure> whole = figures(answer);
        if (!whole.equals(figures(dripped(answer)))) {
            throw new AssertionError("the figures of \"" + answer + "\" depend on how it is cut");
        }
        return whole.isEmpty() ? null : whole.getLast().status();
    }

    private void amount(String measure, String subject, Period period, long cents) {
        add(measure, subject, period, new Value.Amount(Money.aud(cents)));
    }

    private void add(String measure, String subject, Period period, Value value) {
        Source source = new Source("Harbour 25 Joinery", "Invoices", List.of("id-1"), 1, null, Instant.EPOCH, "00");
        book.add(measure, subject, period, Basis.ACCRUALS, value, source);
    }
}
