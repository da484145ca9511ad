package au.pip.llm.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * What {@link ByteServer} sends, byte by byte: prepared before, so that nothing is made while a client waits.
 *
 * @param steps in order
 */
public record Answer(List<Step> steps) {
    /** What the server does next. */
    public sealed interface Step {
        /** Writes these bytes in one go and flushes. */
        record Write(byte[] bytes) implements Step {}

        /** Waits this long. */
        record Pause(Duration duration) implements Step {}

        /** Waits for the test. */
        record Gate(CountDownLatch latch) implements Step {}

        /** Writes these bytes again and again until the client goes away. */
        record Flood(byte[] bytes) implements Step {}

        /** Sends nothing until the client goes away. */
        record Hold() implements Step {}

        /** Closes the connection at once, with a reset. */
        record Cut() implements Step {}
    }

    public Answer {
        steps = List.copyOf(steps);
    }

    /** A whole answer of a known length. */
    public static Answer of(int status, String contentType, String body, String... headers) {
        byte[] content = body.getBytes(UTF_8);
        StringBuilder head = head(status, contentType, headers);
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        return new Answer(List.of(new Step.Write(join(head.toString().getBytes(ISO_8859_1), content))));
    }

    public static Answer json(int status, String body, String... headers) {
        return of(status, "application/json", body, headers);
    }

    /** Whether only the client can end it. */
    boolean isEndless() {
        return !steps.isEmpty() && (steps.getLast() instanceof Step.Hold || steps.getLast() instanceof Step.Flood);
    }

    /** The same after a wait. */
    public Answer after(Duration wait) {
        List<Step> later = new ArrayList<>(steps);
        later.addFirst(new Step.Pause(wait));
        return new Answer(later);
    }

    /** Begins a chunked answer. */
    public static Builder stream(String contentType, String... headers) {
        return stream(200, contentType, headers);
    }

    /** Begins a chunked answer of any status. */
    public static Builder stream(int status, String contentType, String... headers) {
        StringBuilder head = head(status, contentType, headers);
        head.append("Transfer-Encoding: chunked\r\n\r\n");
        return new Builder(head.toString().getBytes(ISO_8859_1));
    }

    private static StringBuilder head(int status, String contentType, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
        head.append("Content-Type: ").append(contentType).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head;
    }

    private static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (byte[] piece : pieces) {
                all.write(piece);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return all.toByteArray();
    }

    /** A chunked answer in the making; each write is a chunk of its own. */
    public static final class Builder {
        private final List<Step> steps = new ArrayList<>();

        private Builder(byte[] head) {
            steps.add(new Step.Write(head));
        }

        public Builder write(String text) {
            return write(text.getBytes(UTF_8));
        }

        public Builder write(byte[] bytes) {
            steps.add(new Step.Write(chunk(bytes)));
            return this;
        }

        private static byte[] chunk(byte[] bytes) {
            String size = Integer.toHexString(bytes.length) + "\r\n";
            return join(size.getBytes(ISO_8859_1), bytes, "\r\n".getBytes(ISO_8859_1));
        }

        public Builder writeAll(List<String> texts) {
            texts.forEach(this::write);
            return this;
        }

        public Builder pause(Duration duration) {
            steps.add(new Step.Pause(duration));
            return this;
        }

        public Builder gate(CountDownLatch latch) {
            steps.add(new Step.Gate(latch));
            return this;
        }

        /** Ends as the protocol of HTTP wants. */
        public Answer end() {
            steps.add(new Step.Write("0\r\n\r\n".getBytes(ISO_8859_1)));
            return new Answer(steps);
        }

        /** Never ends: writes this until the client goes away. */
        public Answer flood(byte[] bytes) {
            steps.add(new Step.Flood(chunk(bytes)));
            return new Answer(steps);
        }

        /** Sends no more, and waits for the client to go away. */
        public Answer hold() {
            steps.add(new Step.Hold());
            return new Answer(steps);
        }

        /** Breaks the connection off. */
        public Answer cut() {
            steps.add(new Step.Cut());
            return new Answer(steps);
        }
    }
}
