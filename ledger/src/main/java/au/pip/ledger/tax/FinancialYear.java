package au.pip.ledger.tax;

import au.pip.ledger.Period;
import java.time.LocalDate;
import java.time.Month;

/**
 * A year of the tax office, from 1 July to 30 June.
 *
 * @param end the calendar year in which it ends
 */
public record FinancialYear(int end) {
    public static FinancialYear of(LocalDate day) {
        return new FinancialYear(day.getYear() + (day.getMonthValue() >= Month.JULY.getValue() ? 1 : 0));
    }

    public LocalDate first() {
        return LocalDate.of(end - 1, Month.JULY, 1);
    }

    public LocalDate last() {
        return first().plusYears(1).minusDays(1);
    }

    public Period period() {
        return new Period(first(), last());
    }

    /** Such as {@code the year to June 2027}: a date in an answer is then read as one. */
    public String label() {
        return "the year to June " + end;
    }
}
