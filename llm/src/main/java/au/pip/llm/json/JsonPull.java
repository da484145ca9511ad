package au.pip.llm.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads many small JSON documents (RFC 8259) one after the other without making anything but the texts that are asked
 * for: a streamed reply is thousands of frames, and a Jackson parser for each is most of what they would cost. Methods
 * are named and behave as those of Jackson's {@code JsonParser}; a document's bytes are not copied, so they must stay as
 * they are until the next {@link #reset}. A byte order mark before a document is read over. Used by one thread.
 *
 * <p>What is not JSON throws {@link StreamReadException}: bad UTF-8 in a text that is read, nesting above
 * {@value #DEEPEST}, and anything after the document too.
 */
public final class JsonPull {
    private static final int DEEPEST = 500;
    private static final int NAMES = 128;
    /** Digits that always fit. */
    private static final int LONGEST_LONG = 18;

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int depth;
    private final boolean[] inObject = new boolean[DEEPEST + 1];
    private boolean first;
    private boolean nameRead;
    private JsonToken token = JsonToken.NOT_AVAILABLE;
    private int from;
    private int to;
    private boolean escaped;
    private boolean ascii;
    /** Names repeat from frame to frame, so the first of a hash is kept. */
    private final @Nullable String[] names = new String[NAMES];

    public JsonPull reset(byte[] document, int offset, int length) {
        bytes = document;
        end = offset + length;
        at = length >= 3
                        && bytes[offset] == (byte) 0xEF
                        && bytes[offset + 1] == (byte) 0xBB
                        && bytes[offset + 2] == (byte) 0xBF
                ? offset + 3
                : offset;
        depth = 0;
        first = true;
        nameRead = false;
        token = JsonToken.NOT_AVAILABLE;
        return this;
    }

    /**
     * The next token; {@link JsonToken#NOT_AVAILABLE}, where Jackson has null, after the end of the document and for one
     * without content.
     */
    public JsonToken nextToken() {
        skipBlanks();
        if (depth == 0) {
            return token == JsonToken.NOT_AVAILABLE && at < end ? value() : ended();
        }
        if (at == end) {
            throw malformed("the document ends early");
        }
        byte next = bytes[at];
        if (nameRead) {
            nameRead = false;
            return value();
        }
        if (next == (inObject[depth] ? '}' : ']')) {
            at++;
            return close();
        }
        if (!first) {
            expect(',');
            skipBlanks();
        }
        first = false;
        return inObject[depth] ? name() : value();
    }

    /** Goes to the next token and gives the name if it is one; null if not. */
    public @Nullable String nextName() {
        return nextToken() == JsonToken.PROPERTY_NAME ? getRepeatedString() : null;
    }

    private JsonToken ended() {
        if (at < end) {
            throw malformed("something follows the document");
        }
        return found(JsonToken.NOT_AVAILABLE);
    }

    /** The token that the last call of {@link #nextToken} went to. */
    public JsonToken currentToken() {
        return token;
    }

    private JsonToken close() {
        boolean object = inObject[depth--];
        first = false;
        return found(object ? JsonToken.END_OBJECT : JsonToken.END_ARRAY);
    }

    private JsonToken name() {
        readText();
        skipBlanks();
        expect(':');
        nameRead = true;
        return found(JsonToken.PROPERTY_NAME);
    }

    private JsonToken value() {
        if (at == end) {
            throw malformed("a value is missing");
        }
        return found(
                switch (bytes[at]) {
                    case '{' -> open(true);
                    case '[' -> open(false);
                    case '"' -> {
                        readText();
                        yield JsonToken.VALUE_STRING;
                    }
                    case 't' -> literal("true", JsonToken.VALUE_TRUE);
                    case 'f' -> literal("false", JsonToken.VALUE_FALSE);
                    case 'n' -> literal("null", JsonToken.VALUE_NULL);
                    default -> number();
                });
    }

    private JsonToken found(JsonToken next) {
        token = next;
        return next;
    }

    private JsonToken open(boolean object) {
        if (depth == DEEPEST) {
            throw malformed("it is nested too deeply");
        }
        from = at++;
        inObject[++depth] = object;
        first = true;
        return object ? JsonToken.START_OBJECT : JsonToken.START_ARRAY;
    }

    private JsonToken literal(String word, JsonToken meant) {
        for (int letter = 0; letter < word.length(); letter++) {
            if (at + letter >= end || bytes[at + letter] != word.charAt(letter)) {
                throw malformed("an unknown word");
            }
        }
        from = at;
        at += word.length();
        to = at;
        return meant;
    }

    private JsonToken number() {
        from = at;
        escaped = false;
        ascii = true;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        boolean whole = true;
        if (peek() == '.') {
            at++;
            digits();
            whole = false;
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
            whole = false;
        }
        to = at;
        int after = peek();
        if (after != -1 && after != ',' && after != '}' && after != ']' && !isBlank((byte) after)) {
            throw malformed("not a number");
        }
        return whole ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
    }

    private int peek() {
        return at < end ? bytes[at] : -1;
    }

    private void digits() {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed("a digit is missing");
        }
    }

    /** From the opening quote to behind the closing one. */
    private void readText() {
        expect('"');
        from = at;
        escaped = false;
        ascii = true;
        while (at < end) {
            byte next = bytes[at++];
            if (next == '"') {
                to = at - 1;
                return;
            }
            if (next == '\\') {
                escaped = true;
                at++;
            } else if (next < 0) {
                ascii = false;
            } else if (next < ' ') {
                throw malformed("a control character in a text");
            }
        }
        throw malformed("a text does not end");
    }

    private void expect(char wanted) {
        if (at == end || bytes[at] != wanted) {
            throw malformed("'" + wanted + "' is missing");
        }
        at++;
    }

    private void skipBlanks() {
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte letter) {
        return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
    }

    /** As {@link #getString}, for texts that frame after frame repeats, such as its type: most often the same object. */
    public String getRepeatedString() {
        if (escaped || !ascii) {
            return getString();
        }
        int hash = to - from;
        for (int letter = from; letter < to; letter++) {
            hash = hash * 31 + bytes[letter];
        }
        int slot = (hash ^ (hash >>> 7)) & (NAMES - 1);
        String known = names[slot];
        if (known == null || !sameLetters(known)) {
            known = new String(bytes, from, to - from, ISO_8859_1);
            names[slot] = known;
        }
        return known;
    }

    private boolean sameLetters(String known) {
        if (known.length() != to - from) {
            return false;
        }
        for (int letter = 0; letter < known.length(); letter++) {
            if (known.charAt(letter) != bytes[from + letter]) {
                return false;
            }
        }
        return true;
    }

    /** The text of a string, a name or, as it stands, a number. */
    public String getString() {
        if (escaped) {
            return new JsonText(bytes, from, to).unescaped();
        }
        return ascii ? new String(bytes, from, to - from, ISO_8859_1) : JsonText.decoded(bytes, from, to);
    }

    /** @throws StreamReadException when it is no whole number or does not fit */
    public long getLongValue() {
        boolean negative = bytes[from] == '-';
        int start = negative ? from + 1 : from;
        if (to - start > LONGEST_LONG) {
            throw malformed("a number that is too large");
        }
        long value = 0;
        for (int digit = start; digit < to; digit++) {
            if (bytes[digit] < '0' || bytes[digit] > '9') {
                throw malformed("not a whole number");
            }
            value = value * 10 + (bytes[digit] - '0');
        }
        return negative ? -value : value;
    }

    /** @throws StreamReadException when it is no whole number or does not fit */
    public int getIntValue() {
        long value = getLongValue();
        if (value != (int) value) {
            throw malformed("a number that is too large");
        }
        return (int) value;
    }

    // What follows is not Jackson's: it forgives servers a value of another kind than theirs should be, by reading over
    // it.

    /** Whether an object has just begun; what else has is read over. */
    public boolean entersObject() {
        return token == JsonToken.START_OBJECT || skipped();
    }

    /** The text that has just come; empty for all else. */
    public String textOrEmpty() {
        return token == JsonToken.VALUE_STRING || skipped() ? getString() : "";
    }

    /** As {@link #textOrEmpty}, for texts that {@link #getRepeatedString} suits. */
    public String repeatedTextOrEmpty() {
        return token == JsonToken.VALUE_STRING || skipped() ? getRepeatedString() : "";
    }

    /** The text that has just come, unless it is empty; null for all else. */
    public @Nullable String textOrNull() {
        String text = textOrEmpty();
        return text.isEmpty() ? null : text;
    }

    /**
     * The whole number that has just come; {@code otherwise} for all else.
     *
     * @throws StreamReadException when it does not fit
     */
    public int intOr(int otherwise) {
        return token == JsonToken.VALUE_NUMBER_INT || skipped() ? getIntValue() : otherwise;
    }

    /** The value that has just begun, as a tree; null for a JSON null. */
    public @Nullable JsonNode treeOrNull() {
        return token == JsonToken.VALUE_NULL ? null : readValueAsTree();
    }

    private boolean skipped() {
        skipChildren();
        return false;
    }

    /** Goes to the end of the object or array that has just begun; nothing to do at any other token. */
    public JsonPull skipChildren() {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            int outside = depth - 1;
            while (depth > outside) {
                nextToken();
                if (escaped && (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME)) {
                    new JsonText(bytes, from, to).check();
                }
            }
        } else if (token == JsonToken.VALUE_STRING && escaped) {
            new JsonText(bytes, from, to).check();
        }
        return this;
    }

    /** The value that has just begun, as a tree. */
    public JsonNode readValueAsTree() {
        if (token == JsonToken.VALUE_STRING) {
            return StringNode.valueOf(getString());
        }
        int start = from;
        skipChildren();
        boolean container = token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY;
        return Json.MAPPER.readTree(Arrays.copyOfRange(bytes, start, container ? at : to));
    }

    static StreamReadException malformed(String what) {
        return new StreamReadException(null, "not JSON: " + what);
    }
}
