package au.pip.xero;

import org.jspecify.annotations.Nullable;

/** Free text that a person searches for; it travels only in Xero's {@code searchTerm}. */
final class SearchTerm {
    private static final int MOST_LETTERS = 200;

    private SearchTerm() {}

    /**
     * The term without spaces around it; null when nothing is left.
     *
     * @throws IllegalArgumentException when it is too long, with a sentence for a person
     */
    static @Nullable String of(@Nullable String text) {
        String term =
                text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (term.length() > MOST_LETTERS) {
            throw new IllegalArgumentException(
                    "the search text has " + term.length() + " letters; search for at most " + MOST_LETTERS + ".");
        }
        return term.isEmpty() ? null : term;
    }
}
