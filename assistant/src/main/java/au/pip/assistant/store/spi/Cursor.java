package au.pip.assistant.store.spi;

import au.pip.assistant.store.InvalidPage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list, as a client keeps it: base64url of a checksum and of what orders the list. The checksum covers
 * the list's name too, so a cursor that was cut, changed or taken from another list is refused. It is no secret and
 * no permission: the query filters by account whatever the place.
 */
public final class Cursor {
    private Cursor() {}

    public static String at(String list, String place) {
        byte[] bytes = place.getBytes(StandardCharsets.UTF_8);
        byte[] whole = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(checksum(list, bytes))
                .put(bytes)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /**
     * The place that {@link #at} was given.
     *
     * @throws InvalidPage when the cursor is not of this list
     */
    public static String place(String list, String cursor) {
        ByteBuffer whole = ByteBuffer.wrap(decoded(cursor));
        if (whole.remaining() < Integer.BYTES) {
            throw refused(null);
        }
        int checksum = whole.getInt();
        byte[] bytes = new byte[whole.remaining()];
        whole.get(bytes);
        if (checksum != checksum(list, bytes)) {
            throw refused(null);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw refused(notBase64);
        }
    }

    private static int checksum(String list, byte[] place) {
        CRC32 checksum = new CRC32();
        checksum.update(list.getBytes(StandardCharsets.UTF_8));
        checksum.update(0);
        checksum.update(place);
        return (int) checksum.getValue();
    }

    private static InvalidPage refused(@Nullable Throwable cause) {
        return new InvalidPage(
                "The cursor is not one that this list gave: leave it out to start from the beginning.", cause);
    }
}
