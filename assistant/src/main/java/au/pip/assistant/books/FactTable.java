package au.pip.assistant.books;

import au.pip.ledger.Basis;
import au.pip.ledger.Fact;

/** Facts as a model reads them: one row a fact, {@code id | measure | subject | period | value}. */
public final class FactTable {
    private static final int MOST = 80;

    private FactTable() {}

    public static String row(Fact fact) {
        Basis basis = fact.basis();
        return "%s | %s | %s | %s | %s"
                .formatted(
                        fact.id(),
                        cell(fact.measure()) + (basis == null ? "" : " (" + basis.word() + ")"),
                        cell(fact.subject()),
                        fact.period().label(),
                        fact.value().display());
    }

    /**
     * Text from the books kept inside its cell: no bar (a slash instead), brace, new line or character that cannot be
     * seen (zero-width, or one that turns the direction of writing), at most 80 characters.
     */
    public static String cell(String text) {
        String safe = line(text);
        if (safe.length() <= MOST) {
            return safe;
        }
        int end = Character.isHighSurrogate(safe.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
        return safe.substring(0, end) + "…";
    }

    /** The same for a sentence, of any length, in which text from the books may stand. */
    public static String line(String text) {
        return text.replace('|', '/')
                .replaceAll("\\p{Cf}+", "")
                .replaceAll("[{}\\p{Cc}\\p{Z}]+", " ")
                .strip();
    }
}
