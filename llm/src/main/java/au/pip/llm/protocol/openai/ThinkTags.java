package au.pip.llm.protocol.openai;

/**
 * Tells thinking from text where a server leaves the model's own {@code <think>…</think>} at the very beginning of the
 * text. Tags may be cut anywhere; a tag later in the text is text.
 */
final class ThinkTags {
    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private enum Place {
        BEFORE,
        INSIDE,
        AFTER_TAG,
        TEXT
    }

    private final StringBuilder held = new StringBuilder();
    private Place place;
    private String thinking = "";
    private String text = "";

    /** @param expected false where a server has no such tags: then all is text */
    ThinkTags(boolean expected) {
        this.place = expected ? Place.BEFORE : Place.TEXT;
    }

    /** Takes a piece of the text; {@link #thinking} and {@link #text} then tell what of it is what. */
    void accept(String piece) {
        thinking = "";
        text = "";
        if (place == Place.TEXT) {
            text = piece;
            return;
        }
        held.append(piece);
        if (place == Place.BEFORE) {
            begin();
        }
        if (place == Place.INSIDE) {
            think();
        }
        if (place == Place.AFTER_TAG) {
            skipBlanks();
        }
    }

    /** What is held back when the reply ends. */
    void end() {
        thinking = place == Place.INSIDE ? held.toString() : "";
        text = place == Place.BEFORE ? held.toString() : "";
        held.setLength(0);
        place = Place.TEXT;
    }

    String thinking() {
        return thinking;
    }

    String text() {
        return text;
    }

    private void begin() {
        String start = held.toString().stripLeading();
        if (start.startsWith(OPEN)) {
            place = Place.INSIDE;
            held.setLength(0);
            held.append(start, OPEN.length(), start.length());
        } else if (!OPEN.startsWith(start)) {
            place = Place.TEXT;
            text = held.toString();
            held.setLength(0);
        }
    }

    private void think() {
        int close = held.indexOf(CLOSE);
        int sure = close >= 0 ? close : held.length() - heldTail();
        thinking = held.substring(0, sure);
        held.delete(0, close >= 0 ? close + CLOSE.length() : sure);
        place = close >= 0 ? Place.AFTER_TAG : place;
    }

    /** How much of the end may be the beginning of the closing tag. */
    private int heldTail() {
        int longest = Math.min(CLOSE.length() - 1, held.length());
        for (int length = longest; length > 0; length--) {
            if (CLOSE.startsWith(held.substring(held.length() - length))) {
                return length;
            }
        }
        return 0;
    }

    /** The model's own blank line between thinking and text. */
    private void skipBlanks() {
        String rest = held.toString().stripLeading();
        held.setLength(0);
        if (!rest.isEmpty()) {
            place = Place.TEXT;
            text = rest;
        }
    }
}
