package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.Program.Ended;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
    @TempDir
    Path folder;

    private Ended run(String... arguments) {
        try (Program example = Program.start(folder, "examples", "au.pip.examples.Main", Map.of(), arguments)) {
            return example.awaitEnd();
        }
    }

    @Test
    void showsTheLlmLayer() {
        Ended ended = run("llm");
        assertThat(ended.status()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("Provider: offline", "The same as a stream:", "cost: $0");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void showsTheOrchestrator() {
        Ended ended = run("orchestrator");
        assertThat(ended.status()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("> and the month before?", "verified: net profit");
        assertThat(ended.out()).doesNotContain("unverified");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void saysWhichExamplesThereAre() {
        Ended ended = run("nothing");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("./pip example llm or ./pip example orchestrator");
    }
}
