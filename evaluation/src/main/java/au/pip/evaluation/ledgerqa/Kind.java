package au.pip.evaluation.ledgerqa;

import java.util.Locale;

/** What a right answer holds. */
enum Kind {
    /** Cents of a currency. */
    AMOUNT,
    /** A whole number. */
    COUNT,
    /** Tenths of a percent. */
    PERCENT,
    /** An ISO date. */
    DAY,
    /** Nothing but a question: what was asked can mean two things. */
    ASK,
    /** That the books do not tell. */
    UNKNOWN;

    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isFigure() {
        return this != ASK && this != UNKNOWN;
    }
}
