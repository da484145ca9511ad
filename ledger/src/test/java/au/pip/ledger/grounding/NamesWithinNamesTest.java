package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subjects that hold one another, as an invoice's does its customer's, in one conversation. */
class NamesWithinNamesTest {
    private final FactBook book = new FactBook();

    NamesWithinNamesTest() {
        owed("Vet Clinic", 488_400); // F1
        owed("INV-1127 Vet Clinic", 83_600); // F2
        owed("Vet Clinic North", 70_000); // F3
        owed("Old Vet Clinic North Shore", 60_000); // F4
    }

    private void owed(String subject, long cents) {
        book.add(
                "owed to you",
                subject,
                Period.day(LocalDate.of(2026, 11, 23)),
                null,
                new Value.Amount(Money.aud(cents)),
                new Source("Harbour Joinery", "Invoices", List.of("id-1"), 1, null, Instant.EPOCH, "00"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Vet Clinic: {F1}', VERIFIED",
        "'INV-1127 Vet Clinic: {F2}', VERIFIED",
        "'INV-1127 Vet Clinic: {F1}', UNVERIFIED",
        "'Vet Clinic North: {F3}', VERIFIED",
        "'Vet Clinic North: {F1}', UNVERIFIED",
        "'Old Vet Clinic North Shore: {F4}', VERIFIED",
        "'Old Vet Clinic North Shore: {F3}', UNVERIFIED",
        "'INV-1127 Vet Clinic: due. And Vet Clinic North: {F3}', VERIFIED",
        "'INV-1127 Vet Clinic, and then Vet Clinic: {F1}', VERIFIED"
    })
    void takesTheWholeNameForTheOneThatIsMeant(String answer, Piece.Status status) {
        Grounding grounding = new Grounding(book, List.of());
        List<Piece> pieces = new ArrayList<>(grounding.accept(answer));
        pieces.addAll(grounding.finish());
        assertThat(pieces.getLast())
                .isInstanceOfSatisfying(
                        Piece.Figure.class,
                        figure -> assertThat(figure.status()).isEqualTo(status));
    }

    @Test
    void takesNoNameAcrossTheFigureThatStandsInIt() {
        Grounding grounding = new Grounding(book, List.of());
        List<Piece> pieces = new ArrayList<>(grounding.accept("INV-1127 {F2} Vet Clinic, {F3} Vet Clinic North"));
        pieces.addAll(grounding.finish());
        assertThat(Answers.figures(pieces))
                .extracting(Piece.Figure::status)
                .containsExactly(Piece.Status.VERIFIED, Piece.Status.VERIFIED);
    }
}
