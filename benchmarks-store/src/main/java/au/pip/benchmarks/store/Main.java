package au.pip.benchmarks.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** The program behind {@code ./pip bench store}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        List<String> words = Arrays.asList(arguments);
        String home = System.getenv("PIP_HOME");
        try {
            StoreOptions options = StoreOptions.parse(
                    Path.of(home == null ? "." : home), words.subList(Math.min(1, words.size()), words.size()));
            new StoreBenchmark(options).run();
        } catch (IllegalArgumentException wrong) {
            System.err.println("pip: " + wrong.getMessage() + ". Usage: ./pip bench store [--rounds N] [--quick]");
            System.exit(2);
        }
    }
}
