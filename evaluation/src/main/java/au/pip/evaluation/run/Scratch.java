package au.pip.evaluation.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder of a run's own, which goes with the run. */
public record Scratch(Path folder) implements AutoCloseable {
    public static Scratch open() throws IOException {
        return new Scratch(Files.createTempDirectory("pip-evaluation"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
