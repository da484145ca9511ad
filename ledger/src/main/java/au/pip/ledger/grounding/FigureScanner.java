package au.pip.ledger.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds possible figures in a text that arrives in pieces; no digit of any script is left out of what it finds. A figure
 * that may still grow with the next piece is held back whole; everything before it is free to be shown.
 */
final class FigureScanner {
    static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    static final String CURRENCY = "(?:AUD|USD|NZD|EUR|GBP|CAD|SGD|HKD|JPY|CNY|INR|CHF|SEK|NOK|DKK|ZAR|THB|MYR|IDR|PHP"
            + "|KRW|VND|TWD|AED|SAR|BRL|MXN|PLN|CZK|HUF|ILS|TRY|PGK|FJD|XPF)";
    private static final String MARK = "(?:(?:" + CURRENCY + "|A|AU|US|NZ)?\\s?[$€£¥]|" + CURRENCY + ")\\s?";
    /** Such as {@code US dollars}. */
    static final String CURRENCY_NAME =
            "(?:(?:US|U\\.S\\.|NZ|New Zealand|Australian|Canadian|Singapore|Hong Kong) dollars|dollars|euros?|pounds|yen)";

    private static final String MINUS = "[-\\u2212]";
    private static final String DIGITS = "(?:\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?";
    private static final String SPACED = "\\d{1,3}(?: \\d{3})+(?!\\d)(?:\\.\\d+)?";
    private static final String TAIL = "(?:\\s?(?:k|K|m|M|bn)\\b|\\s(?:thousand|million|billion)\\b)?"
            + "(?:\\s?%|\\sper\\s?cent\\b|\\spercent\\b)?(?:\\s?" + CURRENCY + "\\b(?! ?[\\d\\x7b])|\\s"
            + CURRENCY_NAME + "\\b)?";

    /** Nothing touches it that would change the number. */
    private static final String ALONE = "(?!\\p{L}|[.,]?\\p{Nd})";
    /** "In October 31 customers paid" names no 31 October. */
    private static final String NO_NOUN =
            "(?! (?!(?:and|to|until|through|was|is|were|it|the|of|or|for|on|in|at|by|with" + "|so|but)\\b)[a-z])";

    private static final Pattern FIGURE = Pattern.compile("(?<placeholder>\\$?\\{{1,2}\\s?F\\d{1,7}\\s?\\}{1,2})"
            + "|(?<iso>(?<![\\w-])\\d{4}-\\d{2}-\\d{2}(?![\\w-]))"
            + "|(?<fiscal>(?<!\\w)(?:FY\\s?\\d{4}(?:[-\u2013/]\\d{2}(?:\\d{2})?)?|FY\\s?\\d{2}(?:[-\u2013/]\\d{2})?"
            + "|(?:19|20)\\d{2}[-\u2013/]\\d{2}(?:\\d{2})?)(?![\\w/-]|\\.\\d))"
            + "|(?<slashed>(?<![\\w/])\\d{1,2}/\\d{1,2}/\\d{4}(?![\\w/]))"
            + "|(?<address>https?://\\S+|(?<![\\w.,\\p{Sc}])(?<!" + CURRENCY + "\\s)"
            + "(?:\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?|\\d{1,2}(?:\\.\\d{1,2}){2})(?!\\s?%|\\p{L}|[.,:]?\\p{Nd}))"
            + "|(?<time>(?<!\\w)(?:\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[ap]m)?|\\d{1,2}\\s?[ap]m)"
            + "(?!\\s?%|\\p{L}|[.,:]?\\p{Nd}))"
            + "|(?<dayspan>(?<![\\w.,])\\d{1,2}\\s?[-\u2013]\\s?\\d{1,2} " + MONTH + "\\b\\.?,? \\d{4}(?!\\w))"
            + "|(?<daymonth>(?<!\\w)\\d{1,2}(?:st|nd|rd|th)?(?: of)? " + MONTH + "\\b\\.?(?:,? \\d{4}(?!\\w))?)"
            + "|(?<monthday>(?<!\\w)" + MONTH + "\\.? \\d{1,2}(?:st|nd|rd|th)?(?!\\w)(?:, ?\\d{4}(?!\\w)|" + NO_NOUN
            + "))"
            + "|(?<monthyear>(?<!\\w)" + MONTH + "\\.? \\d{4}(?!\\w))"
            + "|(?<marker>(?:(?<=\\n)|(?<![\\s\\S])) {0,8}\\d{1,3}[.)](?= ))"
            + "|(?<label>(?<!\\w)(?:\\d[A-JLN-Z]|[A-Z]\\d|G1\\d|G20)" + ALONE + ")"
            + "|(?<ordinal>(?<!\\w)\\d+(?:st|nd|rd|th)(?!\\w))"
            + "|(?<money>(?<![\\w.,}])"
            + bracketed(MINUS + "?\\s?" + MARK + MINUS + "?(?:" + SPACED + "|" + DIGITS + ")" + TAIL)
            + ")|(?<number>(?<![\\w.,}])" + bracketed(MINUS + "?" + DIGITS + TAIL) + ")"
            + "|(?<spelt>(?<![\\p{L}\\p{Nd}_-])" + NumberWords.PHRASE + "(?:\\sper\\s?cent\\b|\\spercent\\b|\\s"
            + CURRENCY_NAME
            + "\\b|\\s" + CURRENCY + "\\b)?)"
            + "|(?<word>(?<![\\w])[\\p{L}_#][\\w\\p{L}/#-]*\\d[\\w-]*)"
            + "|(?<residue>" + MINUS + "?\\p{Sc}?[.,]?(?:(?<![\\p{L}\\p{Nd}])\\p{L}{1,32})?\\p{Nd}[\\p{L}\\p{Nd}]*"
            + "(?:[.,'\\u2019]\\p{Nd}[\\p{L}\\p{Nd}]*)*(?:\\s?%)?)");

