package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.FactBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of Pip's own sentences, repeated as they stand, are no figures; the same numbers elsewhere are. */
class NotesTest {
    private static final List<String> NOTES = List.of(
            "Xero is not working for Invoices right now: it answered with status 503. Try again in a few minutes.",
            "Xero does not answer sign-ins right now (status 502). Try again in a few minutes.",
            "Xero takes this sign-in no more: it was withdrawn, or not used for 60 days. Connect Xero again.",
            "Xero could not be reached for Invoices: no whole answer came within 30 s. Try again.",
            "Xero's limit of calls a day is used up; it resets at 11:00 am AEDT on 29 Nov. Ask again then.");

    @Test
    void repeatsThemWhole() {
        assertThat(NOTES).allSatisfy(note -> {
            assertThat(figures(note)).isEmpty();
            assertThat(figures("I couldn't look that up. " + note)).isEmpty();
        });
        assertThat(figures(String.join(" ", NOTES))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sorry: it answered with status 503, so try again later",
                "It answered with status 503",
                "The sign-in was not used for 60 days, says Pip.",
                "It resets at 11:00 am AEDT on 29 Nov, so wait.",
                "Pip waited, but no whole answer came within 30 s!",
                "It answered with status 503,",
                "The limit resets at 11:00 am AEDT on 29 Nov: ",
                "Xero does not answer sign-ins right now (status 502), it seems."
            })
    void repeatsAPartOfThem(String answer) {
        assertThat(figures(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It answered with status 504.",
                "It answered with status 1,503.",
                "It answered with status $503.",
                "It answered with status 503%.",
                "It answered with status 503 dollars.",
                "It answered with status 503 and 12 more.",
                "It answered with status 503 customers.",
                "It answered with status 503) thousand dollars",
                "It answered with status 503, in dollars, owed by Acme.",
                "It answered with status 503, sold to Acme.",
                "It answered with status 503: dollars.",
                "It answered with status 503; in dollars.",
                "Acme answered with status 503.",
                "Pay the ATO before 9 am AEDT on 29 Nov!",
                "Pay it at 11:00 am AEDT on 29 Nov!",
                "You are owed 503 by Acme.",
                "You owe status 503.",
                "The status was 503.",
                "It was not used for 60 weeks.",
                "It was not used for 60 dayshifts.",
                "It was not used for 61 days.",
                "You have 60 days left.",
                "Banknot used for 60 days.",
                "It resets at 11:00 am AEDT on 30 Nov.",
                "The bill is due on 29 Nov.",
                "It resets at 11:00 am AEDT on 29 Nov 2027."
            })
    void marksAnotherNumberOrAnotherPhrase(String answer) {
        assertThat(figures(answer)).isNotEmpty().allMatch(each -> each.status() == Piece.Status.UNVERIFIED);
    }

    @Test
    void knowsNothingOfSentencesThatWereNotItsOwn() {
        Grounding grounding = new Grounding(new FactBook(), List.of());

        List<Piece> pieces = new ArrayList<>(grounding.accept(NOTES.getFirst()));
        pieces.addAll(grounding.finish());

        assertThat(Answers.figures(pieces)).extracting(Piece::text).containsExactly("503");
    }

    /** However the answer is cut, and nothing of it is lost. */
    private static List<Piece.Figure> figures(String answer) {
        List<Piece> whole = pieces(List.of(answer));
        List<Piece> dripped =
                pieces(answer.chars().mapToObj(Character::toString).toList());
        assertThat(Answers.figures(dripped)).isEqualTo(Answers.figures(whole));
        assertThat(String.join("", dripped.stream().map(Piece::text).toList())).isEqualTo(answer);
        return Answers.figures(whole);
    }

    private static List<Piece> pieces(List<String> parts) {
        Grounding grounding = new Grounding(new FactBook(), List.of());
        NOTES.forEach(grounding::note);
        List<Piece> pieces = new ArrayList<>();
        parts.forEach(part -> pieces.addAll(grounding.accept(part)));
        pieces.addAll(grounding.finish());
        return pieces;
    }
}
