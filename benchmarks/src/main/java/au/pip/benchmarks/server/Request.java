package au.pip.benchmarks.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request of which only the path matters; its body is read over. */
record Request(String path) {
    /** @return null when the client has closed the connection instead */
    static @Nullable Request read(InputStream input) throws IOException {
        String start = readLine(input);
        if (start == null) {
            return null;
        }
        long length = 0;
        boolean chunked = false;
        for (String header = readLine(input); header != null && !header.isEmpty(); header = readLine(input)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            }
        }
        if (chunked) {
            skipChunks(input);
        } else {
            input.skipNBytes(length);
        }
        String[] words = start.split(" ");
        return new Request(words.length > 1 ? words[1] : "");
    }

    private static void skipChunks(InputStream input) throws IOException {
        for (int length = chunkLength(input); length > 0; length = chunkLength(input)) {
            input.skipNBytes(length + 2L);
        }
        for (String trailer = readLine(input); trailer != null && !trailer.isEmpty(); ) {
            trailer = readLine(input);
        }
    }

    private static int chunkLength(InputStream input) throws IOException {
        String line = readLine(input);
        if (line == null) {
            throw new EOFException("the body was cut");
        }
        return Integer.parseInt(line, 16);
    }

    private static @Nullable String readLine(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder(64);
        int next = input.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = input.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
