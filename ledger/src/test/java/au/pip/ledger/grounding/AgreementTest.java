package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.FactBook;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words around a figure say of it, in prose, lists and tables. */
class AgreementTest {
    private final Answers answers = new Answers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme 5000 has $5,000.00 overdue.",
                "You owe Acme 5000 $5,000.00.",
                "Your income in October was {F5}.",
                "Zebra Pty Ltd owes you $12,345.50.",
                "Acme 5000 owes you $5,000.00 excluding GST.",
                "Acme 5000 owes you five thousand US dollars.",
                "On a cash basis net profit in October was {F5}.",
                "GST you collected in the September quarter: {F10}",
                "You owe {F10} of GST for the June quarter.",
                "You have {F4} suppliers.",
                "You have 31 unpaid invoices.",
                "Bright & Sons is late. They owe you $5,000.00.",
                "## Overdue\n\n- Acme 5000: $5,000.00",
                "| Customer | Overdue |\n|---|---|\n| Acme 5000 | $5,000.00 |",
                "| Customer | Owed |\n|---|---|\n| Bright & Sons | $5,000.00 |",
                "| | September 2026 |\n|---|---|\n| Net profit | $420.00 |",
                "Net profit in October grew by $420.00.",
                "You're owed over $12,346.",
                "Your gizmos came to {F1}."
            })
    void flagsWhatTheWordsDoNotFit(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme 5000 has $5,000.00 outstanding.",
                "Acme owes you five thousand dollars.",
                "Acme 5000 is late. They owe you $5,000.00.",
                "Bright & Sons owes you $7,345.50, Acme 5000 $5,000.00.",
                "You're owed $7,345.50 by Bright & Sons and $5,000.00 by Acme 5000.",
                "Owed to you:\n\n- Bright & Sons: {F3}\n- Acme 5000: {F2}",
                "| Customer | Owed |\n|---|---|\n| Acme 5000 | 5,000.00 |",
                "| | October 2026 |\n|---|---|\n| Net profit | $420.00 |",
                "- **Acme 5000**\n  - Owed to you: {F2}",
                "Your margin in October was twelve and a half per cent.",
                "GST to pay for the September quarter is {F10}.",
                "In October you made a net loss before tax of four hundred and twenty-one dollars."
            })
    void verifiesWhatTheWordsFit(String answer) {
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.VERIFIED);
    }

    @Test
    void leavesTheDigitsOfANameWithoutFactsAlone() {
        FactBook book = new FactBook();
        book.name("Plumb 24 Pty Ltd");
        Grounding grounding = new Grounding(book, List.of());
        List<Piece> pieces = new java.util.ArrayList<>(grounding.accept("Plumb 24 Pty Ltd (customer), 24 of them"));
        pieces.addAll(grounding.finish());
        assertThat(Answers.figures(pieces)).extracting(Piece::text).containsExactly("24");
    }

    @Test
    void withholdsWhatIsUnverifiedOnly() {
        Piece.Figure wrong = answers.figures("You're owed $1.").getFirst();
        Piece.Figure right = answers.figures("You're owed {F1}.").getFirst();
        assertThat(wrong.withheld().text()).isEqualTo("[not verified]");
        assertThat(wrong.withheld().value()).isEmpty();
        assertThat(right.withheld()).isEqualTo(right);
    }
}
