package au.pip.sandbox.books;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Books while they are being made. */
final class Draft {
    private static final int DAYS_UNTIL_RECONCILED = 9;

    final BooksSpec spec;
    final Ids ids;
    final List<Contact> contacts = new ArrayList<>();
    final List<Invoice> invoices = new ArrayList<>();
    final List<CreditNote> creditNotes = new ArrayList<>();
    final List<BankTransaction> bankTransactions = new ArrayList<>();
    final List<ManualJournal> manualJournals = new ArrayList<>();

    Draft(BooksSpec spec, Ids ids) {
        this.spec = spec;
        this.ids = ids;
    }

    LocalDate today() {
        return spec.today();
    }

    Dice dice(String stream) {
        return new Dice(spec, stream);
    }

    boolean isPtyLtd() {
        return spec.company().isIncorporated();
    }

    /** Whether a day has come. */
    boolean happened(LocalDate date) {
        return !date.isAfter(spec.today());
    }

    boolean reconciled(LocalDate date) {
        return date.isBefore(spec.today().minusDays(DAYS_UNTIL_RECONCILED));
    }

    /** The months of the books, the running one last. */
    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        YearMonth last = YearMonth.from(today());
        for (YearMonth month = YearMonth.from(spec.start()); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /** How many days of a month lie within the books. */
    int daysOf(YearMonth month) {
        return month.equals(YearMonth.from(today())) ? today().getDayOfMonth() : month.lengthOfMonth();
    }

    /** A weekday of the same month and not after today where there is one, otherwise the day itself. */
    LocalDate weekday(LocalDate date) {
        if (!isWeekend(date)) {
            return date;
        }
        LocalDate friday = date.minusDays(date.getDayOfWeek() == DayOfWeek.SATURDAY ? 1 : 2);
        if (friday.getMonth() == date.getMonth()) {
            return friday;
        }
        LocalDate monday = friday.plusDays(3);
        return happened(monday) || !happened(date) ? monday : date;
    }

    /** When a record of that day was last touched: early in its morning in Sydney, which is the evening before in UTC. */
    Instant stamp(LocalDate date) {
        int second =
                Math.floorMod(date.toEpochDay() * 7919 + invoices.size() * 131L + bankTransactions.size() * 17L, 7200);
        return date.minusDays(1).atTime(LocalTime.of(22, 0).plusSeconds(second)).toInstant(ZoneOffset.UTC);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
