package au.pip.ledger.tax;

import au.pip.ledger.Period;
import java.time.LocalDate;

/**
 * By when something of a period is due at the tax office.
 *
 * @param written the day as the rule has it
 * @param day the same, or the next business day
 */
public record DueDate(Period period, LocalDate written, LocalDate day, TaxFigure rule) {
    public boolean isMoved() {
        return !written.equals(day);
    }
}
