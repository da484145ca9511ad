package au.pip.llm.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes in, lines out. A line ends at LF, CR or CRLF; bytes may arrive cut anywhere. Positions are valid until the next
 * {@link #feed}.
 */
final class LineBuffer {
    private byte[] bytes = new byte[1024];
    private int begin;
    private int scanned;
    private int end;
    private int lineStart;
    private int lineEnd;
    private boolean lineFeedMayFollow;

    /** @throws FrameTooLongException when a line would grow beyond {@link FrameTooLongException#LIMIT} */
    void feed(ByteBuffer input) throws FrameTooLongException {
        int count = input.remaining();
        makeRoom(count);
        input.get(bytes, end, count);
        end += count;
    }

    private void makeRoom(int count) throws FrameTooLongException {
        if (bytes.length - end >= count) {
            return;
        }
        int unread = end - begin;
        int needed = unread + count;
        if (needed > FrameTooLongException.LIMIT) {
            throw new FrameTooLongException();
        }
        byte[] target = needed <= bytes.length ? bytes : new byte[Math.max(needed, bytes.length * 2)];
        System.arraycopy(bytes, begin, target, 0, unread);
        bytes = target;
        scanned -= begin;
        begin = 0;
        end = unread;
    }

    /** Goes to the next whole line; false when more bytes are needed. */
    boolean nextLine() {
        if (lineFeedMayFollow && scanned < end) {
            lineFeedMayFollow = false;
            if (bytes[scanned] == '\n') {
                begin = ++scanned;
            }
        }
        while (scanned < end) {
            byte current = bytes[scanned++];
            if (current == '\n' || current == '\r') {
                lineStart = begin;
                lineEnd = scanned - 1;
                begin = scanned;
                lineFeedMayFollow = current == '\r';
                return true;
            }
        }
        return false;
    }

    /** Takes what is left after the last line end as a line; false when nothing is. */
    boolean lastLine() {
        lineStart = begin;
        lineEnd = end;
        begin = end;
        scanned = end;
        return lineStart < lineEnd;
    }

    byte[] bytes() {
        return bytes;
    }

    int lineStart() {
        return lineStart;
    }

    int lineEnd() {
        return lineEnd;
    }

    /** Whether the line, from {@code from} to {@code to}, is exactly the ASCII {@code text}. */
    boolean matches(int from, int to, byte[] text) {
        return Arrays.equals(bytes, from, to, text, 0, text.length);
    }
}
