package au.pip.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarksPageTest {
    @TempDir
    private Path folder;

    @Test
    void replacesOnePartAndLeavesTheOther() throws IOException {
        Path page = folder.resolve("docs/benchmarks.md");

        BenchmarksPage.write(page, "llm", "# Models\n\nfirst\n");
        BenchmarksPage.write(page, "store", "# Stores\n\n## Results\n");
        BenchmarksPage.write(page, "llm", "# Models\n\nsecond, and $1 \\ more\n");

        assertThat(page)
                .content()
                .startsWith("# Benchmarks\n")
                .contains("## Models\n\nsecond, and $1 \\ more\n")
                .doesNotContain("first")
                .containsOnlyOnce("## Stores\n\n### Results\n");
        assertThat(Files.readString(page).indexOf("## Models"))
                .isLessThan(Files.readString(page).indexOf("## Stores"));
    }
}
