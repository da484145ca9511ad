package au.pip.ledger;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that the facts carry. A name counts only where no letter or digit touches it in front. */
final class Names {
    private final FactBook book;

    Names(FactBook book) {
        this.book = book;
    }

    /** Whether the characters from {@code start} to {@code end} lie within a subject, a measure or an organisation. */
    boolean cover(String text, int start, int end) {
        return known().anyMatch(name -> {
            for (int at = Math.max(0, end - name.length()); at <= start; at++) {
                if (isFree(text, at) && text.startsWith(name, at)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Whether more text may yet make {@link #cover} true. */
    boolean mayCover(String text, int start, int end) {
        return known().anyMatch(name -> {
            for (int at = Math.max(0, end - name.length()); at <= start; at++) {
                if (isFree(text, at) && at + name.length() > text.length() && name.startsWith(text.substring(at))) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The named subject that the text mentions last. */
    @Nullable
    String lastSubject(String text) {
        String found = null;
        int where = -1;
        for (String subject : subjects().toList()) {
            int at = lastIndex(text, subject);
            if (at > where || at == where && found != null && subject.length() > found.length()) {
                found = subject;
                where = at;
            }
        }
        return found;
    }

    /** The named subject that the text mentions first. */
    @Nullable
    String firstSubject(String text) {
        String found = null;
        int where = Integer.MAX_VALUE;
        for (String subject : subjects().toList()) {
            int at = index(text, subject, 0);
            if (at >= 0 && (at < where || at == where && found != null && subject.length() > found.length())) {
                found = subject;
                where = at;
            }
        }
        return found;
    }

    /** Whether a named subject goes on after the end of this text, which ends with a full stop and a space. */
    boolean goOnAfter(String text) {
        return subjects().anyMatch(subject -> {
            for (int dot = subject.indexOf(". "); dot >= 0; dot = subject.indexOf(". ", dot + 1)) {
                if (text.endsWith(subject.substring(0, dot + 2))) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Where the text mentions the subject last, as a word of its own; -1 when it does not. */
    static int lastIndex(String text, String subject) {
        int found = -1;
        for (int at = index(text, subject, 0); at >= 0; at = index(text, subject, at + 1)) {
            found = at;
        }
        return found;
    }

    /** Whether the subject stands for the whole business or a whole list rather than for one name. */
    static boolean isGeneral(String subject) {
        return subject.isEmpty() || subject.startsWith("all ") || subject.startsWith("the ");
    }

    private static int index(String text, String subject, int from) {
        String lower = text.toLowerCase(Locale.ROOT);
        String name = subject.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(name, from); at >= 0; at = lower.indexOf(name, at + 1)) {
            int end = at + name.length();
            if (isFree(lower, at) && (end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end)))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isFree(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private Stream<String> subjects() {
        return book.all().stream()
                .map(Fact::subject)
                .filter(subject -> !isGeneral(subject))
                .distinct();
    }

    /** A name of digits alone would hide figures, so it is none. */
    private Stream<String> known() {
        return book.all().stream()
                .flatMap(fact ->
                        Stream.of(fact.subject(), fact.measure(), fact.source().organisation()))
                .distinct()
                .filter(name -> name.chars().anyMatch(Character::isLetter));
    }
}
