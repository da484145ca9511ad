package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a figure is of by the words around it; where they leave it open, by the question. */
final class When {
    private static final Pattern COMPARED_WITH = Pattern.compile(
            "(?i)\\b(?:than|against|versus|vs\\.?|compared (?:with|to)|same (?:time|days|period))(?: in| of)?(?: the)?\\s*$");

    /** Ends a clause whose figure is what another is compared with. */
    private static final Pattern FROM =
            Pattern.compile("(?i)\\b(?:than|from|against|versus|vs\\.?|compared (?:with|to))\\s*$");

    private static final Pattern TO_COME = Pattern.compile(
            "(?i)(?<!\\b(?:due|pay|paid|payable|lodged?|than) )\\b(?:next (?:week|month|quarter|year)|tomorrow)\\b");

    /** Says how long the days of a figure are. */
    private static final Pattern LENGTH = Pattern.compile(
            "(?i)¤(?: AUD| dollars)? (?:an?|per|each|every) (?<each>day|week|fortnight|month|quarter|year|annum)\\b(?! (?:ago|earlier|later|before|old|overdue|late|ahead))"
                    + "|\\b(?<kind>daily|weekly|fortnightly|monthly|quarterly|half[- ]year(?:ly)?|six[- ]month(?:ly)?|yearly|annual(?:ly)?)\\b");

    /** What has a value at any time: without a day the latest is meant. */
    private static final List<Topic> STATES = List.of(
            Topic.RECEIVABLE,
            Topic.PAYABLE,
            Topic.OVERDUE,
            Topic.BANK,
            Topic.NET_ASSETS,
            Topic.ASSETS,
            Topic.LIABILITIES,
            Topic.EQUITY,
            Topic.CUSTOMERS,
            Topic.SUPPLIERS,
            Topic.OPEN);

    private final FactIndex index;
    private final Measure.Known measures;
    private final @Nullable LocalDate today;

    When(FactIndex index, Measure.Known measures, @Nullable LocalDate today) {
        this.index = index;
        this.measures = measures;
        this.today = today;
    }

    static boolean isState(Measure measure) {
        return STATES.stream().anyMatch(measure::is);
    }

    boolean fits(Fact fact, Surroundings around) {
        if (Whose.isDocument(fact)) {
            return true;
        }
        boolean law = fact.source().isTaxData();
        Compared compared = Compared.of(fact, index.book());
        if (compared != null && !compared.isSaid(List.of(around.own(), around.far()), today)
                || !law && isOfOtherLength(fact, around.own().words())
                || compared == null && isOfEarlier(fact, around)
                || !law && today != null && fact.period().to().isBefore(today) && isToCome(around.own())) {
            return false;
        }
        boolean span = !fact.period().isDay();
        NamedPeriod named = around.own().period();
        for (Part clause : around.earlier()) {
            named = named == null && (span || !clause.figured()) ? clause.period() : named;
        }
        if (named == null && compared == null && !around.far().periods().isEmpty()) {
            named = around.far().periods().getFirst();
        }
        List<Part> rest = new ArrayList<>();
        if (around.grid() != null) {
            rest.add(around.grid());
        }
        rest.addAll(around.above());
        for (Part part : rest) {
            named = named == null ? part.period() : named;
        }
        if (named != null) {
            String earlier = compared == null ? earlier(around.own()) : null;
            if (earlier != null) {
                return named.periods().stream().anyMatch(each -> new Compared(each, fact.period()).isBefore(earlier));
            }
            return compared != null
                    ? compared.fits(named, today)
                    : named.fits(fact.period(), today) || law && named.within(fact.period());
        }
        for (Part before : around.before()) {
            NamedPeriod last = before.period();
            if (span && last != null && !last.day()) {
                return last.fits(fact.period(), today) || law && last.within(fact.period());
            }
        }
        Part asked = around.asked();
        List<NamedPeriod> wanted = asked == null ? List.of() : wanted(asked);
        if (!wanted.isEmpty() && isNowhereDated(around)) {
            if (!around.earlier().isEmpty()
                    && FROM.matcher(around.earlier().getFirst().text()).find()) {
                return wanted.stream()
                        .flatMap(each -> each.periods().stream())
                        .anyMatch(each -> new Compared(each, fact.period()).isNext());
            }
            // What was worked out of several periods is of all of their days.
            boolean wide = law || fact.isDerived();
            return wanted.stream()
                    .anyMatch(each -> each.fits(fact.period(), today) || wide && each.within(fact.period()));
        }
        if (law && today != null && !(fact.value() instanceof Value.Day)) {
            return fact.period().contains(today);
        }
        return span || !isState(measures.of(fact)) || index.isLatest(fact);
    }

    /** "$500 a month" and "annual income" are of facts as long. */
    private boolean isOfOtherLength(Fact fact, String own) {
        if (fact.period().isDay() || measures.of(fact).is(Topic.AVERAGE)) {
            return false;
        }
        Matcher length = LENGTH.matcher(own);
        if (!length.find()) {
            return false;
        }
        String said = length.group("each") == null ? length.group("kind") : length.group("each");
        String unit = said.toLowerCase(Locale.ROOT).replaceFirst("^(?:annu|year).*", "year");
        String plain =
                unit.startsWith("half") || unit.startsWith("six") ? "half" : unit.replaceFirst("^dai?ly$", "day");
        return !Compared.isAsLong(fact.period(), plain.replaceFirst("ly$", ""), today);
    }

    /** How long before something else the figure is said to be of; null where it is not. */
    private static @Nullable String earlier(Part own) {
        return own.periods().isEmpty() ? earlierIn(own).findFirst().orElse(null) : null;
    }

    private static Stream<String> earlierIn(Part part) {
        return Compared.EARLIER
                .matcher(part.words())
                .results()
                .filter(hit -> hit.group("early") != null && !hit.group().endsWith("ago"))
                .filter(hit -> !Compared.LEADS
                        .matcher(part.words().substring(0, hit.start()))
                        .find())
                .map(hit -> hit.group("early").toLowerCase(Locale.ROOT));
    }

    private static boolean isToCome(Part own) {
        return own.periods().isEmpty() && TO_COME.matcher(own.words()).find();
    }

    /** "The year before" is a year before something that the book has, too. */
    private boolean isOfEarlier(Fact fact, Surroundings around) {
        List<Part> parts = new ArrayList<>(around.earlier().subList(0, around.linked()));
        parts.add(around.own());
        return parts.stream()
                .filter(each -> !each.figured())
                .anyMatch(part -> earlierIn(part).anyMatch(unit -> !index.goesOn(fact, unit)));
    }

    /** The periods that a question asks of, and not those that it only compares them with. */
    private static List<NamedPeriod> wanted(Part asked) {
        List<NamedPeriod> all = asked.periods();
        return all.size() > 1
                ? all
                : all.stream()
                        .filter(each -> !COMPARED_WITH
                                .matcher(asked.text().substring(0, each.start()))
                                .find())
                        .toList();
    }

    private static boolean isNowhereDated(Surroundings around) {
        return around.before().stream().allMatch(before -> before.period() == null);
    }
}
