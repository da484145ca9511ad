package au.pip.ledger;

import java.util.regex.Pattern;

/**
 * The sentence or line that a figure stands in.
 *
 * @param before from its start to the figure
 * @param after from the figure to its end, at most {@value #FARTHEST} characters
 * @param whole no more text will change it
 */
record Sentence(String before, String after, boolean whole) {
    static final int FARTHEST = 160;

    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[^\\p{L}\\p{Nd}])(?:Pty|inc|[Ii]ncl|[Ee]xcl|[Ee]x|St|No|Nos|Mr|Mrs|Ms|Dr|approx|e\\.g|i\\.e)\\.\\s$");

    /** These end a name; a capital letter after them begins a sentence. */
    private static final Pattern COMPANY = Pattern.compile("(?:^|[^\\p{L}\\p{Nd}])(?:Ltd|Co|Inc|Bros)\\.\\s$");

    /** @param last no more text will come after {@code text} */
    static Sentence around(String text, int start, int end, Names names, boolean last) {
        int from = 0;
        for (int at = start; at > 0; at--) {
            if (endsAt(text, at - 1, start, names)) {
                from = at;
                break;
            }
        }
        int farthest = Math.min(text.length(), end + FARTHEST);
        for (int at = end; at < farthest; at++) {
            if (endsAt(text, at, text.length(), names)) {
                return new Sentence(text.substring(from, start), text.substring(end, at), true);
            }
        }
        return new Sentence(
                text.substring(from, start), text.substring(end, farthest), last || text.length() > end + FARTHEST);
    }

    /** Whether the full stop at its end is an abbreviation's. */
    static boolean isAbbreviated(String text) {
        return ABBREVIATION.matcher(text + " ").find();
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
        boolean company =
                COMPANY.matcher(ended).find() && (at + 2 >= limit || !Character.isUpperCase(text.charAt(at + 2)));
        return !company && !ABBREVIATION.matcher(ended).find() && !names.goOnAfter(ended);
    }
}
