package au.pip.ledger.tax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of JSON (RFC 8259) that the tax data is written in: objects, lists and texts without escapes. Numbers
 * are written as texts there, so that none passes through a float. Anything else is an {@link IllegalStateException}.
 */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** A {@link Map}, a {@link List} or a {@link String}. */
    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        if (json.next() != 0) {
            throw json.wrong();
        }
        return value;
    }

    private Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            default -> throw wrong();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        take('{');
        if (next() == '}') {
            take('}');
            return object;
        }
        do {
            next();
            String key = string();
            take(':');
            if (object.put(key, value()) != null) {
                throw wrong();
            }
        } while (another('}'));
        return object;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        take('[');
        if (next() == ']') {
            take(']');
            return list;
        }
        do {
            list.add(value());
        } while (another(']'));
        return list;
    }

    private String string() {
        take('"');
        int end = text.indexOf('"', at);
        if (end < 0 || text.substring(at, end).contains("\\")) {
            throw wrong();
        }
        String string = text.substring(at, end);
        at = end + 1;
        return string;
    }

    /** Whether a comma comes, rather than the end. */
    private boolean another(char end) {
        boolean comma = next() == ',';
        take(comma ? ',' : end);
        return comma;
    }

    private void take(char wanted) {
        if (next() != wanted) {
            throw wrong();
        }
        at++;
    }

    /** The next character that is no white space; 0 at the end. */
    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? 0 : text.charAt(at);
    }

    private IllegalStateException wrong() {
        return new IllegalStateException("the tax data cannot be read at character " + at);
    }
}
