package au.pip.assistant.conversation;

import au.pip.assistant.store.spi.SearchWords;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a text around the first word that begins as one of those looked for. */
record Excerpt(String before, String hit, String after) {
    private static final int BEFORE = 60;
    private static final int AFTER = 100;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** @param words as {@link SearchWords} gives them */
    static Excerpt of(String text, Set<String> words) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            Set<String> plain = SearchWords.of(word.group());
            if (plain.stream().anyMatch(each -> words.stream().anyMatch(each::startsWith))) {
                return around(text, word.start(), word.end());
            }
        }
        return around(text, 0, 0);
    }

    private static Excerpt around(String text, int start, int end) {
        int from = start <= BEFORE ? 0 : afterSpace(text, start - BEFORE, start);
        int to = text.length() - end <= AFTER ? text.length() : beforeSpace(text, end, end + AFTER);
        return new Excerpt(
                (from > 0 ? "…" : "") + line(text.substring(from, start)),
                text.substring(start, end),
                line(text.substring(end, to)) + (to < text.length() ? "…" : ""));
    }

    private static int afterSpace(String text, int from, int most) {
        int space = text.indexOf(' ', from);
        return whole(text, space < 0 || space >= most ? from : space + 1);
    }

    private static int beforeSpace(String text, int least, int to) {
        int space = text.lastIndexOf(' ', to);
        return whole(text, space <= least ? to : space);
    }

    /** Never between the halves of one character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static String line(String text) {
        return SPACE.matcher(text).replaceAll(" ");
    }
}
