package au.pip.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoMiddleOnes() {
        assertThat(Statistics.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Statistics.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    }

    @Test
    void nothingHasNoMedian() {
        assertThat(Statistics.median(List.of())).isNaN();
    }

    @Test
    void aPercentileIsAValueThatWasSeen() {
        double[] hundred =
                IntStream.rangeClosed(1, 100).mapToDouble(value -> value).toArray();

        assertThat(Statistics.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Statistics.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Statistics.percentile(new double[] {7}, 99)).isEqualTo(7);
    }
}
