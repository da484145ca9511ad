package au.pip.xero;

import au.pip.ledger.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Documents dated from one day to another, both included; an open end is null. */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    public static final DateRange ANY = new DateRange(null, null);

    public DateRange {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the dates end on " + to + ", before they start on " + from);
        }
    }

    public static DateRange of(Period period) {
        return new DateRange(period.from(), period.to());
    }

    public static DateRange upTo(LocalDate last) {
        return new DateRange(null, last);
    }

    public static DateRange since(LocalDate first) {
        return new DateRange(first, null);
    }

    /** A document without a date is in the open range only. */
    boolean contains(@Nullable LocalDate date) {
        return date == null
                ? from == null && to == null
                : (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    Where render(Where where) {
        return where.from("Date", from).to("Date", to);
    }
}
