package au.pip.assistant.tools;

import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which facts may stand in one calculation. Units and currencies are {@link Figures}' matter; here it is what they are
 * of: two bases, amounts with and without GST, a total and its parts, days that are counted twice. Each refusal is a
 * {@link BadArgument} that says what to look up instead.
 */
final class Mixing {
    /** What the profit and loss report gives without GST, though its name does not say so. */
    private static final Set<String> WITHOUT_GST =
            Set.of("net profit", "income", "expenses", "cost of sales", "other income");

    private enum Gst {
        WITH,
        WITHOUT,
        NOT_TOLD
    }

    private Mixing() {}

    /** Of facts that are added up: nothing is counted twice. */
    static void refuseSum(List<Fact> facts) {
        refuseAll(facts);
        for (Fact one : facts) {
            for (Fact other : facts) {
                boolean sameMeasure = one.measure().equals(other.measure());
                if (sameMeasure && one.period().equals(other.period()) && isTotal(one) && !isGeneral(other)) {
                    throw new BadArgument("%s is the total and holds %s already. Leave one of them out."
                            .formatted(one.id(), other.id()));
                }
                if (sameMeasure
                        && one.subject().equals(other.subject())
                        && !one.period().equals(other.period())
                        && overlap(one.period(), other.period())) {
                    throw twice(one, other);
                }
            }
        }
    }

    /** Of two facts that are put beside each other: they differ in what they measure or in their period, not in both. */
    static void refuseBeside(List<Fact> both) {
        refuseAll(both);
        Fact first = both.get(0);
        Fact second = both.get(1);
        boolean periods = !first.period().isDay()
                && !second.period().isDay()
                && !first.period().equals(second.period());
        if (periods && !first.measure().equals(second.measure())) {
            throw new BadArgument(
                    "%s is the %s of %s and %s the %s of %s: that compares neither. Look one of them up for the other's period."
                            .formatted(
                                    first.id(),
                                    first.measure(),
                                    first.period().label(),
                                    second.id(),
                                    second.measure(),
                                    second.period().label()));
        }
    }

    static void refuseChange(List<Fact> both) {
        refuseAll(both);
        Fact first = both.get(0);
        Fact second = both.get(1);
        if (!first.measure().equals(second.measure())) {
            throw new BadArgument(
                    "%s measures %s and %s measures %s: one does not change into the other. Use difference or percent."
                            .formatted(first.id(), first.measure(), second.id(), second.measure()));
        }
    }

    static void refuseCompare(List<Fact> both) {
        refuseChange(both);
        Fact first = both.get(0);
        Fact second = both.get(1);
        if (!first.subject().equals(second.subject())) {
            throw new BadArgument("%s is about %s and %s about %s: compare takes one subject in two periods."
                    .formatted(first.id(), first.subject(), second.id(), second.subject()));
        }
        if (first.period().equals(second.period())) {
            throw new BadArgument(
                    "%s and %s are of the same period: compare takes two periods.".formatted(first.id(), second.id()));
        }
        if (overlap(first.period(), second.period())) {
            throw twice(first, second);
        }
    }

    private static void refuseAll(List<Fact> facts) {
        for (Fact fact : facts) {
            for (Fact other : facts) {
                Basis one = fact.basis();
                Basis two = other.basis();
                if (one != null && two != null && one != two) {
                    throw new BadArgument(
                            "%s is on %s and %s on %s: they cannot be put together. Look both up on one basis."
                                    .formatted(fact.id(), one.word(), other.id(), two.word()));
                }
                if (gst(fact) == Gst.WITH && gst(other) == Gst.WITHOUT) {
                    throw new BadArgument(
                            "%s holds GST and %s does not: they cannot be put together. Look both up with GST or both without."
                                    .formatted(fact.id(), other.id()));
                }
            }
        }
    }

    private static Gst gst(Fact fact) {
        String measure = fact.measure().toLowerCase(Locale.ROOT);
        if (measure.contains("without gst") || WITHOUT_GST.contains(measure)) {
            return Gst.WITHOUT;
        }
        return measure.contains("with gst") ? Gst.WITH : Gst.NOT_TOLD;
    }

    private static boolean overlap(Period one, Period other) {
        return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }

    private static BadArgument twice(Fact one, Fact other) {
        return new BadArgument("%s is of %s and %s of %s: some days are in both. Look up periods that do not overlap."
                .formatted(
                        one.id(),
                        one.period().label(),
                        other.id(),
                        other.period().label()));
    }

    private static boolean isTotal(Fact fact) {
        return fact.subject().startsWith("all ") && !fact.subject().startsWith("all other ");
    }

    private static boolean isGeneral(Fact fact) {
        return fact.subject().startsWith("all ") || fact.subject().startsWith("the ");
    }
}
