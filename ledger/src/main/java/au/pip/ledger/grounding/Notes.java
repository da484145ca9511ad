package au.pip.ledger.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that hold nothing but Pip's own words. A number of theirs may stand in an answer when the words around it
 * are theirs too: before it all of its clause, or six words with an earlier number among them, and never fewer than
 * three; behind it the next word, or an end that lets the sentence say nothing more of it.
 */
final class Notes {
    private static final Pattern THREE_WORDS = Pattern.compile("(?:\\S+\\s+){3}\\S*$");
    private static final Pattern SIX_WORDS = Pattern.compile("(?:\\S+\\s+){6}\\S*$");
    private static final Pattern CLAUSE = Pattern.compile("(?:.*[.,;:!?]\\s+)?(?:(?:or|and|but)\\s+)?", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}");
    private static final Pattern NEXT_WORD = Pattern.compile("^[^\\p{L}\\p{Nd}.,;:!?)]+[\\p{L}\\p{Nd}]+");
    private static final String SENTENCE_ENDS = ".!?\n";
    private static final String CLAUSE_ENDS = ",;:";

    /** What goes on with a clause of its own. */
    private static final String AND_SO = ", so ";

    private final List<Phrase> phrases = new ArrayList<>();

    /**
     * @param after empty where a clause ends behind the number
     * @param end the character that ends it; a full stop for any but {@code , ; : )}
     */
    private record Phrase(String before, String number, String after, char end) {
        boolean beginsAt(String text, int start, int stop) {
            int from = start - before.length();
            return from >= 0
                    && text.regionMatches(true, from, before, 0, before.length())
                    && (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                    && text.substring(start, stop).equals(number);
        }

        boolean endsWith(String rest, boolean last) {
            if (after.isEmpty()) {
                return rest.isEmpty() ? last : isEnd(rest) || last && isLastEnd(rest);
            }
            if (!rest.startsWith(after)) {
                return false;
            }
            return rest.length() == after.length() ? last : !Character.isLetterOrDigit(rest.charAt(after.length()));
        }

        private boolean isEnd(String rest) {
            return rest.charAt(0) == end || SENTENCE_ENDS.indexOf(rest.charAt(0)) >= 0 || rest.startsWith(AND_SO);
        }

        private static boolean isLastEnd(String rest) {
            return CLAUSE_ENDS.indexOf(rest.charAt(0)) >= 0 && rest.substring(1).isBlank();
        }
    }

    boolean isEmpty() {
        return phrases.isEmpty();
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
        String before = before(sentence.substring(0, start));
        if (before != null) {
            Matcher after = NEXT_WORD.matcher(sentence.substring(end));
            phrases.add(new Phrase(
                    before,
                    sentence.substring(start, end),
                    after.find() ? after.group() : "",
                    clauseEnd(sentence.substring(end))));
        }
    }

    private static char clauseEnd(String rest) {
        return rest.matches("(?s)[,;:)].*") ? rest.charAt(0) : '.';
    }

    /** What has to stand before a number; null when there is too little. */
    private static @Nullable String before(String text) {
        Matcher three = THREE_WORDS.matcher(text);
        if (!three.find()) {
            return null;
        }
        Matcher clauses = CLAUSE.matcher(text);
        String clause = text.substring(clauses.lookingAt() ? clauses.end() : 0);
        Matcher six = SIX_WORDS.matcher(clause);
        String enough = six.find() && NUMBER.matcher(six.group()).find() ? six.group() : clause;
        return enough.length() < three.group().length() ? three.group() : enough;
    }

    /**
     * Whether the number is one of these sentences', with their words around it.
     *
     * @param raw the number as it was found
     * @param end where it ends in the text
     * @param last no more text will come
     */
    boolean cover(String text, String raw, int end, boolean last) {
        int start = Math.max(0, end - raw.stripLeading().length());
        int stop = end(raw, end);
        return phrases.stream()
                .anyMatch(each -> each.beginsAt(text, start, stop) && each.endsWith(text.substring(stop), last));
    }

    /** A month's name takes a full stop with it, which may be the sentence's. */
    private static int end(String raw, int end) {
        return raw.endsWith(".") ? end - 1 : end;
    }
}
