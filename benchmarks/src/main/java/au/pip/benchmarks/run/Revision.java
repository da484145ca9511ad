package au.pip.benchmarks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which state of the sources is measured, as Git tells it. */
final class Revision {
    private static final String UNKNOWN = "not known";

    private Revision() {}

    /** The commit that is checked out; with changes when files differ from it, this page aside. */
    static String of(Path home) throws InterruptedException {
        String commit = git(home, "rev-parse", "HEAD");
        if (commit.equals(UNKNOWN)) {
            return UNKNOWN;
        }
        String changes = git(home, "status", "--porcelain", "--", ".", ":(exclude)docs/benchmarks.md");
        return changes.isEmpty() ? commit : commit + " with changes";
    }

    private static String git(Path home, String... words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? said : UNKNOWN;
        } catch (IOException missing) {
            return UNKNOWN;
        }
    }
}
