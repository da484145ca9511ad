package au.pip.assistant.care;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The end of an archive's file: a gzip member (RFC 1952) of one stored block, {@value #BYTES} bytes whose every bit
 * follows from the SHA-256 of all bytes before. So a file that was cut, or in which any byte changed, is told from a
 * whole one, also where gzip's own checksum does not reach, and {@code gunzip} still reads it to its end.
 */
final class ArchiveSeal {
    static final int BYTES = 101;
    private static final byte[] MEMBER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte LAST_STORED_BLOCK = 1;

    private ArchiveSeal() {}

    /** @param sha256 64 hexadecimal digits */
    static byte[] of(String sha256) {
        byte[] line = ("{\"sha256\":\"" + sha256 + "\"}\n").getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(line);
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MEMBER)
                .put(LAST_STORED_BLOCK)
                .putShort((short) line.length)
                .putShort((short) ~line.length)
                .put(line)
                .putInt((int) checksum.getValue())
                .putInt(line.length)
                .array();
    }

    /** Whether a file begins as a gzip file does. */
    static boolean isGzip(byte[] beginning) {
        return beginning.length >= 2 && beginning[0] == MEMBER[0] && beginning[1] == MEMBER[1];
    }
}
