package au.pip.cli;

import java.util.regex.Pattern;

/**
 * Text that came from elsewhere (a model, the books), made safe to show: nothing in it can move the cursor, colour the
 * screen, talk to the terminal or turn the direction of reading.
 */
final class Printable {
    /** Controls but newline, and the marks that embed, override or isolate a direction. */
    private static final Pattern UNSAFE = Pattern.compile("[[\\p{Cc}&&[^\\n]]\\u202A-\\u202E\\u2066-\\u2069]");

    private Printable() {}

    static String of(String text) {
        return UNSAFE.matcher(text.replace('\t', ' ')).replaceAll("");
    }
}
