package au.pip.assistant.store.spi;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which words a text has for a search, the same for every store: runs of letters and digits, in small letters, without
 * accents (Unicode's compatibility decomposition without its marks). Each once, in the order they first come.
 *
 * <p>Of an endless text the first {@value #MOST_WORDS} are found, and of an endless word its first {@value #LONGEST}
 * characters.
 */
public final class SearchWords {
    public static final int MOST_WORDS = 2_000;
    public static final int LONGEST = 40;

    private SearchWords() {}

    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        // A mark may follow at any distance, but no decomposition reaches over a space.
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        for (int at = 0; at < plain.length() && words.size() < MOST_WORDS; ) {
            int point = plain.codePointAt(at);
            at += Character.charCount(point);
            if (Character.isLetterOrDigit(point)) {
                if (word.codePointCount(0, word.length()) < LONGEST) {
                    word.appendCodePoint(point);
                }
            } else if (!isMark(point)) {
                end(word, words);
            }
        }
        end(word, words);
        return words;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static void end(StringBuilder word, Set<String> words) {
        if (!word.isEmpty() && words.size() < MOST_WORDS) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }
}
