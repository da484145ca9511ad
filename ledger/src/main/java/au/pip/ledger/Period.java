package au.pip.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The local dates a figure covers, both ends included. A figure as of one day, such as a balance, has both ends equal.
 *
 * @param from the first day
 * @param to the last day, never before {@code from}
 */
public record Period(LocalDate from, LocalDate to) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the period ends on " + to + ", before it starts on " + from);
        }
    }

    public static Period day(LocalDate day) {
        return new Period(day, day);
    }

    public static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** The calendar quarter (January to March, …) that holds the day, whole. Australian BAS quarters are the same. */
    public static Period quarterOf(LocalDate day) {
        YearMonth first = YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1);
        return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    /** This period up to the given day, for "so far". */
    public Period upTo(LocalDate day) {
        return new Period(from, day.isBefore(to) ? day : to);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** How many days it covers, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public boolean isDay() {
        return from.equals(to);
    }

    /** {@code October 2026}, {@code 23 Nov 2026}, {@code 1 Oct – 23 Nov 2026} or {@code 1 Dec 2025 – 5 Jan 2026}. */
    public String label() {
        if (isDay()) {
            return DAY.format(from);
        }
        if (equals(month(YearMonth.from(from)))) {
            return MONTH.format(from);
        }
        String start = from.getYear() == to.getYear()
                ? DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(from)
                : DAY.format(from);
        return start + " – " + DAY.format(to);
    }
}
