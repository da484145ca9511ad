package au.pip.llm.cassette;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that came in pieces. What is replaced in it is found however it is cut; the replacement stands in the piece in
 * which the replaced text began. Bytes are held as characters of the same number, so that no byte is ever changed.
 */
final class CutText {
    private String text;
    private final int[] ends;
    private boolean crossed;

    /** @param end after the last character */
    record Span(int start, int end, String replacement) {}

    private CutText(List<String> pieces) {
        this.text = String.join("", pieces);
        this.ends = new int[pieces.size()];
        int end = 0;
        for (int at = 0; at < ends.length; at++) {
            end += pieces.get(at).length();
            ends[at] = end;
        }
    }

    static CutText of(List<String> pieces) {
        return new CutText(pieces);
    }

    static CutText ofBytes(List<byte[]> pieces) {
        return new CutText(
                pieces.stream().map(piece -> new String(piece, ISO_8859_1)).toList());
    }

    String text() {
        return text;
    }

    /** Whether something was replaced that two pieces shared. */
    boolean crossed() {
        return crossed;
    }

    /** @param spans in order, without overlap */
    void replace(List<Span> spans) {
        StringBuilder next = new StringBuilder(text.length());
        int copied = 0;
        int boundary = 0;
        for (Span span : spans) {
            boundary = moveEnds(boundary, span.start(), next.length() - copied);
            next.append(text, copied, span.start()).append(span.replacement());
            copied = span.end();
            while (boundary < ends.length && ends[boundary] < copied) {
                ends[boundary++] = next.length();
                crossed = true;
            }
        }
        moveEnds(boundary, text.length(), next.length() - copied);
        text = next.append(text, copied, text.length()).toString();
    }

    private int moveEnds(int from, int upTo, int shift) {
        int boundary = from;
        while (boundary < ends.length && ends[boundary] <= upTo) {
            ends[boundary++] += shift;
        }
        return boundary;
    }

    /** The pieces; those of which nothing is left are left out. */
    List<byte[]> pieces() {
        List<byte[]> pieces = new ArrayList<>();
        int start = 0;
        for (int end : ends) {
            if (end > start) {
                pieces.add(text.substring(start, end).getBytes(ISO_8859_1));
                start = end;
            }
        }
        return pieces;
    }
}