    /** No figure is longer; a name before one may be. */
    private static final int LONGEST = 96;
    /** How much of the text is kept behind what was given out. */
    private static final int KEPT = 2_000;

    private final StringBuilder buffer = new StringBuilder();
    /** Everything before this index has been given out. */
    private int done;
    /** The first place from which a figure may grow, as long as the text has {@link #openAtLength} characters. */
    private int open;

    private int openAtLength = -1;

    /**
     * A found token and the plain text between the last one and it.
     *
     * @param kind which of the pattern's groups it is; null when there is only text
     */
    record Found(String before, @Nullable String kind, String raw) {}

    void append(String text) {
        buffer.append(text);
    }

    /**
     * The next figure with the text before it, or plain text that surely holds none; null when more input is needed.
     *
     * @param last no more text will come
     */
    @Nullable
    Found next(boolean last) {
        Matcher matcher = FIGURE.matcher(buffer).useTransparentBounds(true).useAnchoringBounds(false);
        matcher.region(done, buffer.length());
        if (matcher.find() && (last || !mayGrow(matcher.start()))) {
            String before = buffer.substring(done, matcher.start());
            done = matcher.end();
            return new Found(before, kind(matcher), matcher.group());
        }
        int free = last ? buffer.length() : firstOpen();
        if (free <= done) {
            return null;
        }
        String text = buffer.substring(done, free);
        done = free;
        return new Found(text, null, "");
    }

    /** The text as far as it has come, from {@link #KEPT} characters before the last found token at most. */
    String text() {
        if (done > 2 * KEPT) {
            buffer.delete(0, done - KEPT);
            done = KEPT;
            openAtLength = -1;
        }
        return buffer.toString();
    }

    /** Where in {@link #text} the last found token ends. */
    int end() {
        return done;
    }

    /** Where in a text that is whole the numbers and the named facts are: from, to; dates and labels are none. */
    static List<int[]> numbers(String text) {
        List<int[]> numbers = new ArrayList<>();
        Matcher matcher = FIGURE.matcher(text);
        while (matcher.find()) {
            if (matcher.group("placeholder") != null
                    || matcher.group("money") != null
                    || matcher.group("number") != null
                    || matcher.group("spelt") != null) {
                numbers.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        return numbers;
    }

    /** The whole of it, in brackets or touched by nothing. */
    private static String bracketed(String number) {
        return "(?:\\((?>" + number + ")\\)|(?>" + number + ")" + ALONE + ")";
    }

    private static String kind(Matcher matcher) {
        return FIGURE.namedGroups().keySet().stream()
                .filter(name -> matcher.group(name) != null)
                .findFirst()
                .orElseThrow();
    }

    private boolean mayGrow(int start) {
        return openAt(start) || start > firstOpen();
    }

    private int firstOpen() {
        if (openAtLength != buffer.length() || open < done) {
            open = Math.max(done, buffer.length() - LONGEST);
            while (open < buffer.length() && !openAt(open)) {
                open++;
            }
            openAtLength = buffer.length();
        }
        return open;
    }

    /** Whether what starts here could be, or become, a figure with more input. */
    @SuppressWarnings("JdkObsolete") // this is the streaming use that hitEnd is for
    private boolean openAt(int start) {
        Matcher matcher = FIGURE.matcher(buffer).useTransparentBounds(true).useAnchoringBounds(false);
        matcher.region(start, buffer.length());
        matcher.lookingAt();
        return matcher.hitEnd();
    }
}
