package au.pip.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.benchmarks.contender.Entrant;
import au.pip.benchmarks.contender.Library;
import au.pip.benchmarks.measure.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path home;

    private final Round round = new Round(1, 0.25);

    @BeforeEach
    void writeClassPaths() throws IOException {
        Path jar = Files.write(home.resolve("pip-llm-0.1.0.jar"), new byte[1_500_000]);
        Path contenders = Files.createDirectories(home.resolve("benchmarks/target/contenders"));
        for (Library library : Library.values()) {
            Files.writeString(contenders.resolve(library.classPath() + ".classpath"), jar.toString());
        }
        round.add(Entrant.FLOOR_ANTHROPIC, found(Metric.CPU, 4.0, Metric.CHUNKS, 30_000.0));
        round.add(Entrant.PIP_ANTHROPIC, found(Metric.CPU, 3.0, Metric.CHUNKS, 24_000.0));
        round.add(Entrant.ANTHROPIC_JAVA, Outcome.failed("text of 3 characters instead of 9"));
    }

    @Test
    void saysWhichAimsAreMetAndByHowMuchOthersAreMissed() {
        String tables = report(Outcome.failed("not run")).tables();

        assertThat(tables)
                .containsPattern("CPU a request +\\| +Anthropic Messages \\| +≤ 1.00 × the floor \\| +0.75 \\| +met")
                .containsPattern("Pieces a second .* ≥ 1.00 × the floor \\| +0.80 \\| +missed by 20 %")
                .containsPattern("Threads at 5,000 streams .* ≤ 40 \\| +– \\| +not measured");
    }

    @Test
    void saysWhoIsVoidAndWhy() {
        assertThat(report(Outcome.failed("not run")).tables())
                .contains("- anthropic-java is void: text of 3 characters instead of 9.");
    }

    @Test
    void tellsMachineLoadWeightsAndHowToRunItAgain() throws IOException {
        String document = report(found(Metric.THREADS_5000, 21.0, Metric.SOCKETS_LEFT, 0.0))
                .document();

        assertThat(document)
                .contains("./pip bench llm", "-XX:+UseSerialGC", "| 1     |                   0.25 |")
                .containsPattern("Pip \\(`pip-llm`\\) +\\| +0.1.0 \\| +1 \\| +1.5 \\|")
                .containsPattern("Threads at 5,000 streams .* ≤ 40 \\| +21 \\| +met");
    }

    private Report report(Outcome endurance) {
        return new Report(
                List.of(round),
                Map.of(Entrant.PIP_ANTHROPIC, endurance),
                new Options(home, 1, 30, false),
                Machine.present(),
                LocalDate.of(2026, 11, 24));
    }

    private static Outcome found(Metric first, double value, Metric second, double other) {
        return new Outcome(Map.of(first, value, second, other), List.of(), null);
    }
}
