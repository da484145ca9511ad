package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code text/event-stream} as the WHATWG HTML standard, section "Server-sent events", has it: an event counts only
 * when its empty line has come, so a cut in the middle loses that event and no more. Closing it ends a read that waits.
 */
final class EventStream implements AutoCloseable {
    private final InputStream bytes;
    private final BufferedReader lines;
    private final Thread watch;
    private volatile long lastLine = System.nanoTime();
    private @Nullable String lastId;
    private boolean first = true;

    /** @param patience how long it may be silent, heartbeats included, before it is taken for dead */
    EventStream(InputStream bytes, Duration patience) {
        this.bytes = bytes;
        this.lines = new BufferedReader(new InputStreamReader(bytes, UTF_8));
        this.watch = Thread.startVirtualThread(() -> closeWhenSilent(patience.toNanos()));
    }

    /**
     * The next event, or null at the stream's end.
     *
     * @throws IOException when the connection was cut, was silent too long, or this was closed
     */
    @Nullable
    ServerEvent next() throws IOException {
        String id = lastId;
        String type = "message";
        StringBuilder data = new StringBuilder();
        String line;
        while ((line = nextLine()) != null) {
            if (line.isEmpty()) {
                lastId = id;
                if (!data.isEmpty()) {
                    return new ServerEvent(id, type, data.substring(0, data.length() - 1));
                }
                type = "message";
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "event" -> type = value;
                case "data" -> data.append(value).append('\n');
                case "id" -> id = value;
                default -> {} // A comment, a heartbeat, or a field of a later day.
            }
        }
        return null;
    }

    private @Nullable String nextLine() throws IOException {
        String line = lines.readLine();
        lastLine = System.nanoTime();
        if (line != null && first) {
            first = false;
            return line.startsWith("\uFEFF") ? line.substring(1) : line;
        }
        return line;
    }

    private void closeWhenSilent(long patience) {
        try {
            long left;
            while ((left = lastLine + patience - System.nanoTime()) > 0) {
                Thread.sleep(Duration.ofNanos(left));
            }
            bytes.close();
        } catch (InterruptedException | IOException e) {
            // Closed by its reader, who needs no watch any more.
        }
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        bytes.close();
    }
}
