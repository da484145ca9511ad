package au.pip.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The facts by whose they are and by value, so that a figure is compared with few of them. */
final class FactIndex {
    /** More facts than these within one rounding: which is meant cannot be told. */
    private static final int MOST = 200;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}'’]+");
    /** What may stand between a measure and its figure. */
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:is|are|was|were|of|comes to|came to)\\W*$");

    private static final Pattern CURRENCY = Pattern.compile("^\\s?" + FigureScanner.CURRENCY + "\\b");
    private static final String GENERAL = "";

    private final FactBook book;
    private final Map<String, NavigableMap<BigDecimal, List<Fact>>> numbers = new HashMap<>();
    private final Map<LocalDate, List<Fact>> days = new HashMap<>();
    /** Of each day the latest facts whose period it bounds. */
    private final Map<LocalDate, List<Fact>> bounds = new HashMap<>();

    /** Of each length, in whole months and in days, the latest facts whose period is as long. */
    private final Map<Long, List<Fact>> months = new HashMap<>();

    private final Map<Long, List<Fact>> lengths = new HashMap<>();
    private final Map<String, LocalDate> latest = new HashMap<>();
    /** The words of every measure, in order and with a space around each. */
    private final Set<String> phrases = new LinkedHashSet<>();

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

    /** Whether a text has the fact's measure in its own words, and not as a part of a longer measure's. */
    boolean isNamedBy(Fact fact, String text) {
        String words = phrase(text);
        return isLongest(fact, words::contains);
    }

    /** Whether it stands right before the figure in the text or right after it. */
    boolean isNamedBeside(Fact fact, String text) {
        int figure = text.indexOf(Part.FIGURE);
        String before = phrase(LINK.matcher(text.substring(0, figure)).replaceFirst(""));
        String after = phrase(CURRENCY.matcher(text.substring(figure + 1)).replaceFirst(""));
        return isLongest(fact, phrase -> before.endsWith(phrase) || after.startsWith(phrase));
    }

    /** Whether a text has another fact's measure in its own words, and this one's, if at all, only as a part of it. */
    boolean namesAnother(Fact fact, String text) {
        refresh();
        String words = phrase(text);
        String own = phrase(fact.measure());
        return phrases.stream()
                .filter(words::contains)
                .anyMatch(other -> !own.contains(other) || !other.contains(own) && !words.contains(own));
    }

    private boolean isLongest(Fact fact, Predicate<String> said) {
        refresh();
        String phrase = phrase(fact.measure());
        return said.test(phrase)
                && phrases.stream()
                        .noneMatch(longer ->
                                longer.length() > phrase.length() && longer.contains(phrase) && said.test(longer));
    }

    private static String phrase(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(" ", " ", " "));
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

    /** The latest facts whose period is so many whole months long. */
    List<Fact> ofMonths(long number) {
        refresh();
        return months.getOrDefault(number, List.of());
    }

    /** The latest facts whose period is so many days long. */
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
        phrases.add(phrase(fact.measure()));
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
            remember(bounds, fact.period().from(), fact);
            if (!fact.period().isDay()) {
                remember(bounds, fact.period().to(), fact);
            }
        }
        if (!fact.period().isDay()) {
            remember(lengths, fact.period().days(), fact);
            Period period = fact.period();
            long whole = ChronoUnit.MONTHS.between(period.from(), period.to().plusDays(1));
            if (period.from().plusMonths(whole).equals(period.to().plusDays(1))) {
                remember(months, whole, fact);
            }
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
