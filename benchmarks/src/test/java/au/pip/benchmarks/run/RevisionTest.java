package au.pip.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionTest {
    @TempDir
    private Path home;

    @Test
    void namesTheCommitAndSaysWhenFilesDiffer() throws Exception {
        assertThat(Revision.of(home)).isEqualTo("not known");
        git("init", "-q");
        Path docs = Files.createDirectories(home.resolve("docs"));
        Files.writeString(docs.resolve("benchmarks.md"), "old");
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "First");

        Files.writeString(docs.resolve("benchmarks.md"), "new");
        assertThat(Revision.of(home)).matches("[0-9a-f]{40}");
        Files.writeString(home.resolve("other"), "x");
        assertThat(Revision.of(home)).matches("[0-9a-f]{40} with changes");
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
