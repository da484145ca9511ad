package au.pip.sandbox.books;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a journal adds up to, account by account and day by day, in cents of AUD with debits positive. */
public final class Balances {
    private final Map<String, NavigableMap<LocalDate, Long>> movements = new HashMap<>();

    public Balances(List<JournalEntry> journal) {
        for (JournalEntry entry : journal) {
            for (JournalLine line : entry.lines()) {
                movements
                        .computeIfAbsent(line.accountCode(), code -> new TreeMap<>())
                        .merge(entry.date(), line.amount(), Long::sum);
            }
        }
    }

    /** The movement from one day to another, both included; 0 when the first is after the last. */
    public long between(String accountCode, LocalDate from, LocalDate to) {
        return from.isAfter(to) ? 0 : sum(days(accountCode).subMap(from, true, to, true));
    }

    /** The balance at the end of a day. */
    public long at(String accountCode, LocalDate date) {
        return sum(days(accountCode).headMap(date, true));
    }

    /** The lowest balance at the end of any day. */
    long lowest(String accountCode) {
        long balance = 0;
        long lowest = 0;
        for (long movement : days(accountCode).values()) {
            balance += movement;
            lowest = Math.min(lowest, balance);
        }
        return lowest;
    }

    private NavigableMap<LocalDate, Long> days(String accountCode) {
        return movements.getOrDefault(accountCode, new TreeMap<>());
    }

    private static long sum(NavigableMap<LocalDate, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }
}
