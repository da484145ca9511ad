package au.pip.evaluation.grounding;

/** How a figure is written. */
enum Form {
    /** {@code {F12}}. */
    PLACEHOLDER,
    /** {@code $1,234.50}, {@code 12.5%}, {@code 7}, {@code 21 December 2026}. */
    USUAL,
    /** {@code $1234.50}, {@code 12.5 per cent}, {@code 21 Dec 2026}. */
    PLAIN,
    /** {@code AUD 1,234.50}, {@code 12.5 percent}, {@code 2026-12-21}. */
    CODE_FIRST,
    /** {@code 1,234.50 AUD}, {@code 21/12/2026}. */
    CODE_LAST,
    /** {@code 1,234.50 dollars}, {@code December 21, 2026}. */
    DOLLARS,
    /** {@code A$1,234.50}, {@code US$99.00}, {@code 21st of December 2026}. */
    LETTERED,
    /** {@code two thousand dollars}, {@code seven}, {@code twenty per cent}. */
    WORDS,
    /** {@code about $1,235}. */
    ABOUT,
    /** {@code $1.2k}. */
    THOUSANDS,
    /** {@code ($300.00)} for a negative amount. */
    BRACKETS,
    /** {@code a loss of $300.00}; only of a profit. */
    LOSS
}
