package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a figure is of by the words around it; where they leave it open, by the question. */
final class When {
    private static final Pattern COMPARED_WITH = Pattern.compile(
            "(?i)\\b(?:than|against|versus|vs\\.?|compared (?:with|to)|same (?:time|days|period))(?: in| of)?(?: the)?\\s*$");

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
        boolean span = !fact.period().isDay();
        NamedPeriod named = around.own().period();
        for (Part clause : around.earlier()) {
            named = named == null && (span || !clause.figured()) ? clause.period() : named;
        }
        if (named == null && !around.far().periods().isEmpty()) {
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
            return named.fits(fact.period(), today) || law && named.within(fact.period());
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
            return wanted.stream()
                    .anyMatch(each -> each.fits(fact.period(), today) || wide && each.within(fact.period()));
        }
        if (law && today != null && !(fact.value() instanceof Value.Day)) {
            return fact.period().contains(today);
        }
        return span || !isState(measures.of(fact)) || index.isLatest(fact);
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
