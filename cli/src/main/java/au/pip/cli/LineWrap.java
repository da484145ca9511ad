package au.pip.cli;

import java.io.PrintStream;
import java.util.function.UnaryOperator;
import org.jline.utils.WCWidth;
import org.jspecify.annotations.Nullable;

/**
 * Breaks text at its spaces into lines of a width, as the text streams. A list item's further lines are indented to its
 * text. A word is held back until the space after it has come, a word wider than the screen is left whole.
 */
final class LineWrap {
    /** A width that breaks nothing: every character goes out at once and as it came. */
    static final int NONE = Integer.MAX_VALUE;

    private final PrintStream out;
    private final int width;
    private final StringBuilder word = new StringBuilder();
    private int wordWidth;
    private @Nullable String firstWord;
    private int spaces;
    private int column;
    private int indent;

    /** @param width in columns of the screen, or {@link #NONE} */
    LineWrap(PrintStream out, int width) {
        this.out = out;
        this.width = width;
    }

    void write(String text) {
        write(text, UnaryOperator.identity());
    }

    /** @param style given each unbroken part; what it adds must take no room on the screen */
    void write(String text, UnaryOperator<String> style) {
        if (text.isEmpty()) {
            return;
        }
        if (width == NONE) {
            out.print(style.apply(text));
            column = text.endsWith("\n") ? 0 : 1;
            return;
        }
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (c == '\n') {
                newLine();
                at++;
            } else if (c == ' ') {
                flushWord();
                spaces++;
                at++;
            } else {
                int end = at;
                while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '\n') {
                    end++;
                }
                String part = text.substring(at, end);
                word.append(style.apply(part));
                wordWidth += widthOf(part);
                at = end;
            }
        }
    }

    /** Gives out what was held back and ends the line, if it is not ended yet. */
    void endLine() {
        flushWord();
        if (column > 0) {
            newLine();
        }
    }

    private void newLine() {
        flushWord();
        out.print('\n');
        column = 0;
        spaces = 0;
        indent = 0;
        firstWord = null;
    }

    private void flushWord() {
        if (word.isEmpty()) {
            return;
        }
        if (firstWord == null) {
            firstWord = word.toString();
            indent = firstWord.matches("[-*•]|\\d{1,2}[.)]") ? spaces + wordWidth + 1 : spaces;
        } else if (column + spaces + wordWidth > width) {
            out.print('\n');
            column = 0;
            spaces = Math.min(indent, width / 2);
        }
        out.print(" ".repeat(spaces));
        out.print(word);
        column += spaces + wordWidth;
        spaces = 0;
        word.setLength(0);
        wordWidth = 0;
    }

    /** The columns that a text takes on the screen. */
    static int widthOf(String text) {
        return text.codePoints().map(each -> Math.max(0, WCWidth.wcwidth(each))).sum();
    }
}
