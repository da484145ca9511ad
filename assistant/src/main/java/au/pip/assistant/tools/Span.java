package au.pip.assistant.tools;

import au.pip.ledger.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days in which documents of a list are dated.
 *
 * @param period null for any
 */
record Span(@Nullable Period period, LocalDate today) {
    /** The period of a fact about the list. */
    Period covered() {
        return period == null ? Period.day(today) : period;
    }

    /** Such as {@code as of 23 Nov 2026} or {@code dated in October 2026}. */
    String words() {
        return (period == null ? "as of " : "dated in ") + covered().label();
    }
}
