package au.pip.assistant.care;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.spi.StoredText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that stand for a row, the same whichever database it is in: its noun, then each value. A text is 1, its
 * length in bytes (4 bytes, the highest first) and the UTF-8 of its {@link StoredText}; a number is 2 and 8 bytes; an
 * absent value is 0. Different rows have different bytes.
 */
final class CanonicalRow {
    private static final byte[] ABSENT = {0};

    private final MessageDigest sha256 = sha256();

    /** SHA-256 of the row's bytes. */
    byte[] digest(Noun noun, List<@Nullable Object> values) {
        text(noun.word());
        for (Object value : values) {
            switch (value) {
                case null -> sha256.update(ABSENT);
                case String text -> text(text);
                case Long number -> number(number);
                default -> throw new IllegalArgumentException("neither a text nor a number: " + value.getClass());
            }
        }
        return sha256.digest();
    }

    private void text(String text) {
        byte[] bytes = StoredText.written(text).getBytes(StandardCharsets.UTF_8);
        sha256.update((byte) 1);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha256.update(bytes);
    }

    private void number(long number) {
        sha256.update((byte) 2);
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
