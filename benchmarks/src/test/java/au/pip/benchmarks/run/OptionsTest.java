package au.pip.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Path HOME = Path.of("home");

    @Test
    void runsFiveRoundsAndWritesTheDocument() {
        Options options = Options.parse(HOME, List.of());

        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.report()).isEqualTo(HOME.resolve("docs/benchmarks.md"));
    }

    @Test
    void aQuickRunNeverReplacesTheDocument() {
        Options options = Options.parse(HOME, List.of("--quick"));

        assertThat(options.rounds()).isEqualTo(1);
        assertThat(options.report()).isEqualTo(HOME.resolve("benchmarks/target/quick.md"));
    }

    @Test
    void refusesWhatItDoesNotKnowInOneLine() {
        assertThatThrownBy(() -> Options.parse(HOME, List.of("--fast"))).hasMessage("bench llm does not know '--fast'");
        assertThatThrownBy(() -> Options.parse(HOME, List.of("--rounds", "0")))
                .hasMessage("--rounds takes a number from 1 to 99");
        assertThatThrownBy(() -> Options.parse(HOME, List.of("--rounds")))
                .hasMessage("--rounds takes a number from 1 to 99");
    }
}
