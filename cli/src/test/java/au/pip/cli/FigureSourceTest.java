package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.SourceView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureSourceTest {
    private static final FactView FACT = new FactView(
            "F1",
            "owed to you",
            "Hill Stone",
            "23 Nov 2026",
            null,
            "$7.00",
            null,
            new SourceView("Café Müller", "Invoices", List.of("i-1"), 1, null, Instant.EPOCH, "d1"));

    private static String printed(FactView... facts) {
        Terminalless terminal = new Terminalless();
        FigureView figure = new FigureView("$7.00", "7.00", "AUD", "unverified", null, List.of(facts));
        new FigureSource(terminal.surroundings()).print(List.of(figure), "");
        return terminal.out();
    }

    @Test
    void tellsAFigureWithNothingBehindItFromOneThatItsWordsDoNotFit() {
        assertThat(printed()).isEqualTo("$7.00, unverified: nothing that Pip read stands behind it\n\n");
        assertThat(printed(FACT))
                .startsWith("$7.00, unverified: the words around it do not agree with it\n")
                .contains("Hill Stone", "Record: i-1")
                .doesNotContain("nothing that Pip read");
    }
}
