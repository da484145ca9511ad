package au.pip.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
    /** As published tables of the interval have them. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0, 0.2775", "10, 10, 0.7225, 1", "50, 100, 0.4038, 0.5962", "1, 29, 0.0061, 0.1718"})
    void givesTheIntervalOfTheTables(int hits, int of, double low, double high) {
        Wilson interval = Wilson.of(hits, of);

        assertThat(interval.low()).isCloseTo(low, within(0.0001));
        assertThat(interval.high()).isCloseTo(high, within(0.0001));
    }

    @Test
    void knowsNothingOfNoTries() {
        assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(0, 0, 0, 1));
        assertThatThrownBy(() -> Wilson.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
