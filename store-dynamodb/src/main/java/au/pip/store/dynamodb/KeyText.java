package au.pip.store.dynamodb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The parts of a key as one text. Different parts are different texts, and texts are ordered as their parts are, byte
 * by byte of UTF-8: {@code #} stands between parts, and every char up to {@code $} and every lone surrogate is written
 * as {@code $} and four hexadecimal digits, so that the separator is below all that a part can hold.
 *
 * <p>A sort key may have 1,024 bytes. Of a part with more than {@value #LONGEST} the first {@value #KEPT} bytes are
 * kept, with a SHA-256 of the whole behind; parts that are alike so far are ordered by that.
 */
final class KeyText {
    static final int LONGEST = 240;
    private static final int KEPT = 160;
    private static final char SEPARATOR = '#';
    private static final char ESCAPE = '$';
    private static final HexFormat HEX = HexFormat.of();

    private KeyText() {}

    static String of(String word, String... parts) {
        StringBuilder key = new StringBuilder(word);
        for (String part : parts) {
            key.append(SEPARATOR).append(part(part));
        }
        return key.toString();
    }

    static String part(String part) {
        String escaped = escaped(part);
        if (bytes(escaped) <= LONGEST) {
            return escaped;
        }
        return kept(escaped) + ESCAPE + 'h' + HEX.formatHex(sha256(escaped));
    }

    /** What every part that begins so begins with. */
    static String beginning(String prefix) {
        return kept(escaped(prefix));
    }

    /** A number in 16 digits, ordered as numbers are, the negative ones too. */
    static String number(long number) {
        return HEX.toHexDigits(number ^ Long.MIN_VALUE);
    }

    private static String escaped(String part) {
        StringBuilder escaped = new StringBuilder(part.length() + 8);
        for (int at = 0; at < part.length(); at++) {
            char each = part.charAt(at);
            if (each <= ESCAPE || isLoneSurrogate(part, at)) {
                escaped.append(ESCAPE).append(HEX.toHexDigits(each));
            } else {
                escaped.append(each);
            }
        }
        return escaped.toString();
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char each = text.charAt(at);
        if (Character.isHighSurrogate(each)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(each) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** As many whole characters and escapes as fit. */
    private static String kept(String escaped) {
        int bytes = 0;
        int at = 0;
        while (at < escaped.length()) {
            int next = escaped.charAt(at) == ESCAPE ? at + 5 : escaped.offsetByCodePoints(at, 1);
            bytes += bytes(escaped.substring(at, next));
            if (bytes > KEPT) {
                break;
            }
            at = next;
        }
        return escaped.substring(0, at);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every JDK has SHA-256", never);
        }
    }
}
