package au.pip.evaluation.ledgerqa;

import java.util.Locale;

/** Names of the books as an answer may write them. */
final class Names {
    private Names() {}

    /** Letters and digits only, in lower case: quotes, bars and blanks may be written in more ways than one. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}*]", "");
    }
}
