package au.pip.ledger.grounding;

import au.pip.ledger.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A possible figure found in a text, read but not yet judged. */
sealed interface Token {
    /** {@code {F12}}. */
    record Placeholder(String factId) implements Token {}

    /**
     * @param value signed, scaled by {@code k} or {@code million}
     * @param currency as marked beside it; null when unmarked
     * @param unit the value of the last digit shown: 0.01 of {@code $1.20}, 100 of {@code 1.2k}
     * @param amount it is surely money: a currency is marked
     */
    record Numeral(
            BigDecimal value,
            @Nullable Currency currency,
            BigDecimal unit,
            boolean percent,
            boolean amount,
            boolean scaled)
            implements Token {}

    record Day(LocalDate date) implements Token {}

    /** A day without its year, such as {@code 30 June}. */
    record DayOfYear(int month, int day) implements Token {}

    /** Days in a row, such as {@code 2025-26} or {@code 1–23 November 2026}. */
    record Span(Period period) implements Token {}

    record Month(YearMonth month) implements Token {}

    /** Digits that cannot be read as one of the others, such as {@code 12x} or {@code $1,23,456}. */
    record Unreadable() implements Token {}

    /** Digits that are no figure: a list marker, a part of an identifier, a time of day, an ordinal, a form's label. */
    record NotAFigure() implements Token {}
}
