package au.pip.evaluation.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of results, one JSON object a line, added to as they come. One that was cut off in its last line is read
 * without it.
 */
public final class JsonLines<T> implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<T> earlier;
    private final BufferedWriter out;

    private JsonLines(List<T> earlier, BufferedWriter out) {
        this.earlier = earlier;
        this.out = out;
    }

    /** Opens the file, made with its folder where it is missing. */
    public static <T> JsonLines<T> open(Path file, Class<T> type) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            List<T> earlier = Files.exists(file) ? read(file, type) : List.of();
            List<String> whole = earlier.stream().map(JSON::writeValueAsString).toList();
            Files.write(file, whole);
            return new JsonLines<>(
                    earlier, Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> read(Path file, Class<T> type) throws IOException {
        List<T> results = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int index = 0; index < lines.size(); index++) {
            try {
                results.add(JSON.readValue(lines.get(index), type));
            } catch (JacksonException _) {
                if (index < lines.size() - 1) {
                    throw new EvaluationException("%s, line %d, is no result of this evaluation. Name another --out."
                            .formatted(file, index + 1));
                }
            }
        }
        return results;
    }

    /** What the file held when it was opened. */
    public List<T> earlier() {
        return earlier;
    }

    /** Written at once, so that a run that is stopped loses nothing. */
    public synchronized void add(T result) {
        try {
            out.write(JSON.writeValueAsString(result));
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
