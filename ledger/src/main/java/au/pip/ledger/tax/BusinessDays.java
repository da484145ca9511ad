package au.pip.ledger.tax;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Days that are no Saturday, Sunday or national public holiday. The tax office also leaves out a day that is a holiday
 * of one whole state or territory; these are not in the data, so a day told here may be earlier than the one by which
 * something must be done, never later.
 */
public record BusinessDays(TaxData data) {
    /**
     * The day itself, or the first business day after it.
     *
     * @throws NotInTaxData when the holidays of that year are not known
     */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isBusinessDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /**
     * So many business days after the day, which itself does not count.
     *
     * @param count at least 1
     * @throws NotInTaxData when the holidays of a year that it needs are not known
     */
    public LocalDate after(LocalDate day, int count) {
        LocalDate found = day;
        for (int counted = 0; counted < count; counted++) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    private boolean isBusinessDay(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return false;
        }
        TaxFigure holidays = data.law(TaxItem.PUBLIC_HOLIDAYS, day);
        return !(holidays.value() instanceof TaxValue.Days days && days.days().contains(day));
    }
}
