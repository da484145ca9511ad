package au.pip.sandbox.xero;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filter cut into words, operators, numbers and texts. */
final class WhereTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9]+(?:\\.[0-9]+)?|[A-Za-z_][A-Za-z0-9_]*|==|!=|<>|<=|>=|&&|\\|\\||[<>=().,])");

    private final List<String> tokens = new ArrayList<>();
    private int position;

    WhereTokens(String text) throws BadRequest {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw BadRequest.query("Syntax error at position " + end);
            }
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (tokens.isEmpty()) {
            throw BadRequest.query("Expression expected");
        }
    }

    boolean atEnd() {
        return position == tokens.size();
    }

    String peek() {
        return atEnd() ? "end" : tokens.get(position);
    }

    String next() throws BadRequest {
        if (atEnd()) {
            throw BadRequest.query("Expression expected at the end");
        }
        return tokens.get(position++);
    }

    /** Steps over a word or sign when it is the next one; words are compared without case. */
    boolean take(String wanted) {
        if (atEnd() || !tokens.get(position).toUpperCase(Locale.ROOT).equals(wanted)) {
            return false;
        }
        position++;
        return true;
    }

    void expect(String wanted) throws BadRequest {
        if (!take(wanted)) {
            throw BadRequest.query("'" + wanted + "' expected, not '" + peek() + "'");
        }
    }

    String word() throws BadRequest {
        String word = next();
        if (!Character.isLetter(word.charAt(0)) && word.charAt(0) != '_') {
            throw BadRequest.query("A field expected, not '" + word + "'");
        }
        return word;
    }

    boolean atText() {
        return peek().startsWith("\"");
    }

    /** The text between quotes, with its escapes resolved. */
    String text() throws BadRequest {
        String quoted = next();
        if (!quoted.startsWith("\"")) {
            throw BadRequest.query("A text in quotes expected, not '" + quoted + "'");
        }
        return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
