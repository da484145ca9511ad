package au.pip.sandbox.books;

import java.time.LocalDate;

/**
 * All that decides what books are generated: the same specification gives the same books on any machine.
 *
 * @param seed any number
 * @param company the kind of business
 * @param today the last day on which anything is dated (due dates aside), from 2000-01-01 to 2099-12-31
 * @param advancePayments whether there are an overpayment and a prepayment too, which change what the ledger says
 */
public record BooksSpec(long seed, Company company, LocalDate today, boolean advancePayments) {
    public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    public static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    public BooksSpec {
        if (today.isBefore(EARLIEST) || today.isAfter(LATEST)) {
            throw new IllegalArgumentException("today is a day from " + EARLIEST + " to " + LATEST + ", not " + today);
        }
    }

    /** Books without advance payments. */
    public BooksSpec(long seed, Company company, LocalDate today) {
        this(seed, company, today, false);
    }

    /** The day on which the books open: the first of the month, eighteen months back. */
    public LocalDate start() {
        return today.withDayOfMonth(1).minusMonths(18);
    }
}
