package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.Period;
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

    private static final Pattern SINCE = Pattern.compile("(?i)\\bsince (?:the )?");

    private static final Pattern TO_COME = Pattern.compile(
            "(?i)(?<!\\b(?:due|pay|paid|payable|lodged?|than) )\\b(?:next (?:week|month|quarter|year)|tomorrow)\\b");

    /** Says how long the days of a figure are. */
    private static final Pattern LENGTH = Pattern.compile(
            "(?i)(?:¤(?: AUD| dollars)? an?|\\b(?:per|each|every|all|(?:for|during|over) the(?: whole| full| entire)?)) (?<each>day|week|fortnight|month|quarter|year|annum)\\b"
                    + "(?! (?:ago|earlier|later|before|after|old|overdue|late|ahead|to|ended|ending|ends|of|from|in|\\d))"
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

    private static boolean span(Fact fact) {
        return !fact.period().isDay();
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
        if (compared != null && !compared.isSaid(here(around), today)
                || !law && isOfOtherLength(fact, around)
                || compared == null && isOfEarlier(fact, around)
                || !law && today != null && fact.period().to().isBefore(today) && isToCome(around)
                || !law && compared == null && span(fact) && !isSince(fact, around)) {
            return false;
        }
        boolean span = span(fact);
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
            // What was worked out of several periods is of all of their days.
            boolean wide = law || fact.isDerived();
            boolean from = !around.earlier().isEmpty()
                    && FROM.matcher(around.earlier().getFirst().text()).find();
            return wanted.stream()
                    .anyMatch(each -> each.fits(fact.period(), today)
                            || wide && each.within(fact.period())
                            || from
                                    && each.periods().stream()
                                            .anyMatch(now -> new Compared(now, fact.period()).isNext()));
        }
        if (law && today != null && !(fact.value() instanceof Value.Day)) {
            return fact.period().contains(today);
        }
        return span || !isState(measures.of(fact)) || index.isLatest(fact);
    }

    /** "$500 a month" and "annual income" are of facts as long. */
    private boolean isOfOtherLength(Fact fact, Surroundings around) {
        if (fact.period().isDay() || measures.of(fact).is(Topic.AVERAGE)) {
            return false;
        }
        List<Part> parts = new ArrayList<>(linked(around));
        Part asked = around.asked();
        if (asked != null && around.leans()) {
            parts.add(asked);
        }
        return parts.stream().anyMatch(part -> isOfOtherLength(fact.period(), part.words()));
    }

    private boolean isOfOtherLength(Period period, String words) {
        Matcher length = LENGTH.matcher(words);
        if (!length.find()) {
            return false;
        }
        String said = length.group("each") == null ? length.group("kind") : length.group("each");
        String unit = said.toLowerCase(Locale.ROOT).replaceFirst("^(?:annu|year).*", "year");
        String plain =
                unit.startsWith("half") || unit.startsWith("six") ? "half" : unit.replaceFirst("^dai?ly$", "day");
        return !Compared.isAsLong(period, plain.replaceFirst("ly$", ""), today);
    }

    /** What leads to the figure without another one between, and its own clause. */
    private static List<Part> linked(Surroundings around) {
        List<Part> parts = new ArrayList<>(List.of(around.own()));
        around.earlier().subList(0, around.linked()).stream()
                .filter(each -> !each.figured())
                .forEach(parts::add);
        return parts;
    }

    /** The clauses in which a change says what it is compared with. */
    private static List<Part> here(Surroundings around) {
        List<Part> parts = new ArrayList<>(List.of(around.own(), around.far()));
        linked(around).stream().skip(1).filter(each -> each.periods().isEmpty()).forEach(parts::add);
        return parts;
    }

    /** "Since 1 July" is of a fact that begins there. */
    private boolean isSince(Fact fact, Surroundings around) {
        return linked(around).stream()
                .allMatch(part -> SINCE.matcher(part.words())
                        .results()
                        .map(hit -> NamedPeriod.in(part.words().substring(hit.end()), today))
                        .filter(found -> !found.isEmpty() && found.getFirst().start() == 0)
                        .allMatch(found -> found.getFirst().periods().stream()
                                .anyMatch(
                                        each -> each.from().equals(fact.period().from()))));
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

    private static boolean isToCome(Surroundings around) {
        Part asked = around.asked();
        return isToCome(around.own())
                || asked != null && around.leans() && around.own().periods().isEmpty() && isToCome(asked);
    }

    private static boolean isToCome(Part part) {
        return part.periods().isEmpty() && TO_COME.matcher(part.words()).find();
    }

    /** "The year before" is a year before something that the book has, too. */
    private boolean isOfEarlier(Fact fact, Surroundings around) {
        return linked(around).stream().anyMatch(part -> earlierIn(part).anyMatch(unit -> !index.goesOn(fact, unit)));
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
