package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs a command without a terminal and keeps what it printed. */
final class Terminalless {
    final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";
    private Path folder = Path.of("no folder");
    private boolean person;
    private int early;

    Terminalless typed(String text) {
        input = text;
        return this;
    }

    Terminalless with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Started in that folder. */
    Terminalless in(Path folder) {
        this.folder = folder;
        return this;
    }

    /** As if a person sat at a terminal of 120 columns without colour, and typed that once they were asked. */
    Terminalless person(String text) {
        return person("", text);
    }

    /** @param ahead what they had typed before they were asked */
    Terminalless person(String ahead, String text) {
        person = true;
        early = ahead.length();
        return typed(ahead + text).with("COLUMNS", "120").with("NO_COLOR", "1");
    }

    int run(String... arguments) {
        return Main.run(surroundings(), arguments);
    }

    Surroundings surroundings() {
        return surroundings(person);
    }

    Surroundings surroundings(boolean outputIsTerminal) {
        return new Surroundings(
                new Keyboard(input, person ? early : input.length()),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                folder,
                person,
                outputIsTerminal);
    }

    /** Has at hand only what was typed early. */
    private static final class Keyboard extends ByteArrayInputStream {
        private final int early;

        Keyboard(String text, int early) {
            super(text.getBytes(UTF_8));
            this.early = early;
        }

        @Override
        public synchronized int available() {
            return Math.max(0, early - pos);
        }
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }
}
