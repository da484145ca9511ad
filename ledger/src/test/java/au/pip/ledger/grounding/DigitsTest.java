package au.pip.ledger.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No digit is left unmarked unless its form says that it is no figure. */
class DigitsTest {
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    /** Names, list markers, times, addresses, identifiers with a separator, labels and ordinals. */
    private static final Pattern ALLOWED = Pattern.compile("Acme 5000|Harbour 25 Joinery"
            + "|(?m:^ {0,8}\\d{1,3}[.)] )"
            + "|\\d{1,2}:\\d{2}(?::\\d{2})?|\\d{1,2}\\s?[ap]m"
            + "|https?://\\S+|\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?|\\d{1,2}(?:\\.\\d{1,2}){2}"
            + "|#?\\p{L}+[-/#][\\w/#-]*\\d[\\w-]*|#\\d+"
            + "|\\d[A-Z]|[A-Z]\\d|G1\\d|G20"
            + "|\\d+(?:st|nd|rd|th)");

    private final Answers answers = new Answers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "１２３４５",
                "$.50",
                ".5m",
                "$1,23,456.00",
                "$1.234.567",
                "AUD 1.234.567",
                "50pc",
                "12x",
                "INR5000",
                "CHF1200",
                "XYZ5000",
                "$12,345.50x",
                "AUD-5000",
                "a0-Acme 5000",
                "٣ customers",
                "x５"
            })
    void flagsDigitsThatItCannotRead(String digits) {
        String answer = "It is " + digits + ", they say.";
        assertThat(answers.last(answer)).isEqualTo(Piece.Status.UNVERIFIED);
        assertThat(answers.pieces(answer).stream().map(Piece::text).reduce("", String::concat))
                .isEqualTo(answer);
        assertThat(text(answer)).doesNotContainPattern(DIGIT);
    }

    @Test
    void letsNothingStandBehindWhatItCannotRead() {
        assertThat(answers.figures("You have 12x of them.", "is it 12x, or 0?"))
                .containsExactly(new Piece.Figure("12x", "", null, Piece.Status.UNVERIFIED, java.util.List.of()));
        assertThat(answers.last("You have 2026-13-45 of them.")).isEqualTo(Piece.Status.UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Label 1A, G1, W1, T7 and G11.",
                "Invoice INV-0025 of PO/77 or #12.",
                "At 3pm or 3:40 pm.",
                "The 21st."
            })
    void leavesLabelsTimesAndIdentifiersAlone(String answer) {
        assertThat(answers.last(answer)).isNull();
    }

    @Property(tries = 1000)
    void marksEveryDigitThatIsNoAllowedForm(@ForAll @From("texts") String answer) {
        assertThat(ALLOWED.matcher(text(answer)).replaceAll("")).doesNotContainPattern(DIGIT);
    }

    @Property(tries = 300)
    void doesNotDependOnHowDigitsAreCut(@ForAll @From("texts") String answer) {
        assertThat(Answers.figures(answers.dripped(answer))).isEqualTo(answers.figures(answer));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "0",
                        "5",
                        "12",
                        "350",
                        "5000",
                        "１",
                        "٣",
                        "a",
                        "X",
                        "k",
                        "Acme ",
                        "Acme 5000",
                        "AUD",
                        "$",
                        "€",
                        "%",
                        ".",
                        ",",
                        " ",
                        " ",
                        " ",
                        "-",
                        "−",
                        "/",
                        ":",
                        "(",
                        ")",
                        "#",
                        "\n",
                        "'",
                        "Oct ",
                        "pm",
                        "th",
                        " by ",
                        "{F2}",
                        "{F",
                        "}",
                        "$5,000.00 ")
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }

    /** The answer's plain text, with a gap where a figure stands. */
    private String text(String answer) {
        return answers.pieces(answer).stream()
                .map(piece -> piece instanceof Piece.Text(String text) ? text : "\u0000")
                .reduce("", String::concat);
    }
}
