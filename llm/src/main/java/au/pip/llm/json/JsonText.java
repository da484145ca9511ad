package au.pip.llm.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The inside of a JSON text that holds escapes, between its quotes. */
final class JsonText {
    private final byte[] bytes;
    private final int from;
    private final int to;

    JsonText(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** @throws tools.jackson.core.exc.StreamReadException for an unknown escape or bad UTF-8 */
    String unescaped() {
        StringBuilder text = new StringBuilder(to - from);
        int plain = from;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\\') {
                text.append(decoded(bytes, plain, at));
                at++;
                text.append(meant(at));
                at += bytes[at] == 'u' ? 4 : 0;
                plain = at + 1;
            }
        }
        return text.append(decoded(bytes, plain, to)).toString();
    }

    /** Only whether its escapes are known. */
    void check() {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\\') {
                meant(++at);
                at += bytes[at] == 'u' ? 4 : 0;
            }
        }
    }

    private char meant(int at) {
        if (at >= to) {
            throw JsonPull.malformed("an escape is cut");
        }
        return switch (bytes[at]) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit(at + 1);
            default -> throw JsonPull.malformed("an unknown escape");
        };
    }

    private char unit(int start) {
        if (start + 4 > to) {
            throw JsonPull.malformed("an escape is cut");
        }
        int unit = 0;
        for (int at = start; at < start + 4; at++) {
            int digit = Character.digit(bytes[at], 16);
            if (digit < 0) {
                throw JsonPull.malformed("an escape that is no number");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    /** @throws tools.jackson.core.exc.StreamReadException for bad UTF-8, which {@link String} would replace silently */
    static String decoded(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            byte[] again = text.getBytes(UTF_8);
            if (!Arrays.equals(again, 0, again.length, bytes, from, to)) {
                throw JsonPull.malformed("bad UTF-8");
            }
        }
        return text;
    }
}
