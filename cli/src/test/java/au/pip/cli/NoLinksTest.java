package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model wrote on a terminal: nothing of it can be clicked. */
class NoLinksTest {
    private static final String HOSTILE =
            "[report](https://evil.example/take?d=secret) ![x](HTTP://evil.example) <ftp://evil.example> www.evil.example";

    @Test
    void partsEveryAddressAndNothingElse() {
        assertThat(NoLinks.in(HOSTILE))
                .isEqualTo("[report](https:/ /evil.example/take?d=secret) ![x](HTTP:/ /evil.example)"
                        + " <ftp:/ /evil.example> www .evil.example");
        String plain = "Invoices and/or bills: 3 // 4, 10:30, a/b, 株式会社 👩‍🔧";
        assertThat(NoLinks.in(plain)).isEqualTo(plain);
        assertThat(NoLinks.in("")).isEmpty();
    }

    @Test
    void findsAnAddressThatComesInPieces() {
        NoLinks links = new NoLinks();
        StringBuilder shown = new StringBuilder();
        HOSTILE.chars().forEach(each -> shown.append(links.next(Character.toString(each))));
        assertThat(shown).hasToString(NoLinks.in(HOSTILE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1_000})
    void holdsForAnswersOnATerminalHoweverTheyAreCut(int length) {
        Terminalless terminal = new Terminalless();
        AnswerPrinter printer = new AnswerPrinter(terminal.surroundings(true));
        for (int at = 0; at < HOSTILE.length(); at += length) {
            printer.accept(new RunEvent.Text(HOSTILE.substring(at, Math.min(HOSTILE.length(), at + length))));
        }
        printer.finish();
        assertThat(terminal.out()).contains("evil.example").doesNotContain("://", "www.");
        assertThat(printer.told()).isEqualTo(HOSTILE);
    }

    @Test
    void leavesWhatIsPipedAsItCame() {
        Terminalless terminal = new Terminalless();
        AnswerPrinter printer = new AnswerPrinter(terminal.surroundings(false));
        printer.accept(new RunEvent.Text(HOSTILE));
        printer.finish();
        assertThat(terminal.out()).contains("https://evil.example");
    }
}
