package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Lines that a person types, with editing and the history of this chat, which is kept in memory only. */
final class TypedLines implements Lines {
    private final Terminal terminal;
    private final LineReader reader;
    private final Surroundings surroundings;

    TypedLines(Surroundings surroundings) {
        this.surroundings = surroundings;
        try {
            terminal = TerminalBuilder.builder()
                    .system(true)
                    .nativeSignals(true)
                    .encoding(UTF_8)
                    .build();
        } catch (IOException e) {
            throw new CliException(
                    CliException.FAILED,
                    "this terminal cannot be used (" + e.getMessage() + "). ./pip ask works anywhere.",
                    e);
        }
        DefaultParser asTyped = new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(asTyped)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    @Override
    public @Nullable String next() {
        Thread.interrupted(); // A late Ctrl-C of the answer before must not end this line.
        while (true) {
            try {
                return reader.readLine("> ");
            } catch (UserInterruptException e) {
                if (e.getPartialLine().isBlank()) {
                    surroundings.progress("/quit or Ctrl-D leaves.");
                }
            } catch (EndOfFileException e) {
                return null;
            }
        }
    }

    @Override
    public @Nullable String answer(String question) {
        Thread.interrupted(); // As above.
        try {
            // What was typed before the question is no answer to it.
            while (terminal.reader().read(1) >= 0) {}
            return reader.readLine(question);
        } catch (IOException | UserInterruptException | EndOfFileException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            // The terminal is gone, and so is the need to restore it.
        }
    }
}
