package au.pip.assistant.store.spi;

import java.util.HexFormat;

/**
 * How a text is written into a column. Databases keep UTF-8, which has no lone surrogates, and some refuse NUL. These
 * chars, and the mark itself, are written as the mark U+001A (SUBSTITUTE) and four hexadecimal digits; every other
 * text is written as it is. Different texts are written differently, so columns compare as their texts do.
 */
public final class StoredText {
    private static final char MARK = '\u001A';
    private static final HexFormat HEX = HexFormat.of();

    private StoredText() {}

    public static String written(String text) {
        int first = 0;
        while (first < text.length() && !needsMark(text, first)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int at = first; at < text.length(); at++) {
            char each = text.charAt(at);
            if (needsMark(text, at)) {
                written.append(MARK).append(HEX.toHexDigits(each));
            } else {
                written.append(each);
            }
        }
        return written.toString();
    }

    public static String read(String written) {
        int mark = written.indexOf(MARK);
        if (mark < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        int from = 0;
        while (mark >= 0) {
            text.append(written, from, mark);
            from = mark + 5;
            text.append((char) HexFormat.fromHexDigits(written, mark + 1, from));
            mark = written.indexOf(MARK, from);
        }
        return text.append(written, from, written.length()).toString();
    }

    private static boolean needsMark(String text, int at) {
        char each = text.charAt(at);
        if (each == 0 || each == MARK) {
            return true;
        }
        if (Character.isHighSurrogate(each)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(each) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
