package au.pip.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private ProgressBar bar(boolean terminal, int all) {
        return new ProgressBar(new PrintStream(err, true, StandardCharsets.UTF_8), terminal, all);
    }

    @Test
    void saysATenthAtATimeWhereNobodyWatches() {
        ProgressBar bar = bar(false, 200);
        for (int step = 0; step < 200; step++) {
            bar.step(step + " right");
        }
        bar.end();

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(10)
                .last()
                .isEqualTo("[##############################] 200 of 200  199 right");
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("\u001B", "\r");
    }

    @Test
    void writesOverItsLineOnATerminalWithoutColour() {
        ProgressBar bar = bar(true, 2);
        bar.step("1 right");
        bar.step("2 right");
        bar.end();

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r[###############---------------] 1 of 2  1 right\u001B[K"
                        + "\r[##############################] 2 of 2  2 right\u001B[K\n");
    }
}
