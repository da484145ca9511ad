package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Map<LocalDate, List<Fact>> documents = new HashMap<>();
    /** Of each day the latest facts whose period it bounds. */
    private final Map<LocalDate, List<Fact>> bounds = new HashMap<>();

    /** Of each length, in whole months and in days, facts whose period is as long. */
    private final Map<Long, List<Fact>> months = new HashMap<>();

    private final Map<Long, List<Fact>> lengths = new HashMap<>();
    private final Map<String, LocalDate> latest = new HashMap<>();
    /** The measures and subjects with the days on which their periods begin. */
    private final Set<String> begun = new HashSet<>();

    private final OwnWords words;
    private final Set<Period> laws = new LinkedHashSet<>();

    private int known;
    private long looks;

    FactIndex(FactBook book) {
        this.book = book;
        this.words = new OwnWords(Readings.of(book).words());
    }

    FactBook book() {
        return book;
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

    /** Whether the book has the same of a period that begins so long after the fact's. */
    boolean goesOn(Fact fact, String unit) {
        refresh();
        LocalDate from = fact.period().from();
        LocalDate later = switch (unit) {
            case "month" -> from.plusMonths(1);
            case "quarter" -> from.plusMonths(3);
            default -> from.plusYears(1);
        };
        return begun.contains(same(fact) + "\n" + later);
    }

    private static String same(Fact fact) {
        return fact.measure() + "\n" + fact.subject();
    }

    /** The measures by their own words. */
    OwnWords words() {
        refresh();
        return words;
    }

    /** Whether the days are within those for which a figure of the law holds. */
    boolean isOfLaw(Period days) {
        refresh();
        return laws.stream().anyMatch(law -> law.contains(days.from()) && law.contains(days.to()));
    }

    /** The facts that state this day. */
    List<Fact> stating(LocalDate day) {
        refresh();
        return days.getOrDefault(day, List.of());
    }

    /** The figures of documents of this day. */
    List<Fact> documents(LocalDate day) {
        refresh();
        return documents.getOrDefault(day, List.of());
    }

    /** The latest facts of a period that begins or ends on this day. */
    List<Fact> bounded(LocalDate day) {
        refresh();
        return bounds.getOrDefault(day, List.of());
    }

    /** Facts of each period that is so many whole months long. */
    List<Fact> ofMonths(long number) {
        refresh();
        return months.getOrDefault(number, List.of());
    }

    /** Facts of each period that is so many days long. */
    List<Fact> ofDays(long number) {
        refresh();
        return lengths.getOrDefault(number, List.of());
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
        words.add(fact);
        boolean law = fact.source().isTaxData();
        if (law) {
            laws.add(fact.period());
        }
        switch (fact.value()) {
            case Value.Amount(Money money) -> put(money.toDecimal(), fact);
            case Value.Count(long count) -> put(BigDecimal.valueOf(count), fact);
            case Value.Percent(BigDecimal percent) -> put(percent, fact);
            case Value.Ratio(BigDecimal times) -> put(times, fact);
            case Value.Day(LocalDate date) ->
                days.computeIfAbsent(date, _ -> new ArrayList<>()).add(fact);
        }
        begun.add(same(fact) + "\n" + fact.period().from());
        if (Whose.isDocument(fact)) {
            documents
                    .computeIfAbsent(fact.period().from(), _ -> new ArrayList<>())
                    .add(fact);
        }
        if (fact.period().isDay()) {
            latest.merge(same(fact), fact.period().to(), (one, other) -> one.isAfter(other) ? one : other);
        }
        if (!fact.isDerived()) {
            remember(bounds, fact.period().from(), fact);
            if (!fact.period().isDay()) {
                remember(bounds, fact.period().to(), fact);
            }
        }
        if (!fact.period().isDay() && !law) {
            rememberOf(lengths, fact.period().days(), fact);
            Period period = fact.period();
            long whole = ChronoUnit.MONTHS.between(period.from(), period.to().plusDays(1));
            if (period.from().plusMonths(whole).equals(period.to().plusDays(1))) {
                rememberOf(months, whole, fact);
            }
        }
    }

    /** A few of each period, so that one with many facts does not put out the others. */
    private static void rememberOf(Map<Long, List<Fact>> facts, long length, Fact fact) {
        List<Fact> latest = facts.computeIfAbsent(length, _ -> new ArrayList<>());
        long same = latest.stream()
                .filter(each -> each.period().equals(fact.period()))
                .count();
        if (same < FigureMatcher.MOST_DATED && latest.size() < MOST) {
            latest.addFirst(fact);
        }
    }

    private static <K> void remember(Map<K, List<Fact>> facts, K key, Fact fact) {
        List<Fact> latest = facts.computeIfAbsent(key, _ -> new ArrayList<>());
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
