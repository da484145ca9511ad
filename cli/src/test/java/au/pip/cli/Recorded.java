package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Recorded bytes beside the tests. */
final class Recorded {
    private Recorded() {}

    static String text(String name) {
        try (InputStream bytes = Objects.requireNonNull(Recorded.class.getResourceAsStream(name), name)) {
            return new String(bytes.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
