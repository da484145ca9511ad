package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines from a pipe, or written down before; each is shown as if it had been typed. */
final class PipedLines implements Lines {
    private final BufferedReader reader;
    private final Surroundings surroundings;

    private PipedLines(Reader reader, Surroundings surroundings) {
        this.reader = new BufferedReader(reader);
        this.surroundings = surroundings;
    }

    /** Those of standard input, as UTF-8. */
    static PipedLines ofInput(Surroundings surroundings) {
        return new PipedLines(new InputStreamReader(surroundings.in(), UTF_8), surroundings);
    }

    static PipedLines of(List<String> lines, Surroundings surroundings) {
        return new PipedLines(new StringReader(String.join("\n", lines)), surroundings);
    }

    @Override
    public @Nullable String next() {
        try {
            String line = reader.readLine();
            if (line != null && !line.isBlank()) {
                surroundings.out().print(surroundings.paint().heading("> " + Printable.of(line.strip())) + "\n");
            }
            return line;
        } catch (IOException e) {
            return null;
        }
    }
}
