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

    private final List<Round> rounds = List.of(new Round(1, 0.25), new Round(2, 1.5), new Round(3, 1.5));

    @BeforeEach
    void writeClassPaths() throws IOException {
        Path jar = Files.write(home.resolve("pip-llm-0.1.0.jar"), new byte[1_500_000]);
        Path contenders = Files.createDirectories(home.resolve("benchmarks/target/contenders"));
        for (Library library : Library.values()) {
            Files.writeString(contenders.resolve(library.classPath() + ".classpath"), jar.toString());
        }
        for (Round round : rounds) {
            round.add(Entrant.FLOOR_ANTHROPIC, found(Metric.CPU, 4.0, Metric.CHUNKS, 30_000.0));
            round.add(Entrant.PIP_ANTHROPIC, found(Metric.CPU, 3.0, Metric.CHUNKS, 24_000.0));
            round.add(Entrant.ANTHROPIC_JAVA, Outcome.failed("text of 3 characters instead of 9"));
            round.add(Entrant.FLOOR_OPENAI_CHAT, found(Metric.CPU, 4.0, Metric.ALLOCATION, 800.0));
            round.add(Entrant.PIP_OPENAI_CHAT, found(Metric.CPU, 5.0, Metric.ALLOCATION, 200.0));
            round.add(Entrant.OPENAI_JAVA_CHAT, found(Metric.CPU, 9.0, Metric.ALLOCATION, 4000.0));
        }
        rounds.getFirst().add(Entrant.FLOOR_OPENAI_RESPONSES, found(Metric.CPU, 4.0, Metric.CHUNKS, 1.0));
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
    void judgesEveryWireAndOpenAiJavaOnItsOwn() {
        assertThat(report(Outcome.failed("not run")).tables())
                .containsPattern("CPU a request +\\| +OpenAI Chat Completions .* 1.25 \\| +missed by 25 %")
                .containsPattern("OpenAI Chat Completions \\| +≤ 0.15 × openai-java \\| +0.05 \\| +met")
                .doesNotContainPattern("Anthropic Messages \\| .* openai-java");
    }

    @Test
    void tellsNoMedianOfTooFewRounds() {
        String tables = report(Outcome.failed("not run")).tables();

        assertThat(tables)
                .contains("n = 3 of 3 rounds.")
                .contains("not enough rounds: 1 of 3 were accepted, and a median is made of 3 at least.")
                .containsPattern("CPU a request +\\| +OpenAI Responses .* – \\| +not enough rounds");
        assertThat(tables.substring(tables.indexOf("### OpenAI Responses"), tables.indexOf("### What Pip aims at")))
                .doesNotContain("Median");
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
                .contains(
                        "./pip bench llm",
                        "-XX:+UseSerialGC",
                        "| 1     |                   0.25 |",
                        "- Commit: c0ffee with changes",
                        "### Why some are missed")
                .containsPattern("Pip \\(`pip-llm`\\) +\\| +0.1.0 \\| +1 \\| +1.5 \\|")
                .containsPattern("Threads at 5,000 streams .* ≤ 40 \\| +21 \\| +met");
    }

    private Report report(Outcome endurance) {
        return new Report(
                rounds,
                Map.of(Entrant.PIP_ANTHROPIC, endurance),
                new Options(home, 1, 30, false),
                Machine.present(),
                "c0ffee with changes",
                LocalDate.of(2026, 11, 24));
    }

    private static Outcome found(Metric first, double value, Metric second, double other) {
        return new Outcome(Map.of(first, value, second, other), List.of(), null);
    }
}
