package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.grounding.Trial;
import org.junit.jupiter.api.Test;

/** No figure that was made wrong keeps its mark, and hardly a right one loses it. */
class GroundingTrialTest {
    /** A year of seeds that the page in {@code docs} does not use. */
    private static final int FIRST = 20_261_101;

    @Test
    void flagsEveryWrongFigureAndHardlyARightOne() {
        Trial trial = Trial.run(FIRST, 60, 3);
        assertThat(trial.wrong().answers()).isGreaterThan(10_000);
        assertThat(trial.right().answers()).isGreaterThan(3_000);
        assertThat(trial.slips()).isEmpty();
        assertThat(trial.wrong().missed()).isZero();
        assertThat(trial.right().missed())
                .as(() -> String.join("\n", trial.falseFlags()))
                .isLessThanOrEqualTo(trial.right().answers() / 100);
    }
}
