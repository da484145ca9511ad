package au.pip.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The facts by whose they are and by value, so that a figure is compared with few of them. */
final class FactIndex {
    /** More facts than these within one rounding: which is meant cannot be told. */
    private static final int MOST = 200;

    private static final String GENERAL = "";

    private final FactBook book;
    private final Map<String, NavigableMap<BigDecimal, List<Fact>>> numbers = new HashMap<>();
    private final Map<LocalDate, List<Fact>> days = new HashMap<>();
    /** Of each day the latest facts whose period it bounds. */
    private final Map<LocalDate, List<Fact>> bounds = new HashMap<>();

    private final Map<String, LocalDate> latest = new HashMap<>();
    private int known;
    private long looks;

    FactIndex(FactBook book) {
        this.book = book;
    }

    /**
     * The facts of the general subjects and of these whose number, whatever its unit, is within the two.
     *
     * @param subjects in lower case
     */
    List<Fact> between(BigDecimal least, BigDecimal most, Collection<String> subjects) {
        refresh();
        List<Fact> found = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(subjects);
        keys.add(GENERAL);
        for (String key : keys) {
            NavigableMap<BigDecimal, List<Fact>> values = numbers.get(key);
            if (values == null) {
                continue;
            }
            for (List<Fact> facts : values.subMap(least, true, most, true).values()) {
                for (Fact fact : facts) {
                    if (found.size() == MOST) {
                        return List.of();
                    }
                    found.add(fact);
                    looks++;
                }
            }
        }
        return found;
    }

    /** How many facts were given out to be compared. */
    long looks() {
        return looks;
    }

    /** Whether the book has none of the same as of a later day: without a day, what is said is of the latest. */
    boolean isLatest(Fact fact) {
        refresh();
        return !fact.period().to().isBefore(latest.getOrDefault(same(fact), LocalDate.MIN));
    }

    private static String same(Fact fact) {
        return fact.measure() + "\n" + fact.subject();
    }

    /** The facts that state this day. */
    List<Fact> stating(LocalDate day) {
        refresh();
        return days.getOrDefault(day, List.of());
    }

    /** The latest facts of a period that begins or ends on this day. */
    List<Fact> bounded(LocalDate day) {
        refresh();
        return bounds.getOrDefault(day, List.of());
    }

    /** Every day that a fact states or that bounds its period. */
    Set<LocalDate> dates() {
        refresh();
        Set<LocalDate> dates = new LinkedHashSet<>(bounds.keySet());
        dates.addAll(days.keySet());
        return dates;
    }

    private void refresh() {
        if (book.size() == known) {
            return;
        }
        List<Fact> fresh = book.since(known);
        known += fresh.size();
        fresh.forEach(this::add);
    }

    private void add(Fact fact) {
        switch (fact.value()) {
            case Value.Amount(Money money) -> put(money.toDecimal(), fact);
            case Value.Count(long count) -> put(BigDecimal.valueOf(count), fact);
            case Value.Percent(BigDecimal percent) -> put(percent, fact);
            case Value.Ratio(BigDecimal times) -> put(times, fact);
            case Value.Day(LocalDate date) ->
                days.computeIfAbsent(date, _ -> new ArrayList<>()).add(fact);
        }
        if (fact.period().isDay()) {
            latest.merge(same(fact), fact.period().to(), (one, other) -> one.isAfter(other) ? one : other);
        }
        if (!fact.isDerived()) {
            bound(fact.period().from(), fact);
            if (!fact.period().isDay()) {
                bound(fact.period().to(), fact);
            }
        }
    }

    private void bound(LocalDate day, Fact fact) {
        List<Fact> latest = bounds.computeIfAbsent(day, _ -> new ArrayList<>());
        latest.addFirst(fact);
        if (latest.size() > FigureMatcher.MOST_DATED) {
            latest.removeLast();
        }
    }

    private void put(BigDecimal number, Fact fact) {
        String key = Names.isGeneral(fact.subject()) ? GENERAL : fact.subject().toLowerCase(Locale.ROOT);
        numbers.computeIfAbsent(key, _ -> new TreeMap<>())
                .computeIfAbsent(number, _ -> new ArrayList<>())
                .add(fact);
    }
}
