package au.pip.ledger.grounding;

import java.util.regex.Pattern;

/**
 * The sentence or line that a figure stands in.
 *
 * @param before from its start to the figure, of a long one the last {@value #NEAREST} characters
 * @param opening what it begins with, where there is more than {@code before}
 * @param left how many characters it has before {@code before}
 * @param after from the figure to its end, at most {@value #FARTHEST} characters
 */
record Sentence(String before, String opening, int left, String after) {
    static final int FARTHEST = 160;
    static final int NEAREST = 400;

    /** Full stops and the like that end no sentence, on the way to its start. */
    private static final int MOST_STOPS = 12;
    /** No word that a full stop belongs to is longer. */
    private static final int LONGEST_WORD = 12;

    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[^\\p{L}\\p{Nd}])(?:Pty|inc|[Ii]ncl|[Ee]xcl|[Ee]x|St|No|Nos|Mr|Mrs|Ms|Dr|approx|e\\.g|i\\.e)\\.\\s$");

    /** These end a name; a capital letter after them begins a sentence. */
    private static final Pattern COMPANY = Pattern.compile("(?:^|[^\\p{L}\\p{Nd}])(?:Ltd|Co|Inc|Bros)\\.\\s$");

    static Sentence around(String text, int start, int end, Names names) {
        int from = start(text, start, names);
        int near = Math.max(from, start - NEAREST);
        String opening = near == from ? "" : text.substring(from, Math.min(from + FARTHEST, start));
        int stop = end(text, end, names);
        int farthest = stop < 0 ? Math.min(text.length(), end + FARTHEST) : stop;
        return new Sentence(text.substring(near, start), opening, near - from, text.substring(end, farthest));
    }

    /** A piece of one, which is all that is looked at. */
    static Sentence of(String before, String after) {
        int left = Math.max(0, before.length() - NEAREST);
        String opening = left == 0 ? "" : before.substring(0, FARTHEST);
        return new Sentence(
                before.substring(left), opening, left, after.substring(0, Math.min(FARTHEST, after.length())));
    }

    /** Whether no more text will change what is looked at of the sentence around a figure that ends here. */
    static boolean isWhole(String text, int end, Names names) {
        return text.length() > end + FARTHEST || end(text, end, names) >= 0;
    }

    private static int start(String text, int figure, Names names) {
        int stops = 0;
        for (int at = figure; at > 0; at--) {
            if (endsAt(text, at - 1, figure, names)) {
                return at;
            }
            stops += ".?!".indexOf(text.charAt(at - 1)) < 0 || text.charAt(at) != ' ' ? 0 : 1;
            if (stops > MOST_STOPS) {
                return at;
            }
        }
        return 0;
    }

    /** Negative when it does not end within reach. */
    private static int end(String text, int figure, Names names) {
        int farthest = Math.min(text.length(), figure + FARTHEST);
        for (int at = figure; at < farthest; at++) {
            if (endsAt(text, at, text.length(), names)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the full stop at its end is an abbreviation's. */
    static boolean isAbbreviated(String text) {
        return ABBREVIATION
                .matcher(text.substring(Math.max(0, text.length() - LONGEST_WORD)) + " ")
                .find();
    }

    private static boolean endsAt(String text, int at, int limit, Names names) {
        char mark = text.charAt(at);
        if (mark == '\n') {
            return true;
        }
        if (mark != '.' && mark != '?' && mark != '!' || at + 1 >= limit || text.charAt(at + 1) != ' ') {
            return false;
        }
        String ended = text.substring(Math.max(0, at - FARTHEST), at + 2);
        if (mark != '.') {
            return !names.goOnAfter(ended);
        }
        String word = ended.substring(Math.max(0, ended.length() - LONGEST_WORD));
        boolean company =
                COMPANY.matcher(word).find() && (at + 2 >= limit || !Character.isUpperCase(text.charAt(at + 2)));
        return !company && !ABBREVIATION.matcher(word).find() && !names.goOnAfter(ended);
    }
}
