package au.pip.llm.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events, or one JSON document from a server that does not stream although it was asked to. The first byte
 * tells: no field of an event begins with a brace. The document is one frame, whole at the end of the bytes.
 */
public final class SseOrJsonReader implements FrameReader {
    private final SseReader events = new SseReader();
    private boolean decided;
    private boolean isDocument;
    private boolean ended;
    private byte[] document = new byte[0];
    private int length;

    @Override
    public void feed(ByteBuffer input) throws FrameTooLongException {
        if (!decided) {
            decide(input);
        }
        if (isDocument) {
            append(input);
        } else {
            events.feed(input);
        }
    }

    private void decide(ByteBuffer input) {
        for (int at = input.position(); at < input.limit() && !decided; at++) {
            byte first = input.get(at);
            decided = !(first == ' ' || first == '\t' || first == '\r' || first == '\n');
            isDocument = first == '{';
        }
    }

    private void append(ByteBuffer input) throws FrameTooLongException {
        int more = input.remaining();
        if (length + more > FrameTooLongException.LIMIT) {
            throw new FrameTooLongException();
        }
        if (length + more > document.length) {
            document = Arrays.copyOf(document, Math.max(length + more, document.length * 2));
        }
        input.get(document, length, more);
        length += more;
    }

    @Override
    public boolean next() throws FrameTooLongException {
        return !isDocument && events.next();
    }

    @Override
    public boolean end() {
        boolean first = isDocument && !ended;
        ended = true;
        return first;
    }

    @Override
    public byte[] bytes() {
        return isDocument ? document : events.bytes();
    }

    @Override
    public int offset() {
        return isDocument ? 0 : events.offset();
    }

    @Override
    public int length() {
        return isDocument ? length : events.length();
    }

    @Override
    public @Nullable String event() {
        return isDocument ? null : events.event();
    }
}
