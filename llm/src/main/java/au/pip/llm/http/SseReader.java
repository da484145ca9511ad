package au.pip.llm.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events, by the WHATWG HTML standard's "event stream interpretation": a blank line dispatches, several
 * {@code data} lines are joined by LF, one blank after the colon is dropped, lines that begin with a colon are comments,
 * a byte order mark at the very start is skipped. {@code id} and {@code retry} are read over.
 *
 * <p>Two deviations, both at the end of the stream. The standard discards an event that is cut off before its blank line;
 * some servers end without that line, so {@link #end} gives what has come as a frame, for whoever reads frames to judge:
 * a JSON document that parses is whole, one that does not was cut. And a JSON document that stands bare between events is
 * the last frame: some servers (Gemini's API is one: vercel/ai issue 5217) report an error in the middle of a reply like
 * that, and some answer with one document though they were asked for a stream.
 */
public final class SseReader implements FrameReader {
    private static final byte[] DATA = "data".getBytes(US_ASCII);
    private static final byte[] EVENT = "event".getBytes(US_ASCII);
    private static final int LONGEST_BARE_DOCUMENT = 4 * 1024 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final LineBuffer lines = new LineBuffer();
    private final ByteArrayOutputStream bare = new ByteArrayOutputStream(0);
    private byte[] data = new byte[1024];
    private int length;
    private boolean hasData;
    private boolean dispatched;
    private boolean firstLine = true;
    private @Nullable String event;
    private byte[] lastName = new byte[0];
    private String lastEvent = "";

    @Override
    public void feed(ByteBuffer input) throws FrameTooLongException {
        lines.feed(input);
    }

    @Override
    public boolean next() throws FrameTooLongException {
        if (dispatched) {
            forgetEvent();
        }
        while (lines.nextLine()) {
            int start = lines.lineStart();
            start += byteOrderMark(start);
            if (start == lines.lineEnd()) {
                if (hasData) {
                    dispatched = true;
                    return true;
                }
                forgetEvent();
            } else {
                readField(start, lines.lineEnd());
            }
        }
        return false;
    }

    private void forgetEvent() {
        dispatched = false;
        hasData = false;
        length = 0;
        event = null;
    }

    private int byteOrderMark(int start) {
        if (!firstLine) {
            return 0;
        }
        firstLine = false;
        int afterMark = start + BYTE_ORDER_MARK.length;
        return afterMark <= lines.lineEnd() && lines.matches(start, afterMark, BYTE_ORDER_MARK)
                ? BYTE_ORDER_MARK.length
                : 0;
    }

    private void readField(int start, int end) throws FrameTooLongException {
        byte[] bytes = lines.bytes();
        int colon = start;
        while (colon < end && bytes[colon] != ':') {
            colon++;
        }
        int value = colon;
        if (value < end) {
            value++;
            if (value < end && bytes[value] == ' ') {
                value++;
            }
        }
        if (lines.matches(start, colon, DATA)) {
            appendData(bytes, value, end);
        } else if (lines.matches(start, colon, EVENT)) {
            event = name(bytes, value, end);
        } else {
            readBare(start, end);
        }
    }

    /** A line that is no field: part of a document once one has begun. */
    private void readBare(int start, int end) {
        byte first = lines.bytes()[start];
        if ((bare.size() > 0 || first == '{' || first == '[') && bare.size() + end - start <= LONGEST_BARE_DOCUMENT) {
            bare.write(lines.bytes(), start, end - start);
        }
    }

    private void appendData(byte[] bytes, int from, int to) throws FrameTooLongException {
        int needed = length + (hasData ? 1 : 0) + (to - from);
        if (needed > FrameTooLongException.LIMIT) {
            throw new FrameTooLongException();
        }
        if (needed > data.length) {
            data = Arrays.copyOf(data, Math.max(needed, data.length * 2));
        }
        if (hasData) {
            data[length++] = '\n';
        }
        System.arraycopy(bytes, from, data, length, to - from);
        length += to - from;
        hasData = true;
    }

    /** Names repeat, so the last one is kept. */
    private String name(byte[] bytes, int from, int to) {
        if (!Arrays.equals(bytes, from, to, lastName, 0, lastName.length)) {
            lastName = Arrays.copyOfRange(bytes, from, to);
            lastEvent = new String(lastName, UTF_8);
        }
        return lastEvent;
    }

    @Override
    public boolean end() {
        if (dispatched) {
            forgetEvent();
        }
        try {
            if (lines.lastLine()) {
                int start = lines.lineStart();
                readField(start + byteOrderMark(start), lines.lineEnd());
            }
        } catch (FrameTooLongException endless) {
            return false;
        }
        if (!hasData) {
            takeBare();
        }
        dispatched = true;
        return hasData;
    }

    private void takeBare() {
        data = bare.toByteArray();
        length = data.length;
        hasData = length > 0;
        bare.reset();
    }

    @Override
    public byte[] bytes() {
        return data;
    }

    @Override
    public int offset() {
        return 0;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public @Nullable String event() {
        return event == null || event.isEmpty() ? null : event;
    }
}
