package au.pip.assistant.tools;

import au.pip.ledger.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the {@code period} argument of the tools. Running periods end today; {@code last_…_same_days} is the last
 * period's first days, as many as this one has had so far.
 */
record PeriodWords(LocalDate today, MonthDay financialYearEnd) {
    /** For the tools' specs, which every request pays for. */
    static final String SHORT_HELP =
            "this_month, last_month, …_quarter, …_financial_year (this_… ends today), last_…_same_days, YYYY-MM or YYYY-MM-DD..YYYY-MM-DD";

    static final String HELP =
            "this_month, last_month, this_quarter, last_quarter, this_financial_year, last_financial_year (running ones end today), last_month_same_days, last_quarter_same_days, last_financial_year_same_days, YYYY-MM, or YYYY-MM-DD..YYYY-MM-DD";

    Period read(String words) {
        String word = words.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return named(word)
                .or(() -> dated(word))
                .orElseThrow(() -> new BadArgument("The argument 'period' is one of: " + HELP + "."));
    }

    private Optional<Period> named(String word) {
        Period month = Period.month(YearMonth.from(today));
        Period quarter = Period.quarterOf(today);
        Period year = financialYear(today);
        return Optional.ofNullable(
                switch (word) {
                    case "this_month" -> month.upTo(today);
                    case "this_quarter" -> quarter.upTo(today);
                    case "this_financial_year" -> year.upTo(today);
                    case "last_month" -> lastMonth(month);
                    case "last_quarter" -> lastQuarter(quarter);
                    case "last_financial_year" -> lastYear(year);
                    case "last_month_same_days" -> sameDays(lastMonth(month), month);
                    case "last_quarter_same_days" -> sameDays(lastQuarter(quarter), quarter);
                    case "last_financial_year_same_days" -> sameDays(lastYear(year), year);
                    default -> null;
                });
    }

    private static Optional<Period> dated(String word) {
        try {
            if (word.matches("\\d{4}-\\d{2}")) {
                return Optional.of(Period.month(YearMonth.parse(word)));
            }
            if (word.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(Period.day(LocalDate.parse(word)));
            }
            if (word.matches("\\d{4}-\\d{2}-\\d{2}\\.\\.\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(
                        new Period(LocalDate.parse(word.substring(0, 10)), LocalDate.parse(word.substring(12))));
            }
            return Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new BadArgument("The argument 'period' is not possible: " + e.getMessage() + ".");
        }
    }

    private static Period lastMonth(Period month) {
        return Period.month(YearMonth.from(month.from()).minusMonths(1));
    }

    private static Period lastQuarter(Period quarter) {
        return Period.quarterOf(quarter.from().minusDays(1));
    }

    private Period lastYear(Period year) {
        return financialYear(year.from().minusDays(1));
    }

    private Period financialYear(LocalDate day) {
        LocalDate end = financialYearEnd.atYear(day.getYear());
        LocalDate last = end.isBefore(day) ? financialYearEnd.atYear(day.getYear() + 1) : end;
        return new Period(financialYearEnd.atYear(last.getYear() - 1).plusDays(1), last);
    }

    private Period sameDays(Period last, Period running) {
        LocalDate end = last.from().plusDays(running.upTo(today).days() - 1);
        return last.upTo(end);
    }
}
