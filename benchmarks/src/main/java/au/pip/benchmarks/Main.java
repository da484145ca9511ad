package au.pip.benchmarks;

import au.pip.benchmarks.run.LlmBenchmark;
import au.pip.benchmarks.run.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The program behind {@code ./pip bench}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = Arrays.asList(arguments);
        if (words.isEmpty() || !words.getFirst().equals("llm")) {
            refuse(words.isEmpty() ? "bench needs a word: llm" : "bench does not know '" + words.getFirst() + "'");
            return;
        }
        String home = System.getenv("PIP_HOME");
        try {
            Options options = Options.parse(Path.of(home == null ? "." : home), words.subList(1, words.size()));
            new LlmBenchmark(options).run();
        } catch (IllegalArgumentException wrong) {
            refuse(String.valueOf(wrong.getMessage()));
        }
    }

    private static void refuse(String why) {
        System.err.println("pip: " + why + ". Usage: ./pip bench llm [--rounds N] [--quick]");
        System.exit(2);
    }
}
