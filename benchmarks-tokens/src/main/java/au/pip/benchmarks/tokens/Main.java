package au.pip.benchmarks.tokens;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The program behind {@code ./pip bench tokens}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = Arrays.asList(arguments);
        List<String> options = words.subList(Math.min(1, words.size()), words.size());
        boolean quick = options.equals(List.of("--quick"));
        if (!quick && !options.isEmpty()) {
            System.err.println("pip: bench tokens does not know '" + String.join(" ", options)
                    + "'. Usage: ./pip bench tokens [--quick]");
            System.exit(2);
        }
        String home = System.getenv("PIP_HOME");
        boolean met = new TokensBenchmark(Path.of(home == null ? "." : home), quick).run();
        System.exit(met ? 0 : 1);
    }
}
