package au.pip.assistant.budget;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A calendar month as budgets and usage count it: in Sydney, whatever the server's own time zone is. */
public record BudgetMonth(YearMonth month) {
    public static final ZoneId ZONE = ZoneId.of("Australia/Sydney");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    public static BudgetMonth at(Instant instant) {
        return new BudgetMonth(YearMonth.from(instant.atZone(ZONE)));
    }

    /** Its first instant. */
    public Instant from() {
        return month.atDay(1).atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after it. */
    public Instant until() {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
    }

    /** Such as "November 2026". */
    String words() {
        return MONTH.format(month);
    }

    /** Such as "1 December 2026 (Sydney time)". */
    String nextBegins() {
        return DAY.format(month.plusMonths(1).atDay(1)) + " (Sydney time)";
    }
}
