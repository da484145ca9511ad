package au.pip.server.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key file's bytes: a line that says what it is, comments, and a line a key with its id, when it was made, when it
 * was retired or {@code -}, how it is written, and itself in base64. The one in force is the last, so that a file that
 * was cut has none. A key never becomes a {@link String}, which could not be wiped.
 */
final class KeyFileFormat {
    private static final String FIRST = "pip master keys, version 1";
    private static final String ABOUT = """
            # Who has this file and the database can read the secrets in it. Who loses this file loses them.
            # Keep a copy apart from the database's backups. Changed by ./pip secrets rotate only.
            """;

    private KeyFileFormat() {}

    /** Bytes to be wiped. */
    static byte[] written(List<KeyLine> keys) {
        List<byte[]> parts = new ArrayList<>(List.of(utf8(FIRST + "\n" + ABOUT)));
        for (KeyLine key : keys) {
            parts.add(utf8("%s %s %s %s "
                    .formatted(key.id(), key.made(), key.retired() == null ? "-" : key.retired(), key.wrapping())));
            parts.add(Base64.getEncoder().encode(key.written().bytes()));
            parts.add(utf8("\n"));
        }
        ByteBuffer whole =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            whole.put(part);
            Arrays.fill(part, (byte) 0);
        }
        return whole.array();
    }

    /** The keys, the one in force last; null when this is no whole key file. */
    static @Nullable List<KeyLine> read(byte[] content) {
        List<KeyLine> keys = new ArrayList<>();
        int number = 0;
        for (int from = 0; from < content.length; number++) {
            int end = from;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            if (end == content.length
                    || (number == 0 && !text(content, from, end).equals(FIRST))) {
                return null;
            }
            if (number > 0 && end > from && content[from] != '#') {
                KeyLine key = key(content, from, end);
                if (key == null) {
                    return null;
                }
                keys.add(key);
            }
            from = end + 1;
        }
        boolean whole = !keys.isEmpty()
                && keys.getLast().retired() == null
                && keys.stream().filter(key -> key.retired() == null).count() == 1;
        return whole ? keys : null;
    }

    private static @Nullable KeyLine key(byte[] content, int from, int end) {
        int start = end;
        while (start > from && content[start - 1] != ' ') {
            start--;
        }
        String[] words = text(content, from, start).split(" ");
        if (words.length != 4) {
            return null;
        }
        byte[] base64 = Arrays.copyOfRange(content, start, end);
        try {
            return new KeyLine(
                    words[0],
                    Instant.parse(words[1]),
                    words[2].equals("-") ? null : Instant.parse(words[2]),
                    words[3],
                    new KeyBytes(Base64.getDecoder().decode(base64)));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            return null;
        } finally {
            Arrays.fill(base64, (byte) 0);
        }
    }

    private static String text(byte[] content, int from, int end) {
        return new String(content, from, end - from, UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
