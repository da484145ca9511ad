package au.pip.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that hold nothing but Pip's own words. A number of theirs may stand in an answer when the words around it
 * are theirs too: the three before it, and the next one, or the end of the clause.
 */
final class Notes {
    private static final Pattern THREE_WORDS = Pattern.compile("(?:\\S+\\s+){3}\\S*$");
    private static final Pattern NEXT_WORD = Pattern.compile("^[^\\p{L}\\p{Nd}.,;:!?)]+[\\p{L}\\p{Nd}]+");
    private static final String CLAUSE_ENDS = ".,;:!?)\n";

    private final List<Phrase> phrases = new ArrayList<>();

    /** @param after empty where a clause ends behind the number */
    private record Phrase(String before, String number, String after) {
        boolean beginsAt(String text, int start, int end) {
            int from = start - before.length();
            return from >= 0
                    && text.startsWith(before, from)
                    && (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                    && text.substring(start, end).equals(number);
        }

        boolean endsWith(String rest, boolean last) {
            if (after.isEmpty()) {
                return rest.isEmpty() ? last : CLAUSE_ENDS.indexOf(rest.charAt(0)) >= 0;
            }
            if (!rest.startsWith(after)) {
                return false;
            }
            return rest.length() == after.length() ? last : !Character.isLetterOrDigit(rest.charAt(after.length()));
        }

        boolean mayEndWith(String rest) {
            return after.isEmpty() ? rest.isEmpty() : after.startsWith(rest);
        }
    }

    void add(String sentence) {
        FigureScanner scanner = new FigureScanner();
        scanner.append(sentence);
        FigureScanner.@Nullable Found found;
        while ((found = scanner.next(true)) != null) {
            if (found.kind() != null) {
                add(sentence, scanner.end() - found.raw().stripLeading().length(), end(found.raw(), scanner.end()));
            }
        }
    }

    private void add(String sentence, int start, int end) {
        Matcher before = THREE_WORDS.matcher(sentence.substring(0, start));
        if (before.find()) {
            Matcher after = NEXT_WORD.matcher(sentence.substring(end));
            phrases.add(new Phrase(before.group(), sentence.substring(start, end), after.find() ? after.group() : ""));
        }
    }

    /**
     * Whether the number is one of these sentences', with their words around it.
     *
     * @param raw the number as it was found
     * @param end where it ends in the text
     * @param last no more text will come
     */
    boolean cover(String text, String raw, int end, boolean last) {
        int start = end - raw.stripLeading().length();
        int stop = end(raw, end);
        return phrases.stream()
                .anyMatch(each -> each.beginsAt(text, start, stop) && each.endsWith(text.substring(stop), last));
    }

    /** Whether what follows, and has not come yet, may be what {@link #cover} waits for. */
    boolean mayCover(String text, String raw, int end) {
        int start = end - raw.stripLeading().length();
        int stop = end(raw, end);
        return phrases.stream()
                .anyMatch(each -> each.beginsAt(text, start, stop) && each.mayEndWith(text.substring(stop)));
    }

    /** A month's name takes a full stop with it, which may be the sentence's. */
    private static int end(String raw, int end) {
        return raw.endsWith(".") ? end - 1 : end;
    }
}
