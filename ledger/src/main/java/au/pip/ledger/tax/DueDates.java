package au.pip.ledger.tax;

import au.pip.ledger.Period;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;

/** When activity statements, instalments and returns are due. */
public record DueDates(TaxData data) {
    /**
     * The due date of a quarter, month or financial year, as the item's rule has it.
     *
     * @param item one of those whose words begin with "due day" or end with "is due"
     * @throws NotInTaxData when the data does not tell, or has no public holidays of the year in which it is due
     */
    public DueDate of(TaxItem item, Period period) {
        TaxFigure rule = data.law(item, period.to());
        LocalDate written = switch (rule.value()) {
            case TaxValue.QuarterDays quarter -> dayOfQuarter(quarter, period.to());
            case TaxValue.YearDay(MonthDay day) -> firstAfter(period.to(), day);
            case TaxValue.Single _ -> YearMonth.from(period.to()).plusMonths(1).atDay(rule.count());
            case TaxValue.Brackets _, TaxValue.Days _ ->
                throw new IllegalArgumentException(item.words() + " is no rule of due dates");
        };
        return new DueDate(period, written, new BusinessDays(data).onOrAfter(written), rule);
    }

    /** The first due date, on or after the day, among the quarters: this one, the last one or the one before. */
    public DueDate nextOfQuarters(TaxItem item, LocalDate day) {
        Period quarter = Period.quarterOf(day);
        for (int back = 2; back > 0; back--) {
            DueDate due = of(item, Period.quarterOf(quarter.from().minusMonths(3L * back)));
            if (!due.day().isBefore(day)) {
                return due;
            }
        }
        return of(item, quarter);
    }

    /** The same among months. */
    public DueDate nextOfMonths(TaxItem item, LocalDate day) {
        DueDate last = of(item, Period.month(YearMonth.from(day).minusMonths(1)));
        return last.day().isBefore(day) ? of(item, Period.month(YearMonth.from(day))) : last;
    }

    /** The same among financial years. */
    public DueDate nextOfYears(TaxItem item, LocalDate day) {
        FinancialYear year = FinancialYear.of(day);
        DueDate last = of(item, new FinancialYear(year.end() - 1).period());
        return last.day().isBefore(day) ? of(item, year.period()) : last;
    }

    private static LocalDate dayOfQuarter(TaxValue.QuarterDays quarter, LocalDate end) {
        int index = (end.getMonthValue() / 3 + 1) % 4;
        return firstAfter(end, quarter.days().get(index));
    }

    private static LocalDate firstAfter(LocalDate end, MonthDay day) {
        LocalDate same = day.atYear(end.getYear());
        return same.isAfter(end) ? same : day.atYear(end.getYear() + 1);
    }
}
