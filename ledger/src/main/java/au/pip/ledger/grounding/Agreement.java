package au.pip.ledger.grounding;

import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.Money;
import au.pip.ledger.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a fact is of what the words around a figure say: of whom, of when, of which measure, on which basis and in
 * which currency. What the words leave open passes where nothing contradicts it; whose it is must be said, unless it is
 * everyone's.
 */
final class Agreement {
    private static final Pattern BASIS = Pattern.compile(
            "(?i)\\baccruals?\\b|\\bcash\\b(?! (?:at|in|on|flow|balance|received|spent|surplus|out|account))");
    private static final Pattern CURRENCIES = Pattern.compile(
            "\\b" + FigureScanner.CURRENCY
                    + "\\b|[Aa]ll in (?<symbol>[$€£])|\\b(?:US|NZ|New Zealand|Australian|Canadian|Singapore|Hong Kong) dollars\\b|\\beuros?\\b|\\bpounds\\b");
    private static final Pattern AMOUNTS_IN =
            Pattern.compile("(?i)\\b(?:all|amounts?|figures?|everything)\\b[^.¤]{0,30}\\bin\\b");
    private static final Pattern CHANGED_BY = Pattern.compile(
            "(?i)\\b(?:(?:grew|rose|fell|went|go(?:es)?|up|down|increased|decreased|dropped|changed|improved|off|gained) by|(?:difference|change|increase|decrease)(?: in [\\w ]{1,30})? (?:is|of|was|came to))(?:\\W+(?:about|around|roughly|nearly|just))?\\W*$"
                    + "|^\\W*by\\W*$");
    /** Says that a figure tells how far one thing is from another. */
    private static final Pattern COMPARED =
            Pattern.compile("(?i)\\b(?:more|less) (?:\\w+ ){1,3}than\\b|¤(?: [A-Z]{3}| dollars)? (?:more|less) \\w"
                    + "|\\b(?:above|below) (?:the |your |its )?(?:budget|plan)\\b(?! of\\W*¤)");

    private static final Pattern MORE = Pattern.compile("(?i)\\b(?:more|less)\\b");
    private static final Set<Topic> QUALIFIERS = EnumSet.of(
            Topic.OVERDUE,
            Topic.NOT_DUE,
            Topic.EXCLUDING_GST,
            Topic.INCLUDING_GST,
            Topic.BUDGET,
            Topic.DRAFT,
            Topic.REFUND,
            Topic.AVERAGE);
    private static final Set<Topic> SIDES = EnumSet.of(Topic.SALES, Topic.PURCHASES, Topic.COLLECTED, Topic.TOTAL);
    /** Measures whose accounts are subjects: the account's name says what it is. */
    private static final List<Topic> OF_ACCOUNTS = List.of(
            Topic.INCOME,
            Topic.EXPENSES,
            Topic.COST_OF_SALES,
            Topic.OTHER_INCOME,
            Topic.BANK,
            Topic.ASSETS,
            Topic.LIABILITIES,
            Topic.EQUITY);

    private static final Set<Topic> GST_SAID = EnumSet.of(Topic.EXCLUDING_GST, Topic.INCLUDING_GST);
    private static final Pattern YES = Pattern.compile("(?i)\\W*yes\\b");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final Measure.Known measures;
    private final FactIndex index;
    private final When when;

    Agreement(FactIndex index, @Nullable LocalDate today) {
        this.index = index;
        this.measures = new Measure.Known(Readings.of(index.book()).measures());
        this.when = new When(index, measures, today);
    }

    boolean fits(Fact fact, Surroundings around) {
        return currencyFits(fact, around)
                && Whose.fits(fact, around)
                && when.fits(fact, around)
                && basisFits(fact, around)
                && measureFits(fact, around);
    }

    /** Whether it may be the day on which something falls due, which the words before it need not name. */
    boolean dayFits(Fact fact, Surroundings around) {
        return Whose.fits(fact, around)
                && when.fits(fact, around)
                && (!measures.of(fact).isKnown() || measureFits(fact, around));
    }

    private static boolean basisFits(Fact fact, Surroundings around) {
        Basis basis = fact.basis();
        if (basis == null) {
            return true;
        }
        Basis said = basis(around.own().words());
        List<Part> parts = new ArrayList<>(
                around.earlier().stream().filter(each -> !each.figured()).toList());
        parts.add(around.far());
        parts.addAll(around.earlier());
        if (around.grid() != null) {
            parts.add(around.grid());
        }
        parts.addAll(around.above());
        if (around.asked() != null) {
            parts.add(around.asked());
        }
        for (Part part : parts) {
            said = said == null ? basis(part.words()) : said;
        }
        return said == null || said == basis;
    }

    private static @Nullable Basis basis(String words) {
        int figure = words.indexOf(Part.FIGURE);
        Basis said = null;
        Matcher matcher = BASIS.matcher(words);
        while (matcher.find()) {
            Basis here = matcher.group().toLowerCase(Locale.ROOT).startsWith("cash") ? Basis.CASH : Basis.ACCRUALS;
            if (said == null || matcher.start() < figure) {
                said = here;
            }
        }
        return said;
    }

    private static boolean currencyFits(Fact fact, Surroundings around) {
        if (!(fact.value() instanceof Value.Amount(Money money))) {
            return true;
        }
        List<Part> parts = new ArrayList<>(List.of(around.own(), around.far()));
        if (around.grid() != null) {
            parts.add(around.grid());
        }
        parts.addAll(around.above());
        around.before().stream()
                .filter(part -> AMOUNTS_IN.matcher(part.words()).find())
                .forEach(parts::add);
        Set<String> said = new HashSet<>();
        for (Part part : parts) {
            CURRENCIES.matcher(part.words()).results().forEach(hit -> {
                var currency = TokenReader.currency(hit.group());
                said.add(currency == null ? hit.group() : currency.getCurrencyCode());
            });
        }
        return said.isEmpty() || said.contains(money.currency().getCurrencyCode());
    }

    boolean measureFits(Fact fact, Surroundings around) {
        Measure measure = measures.of(fact);
        Part own = around.own();
        String subject = fact.subject().toLowerCase(Locale.ROOT);
        String before = own.words().substring(0, Math.max(0, own.words().indexOf(Part.FIGURE)));
        boolean day = fact.value() instanceof Value.Day;
        if (!day && CHANGED_BY.matcher(before).find() && !measure.is(Topic.CHANGE)) {
            return false;
        }
        OwnWords words = index.words();
        String said = around.label(Part::words);
        Boolean labelled = words.isAtLabel(fact, said);
        if (labelled != null) {
            return labelled && gstFits(measure, around);
        }
        boolean compares =
                measure.is(Topic.CHANGE) || MORE.matcher(fact.measure()).find();
        if (COMPARED.matcher(said).find() && !compares) {
            return false;
        }
        Part grid = around.grid();
        if (grid != null && !measure.allows(labelled(fact, grid))
                || words.isLedAway(fact, said)
                || measure.isLedAway(besidesSubject(fact, said), fact.measure())
                || Twist.isNotNow(own.words()) && When.isState(measure)
                || Twist.isDenied(own.words())
                || isPositive(fact) && Twist.isInTheRed(own.words())
                || Direction.isOther(fact, said)
                || !gstFits(measure, around)
                || asked(around, YES) && Direction.isOther(fact, words(around.asked()))
                || !NotYet.fits(fact, around)
                || words.isAnothers(fact, said)) {
            return false;
        }
        if (words.isNamedBeside(fact, said)
                && (measure.allows(measure.isKnown() ? own.topicsBeside(subject) : qualifiers(own))
                        || measure.allows(Topic.in(words.besides(fact, own.words()))))) {
            return true;
        }
        if (!measure.isKnown() && words.namesAnother(fact, said) && !words.isWhollySaid(fact, said)
                || !own.isAbout() && words.namesUnknown(fact, said)
                || words.leavesOutWhich(fact, around.all()) && !NotYet.isExpected(fact, around)
                || fact.source().isTaxData()
                        && !words.isHalfSaid(fact, around.all())
                        && !words.isHalfSaid(fact, around.label(Part::text))) {
            return false;
        }
        if (!measure.allows(own.topicsBeside(subject))
                || !measure.allows(qualifiers(around.far()))
                || around.earlier().stream()
                        .limit(around.linked())
                        .anyMatch(clause -> !clause.figured() && !measure.allows(qualifiers(clause)))) {
            return false;
        }
        if (words.isNamedBy(fact, said)
                || !measure.isKnown() && words.isWhollySaid(fact, said)
                || measure.isInOwnWords(own.words())) {
            return true;
        }
        boolean named = isNamedAccount(fact, measure, around.around());
        if (!own.isAbout() && isNamedAccount(fact, measure, List.of(own))) {
            return true;
        }
        if (fact.value() instanceof Value.Count && own.isAbout() && !counts(measure, own)) {
            return false;
        }
        List<Part> near = new ArrayList<>(around.earlier());
        if (around.grid() != null) {
            near.add(around.grid());
        }
        List<Part> outer = new ArrayList<>(near);
        outer.add(Math.min(around.linked(), outer.size()), around.far());
        outer.addAll(around.above());
        outer.addAll(around.before());
        Part base = own.isAbout()
                ? own
                : outer.stream().filter(Part::isAbout).findFirst().orElse(null);
        Part asked = around.asked();
        if (base == null && asked != null) {
            Boolean wanted = words.isAtLabel(fact, asked.words());
            if (wanted != null) {
                return wanted;
            }
            if (words.isAnothers(fact, asked.words())
                    || COMPARED.matcher(asked.words()).find() && !compares) {
                return false;
            }
            if (words.isWhollySaid(fact, asked.words())
                    && measure.allows(measure.isKnown() ? asked.topicsBeside(subject) : qualifiers(asked))) {
                return true;
            }
        }
        if (base == null && asked != null && asked.isAbout()) {
            if (!measure.allows(asked.topicsBeside(subject))) {
                return named;
            }
            base = asked;
            outer.add(asked);
        }
        if (base == null) {
            boolean plain = own.isPlain()
                    && (around.grid() == null || around.grid().isPlain())
                    && around.earlier().subList(0, around.linked()).stream().allMatch(Part::isPlain)
                    && around.above().stream().allMatch(Part::isPlain);
            plain &= asked == null || asked.isPlain();
            return named
                    || measure.isSaidBy(own.topics(), Whose.isDocument(fact))
                            && (plain || measure.isNamedBy(own.topics(), own.words()));
        }
        Part label = around.grid() != null && around.grid().isAbout()
                ? around.grid()
                : around.above().stream().filter(Part::isAbout).findFirst().orElse(null);
        if (!measure.allows(base.topicsBeside(subject)) || label != null && !measure.allows(labelled(fact, label))) {
            return false;
        }
        Set<Topic> told = EnumSet.noneOf(Topic.class);
        told.addAll(own.topics());
        told.addAll(base.topics());
        told.addAll(qualifiers(around.far()));
        near.stream().filter(each -> !each.figured()).forEach(each -> told.addAll(each.topics()));
        if (label != null) {
            told.addAll(label.topics());
        }
        Set<Topic> all = EnumSet.copyOf(told.isEmpty() ? EnumSet.noneOf(Topic.class) : told);
        StringBuilder text = new StringBuilder(own.words());
        for (Part part : outer) {
            all.addAll(part.topics());
            text.append(' ').append(part.words());
        }
        if (fact.value() instanceof Value.Percent
                && own.topics().isEmpty()
                && !near.isEmpty()
                && near.getFirst().topics().contains(Topic.CHANGE)) {
            told.add(Topic.CHANGE); // "a rise of $500 or 5%"
        }
        if (all.contains(Topic.DRAFT)) {
            told.add(Topic.DRAFT);
        }
        if (measure.is(Topic.SHARE)) {
            told.add(Topic.EXCLUDING_GST); // a share is the same with it
        }
        if (all.contains(Topic.GST) || asked != null && asked.topics().contains(Topic.GST)) {
            told.add(Topic.GST);
            all.add(Topic.GST);
        }
        if (SIDES.containsAll(own.topics()) && own.isAbout()) {
            // "On sales" alone goes on from what was said before: of GST, if that was it.
            boolean gst = outer.stream()
                    .filter(each -> each.isAbout() && !SIDES.containsAll(each.topics()))
                    .findFirst()
                    .map(each -> each.topics().contains(Topic.GST))
                    .orElse(false);
            if (gst && !measure.is(Topic.GST)) {
                return false;
            }
        }
        if (asked != null && base == own && own.topics().equals(EnumSet.of(Topic.DUE_DATE))) {
            if (!measure.allows(asked.topicsBeside(subject))) {
                return false;
            }
            all.addAll(asked.topics());
            text.append(' ').append(asked.words());
        }
        return (measure.isSaidBy(told, Whose.isDocument(fact)) || named)
                && (named || measure.isNamedBy(all, text.toString()));
    }

    /** Whether nothing that it stands under says that it is with GST, or without, where it is not. */
    private static boolean gstFits(Measure measure, Surroundings around) {
        List<Part> parts = new ArrayList<>(List.of(around.own()));
        if (!GST_SAID.stream().anyMatch(around.own().topics()::contains)) {
            parts.addAll(around.above());
        }
        return parts.stream().allMatch(part -> {
            Set<Topic> said = EnumSet.copyOf(GST_SAID);
            said.retainAll(part.topics());
            return measure.allows(said);
        });
    }

    private static boolean isPositive(Fact fact) {
        return fact.value() instanceof Value.Amount(Money money) && money.minor() > 0;
    }

    private static boolean asked(Surroundings around, Pattern answer) {
        return around.asked() != null
                && around.leans()
                && answer.matcher(around.label(Part::text)).lookingAt();
    }

    private static String words(@Nullable Part part) {
        return part == null ? "" : part.words();
    }

    /** The first thing after the figure is what it counts; where none follows, one before it. */
    private static boolean counts(Measure measure, Part own) {
        String words = own.words();
        String after = words.substring(words.indexOf(Part.FIGURE) + 1);
        for (Matcher word = WORD.matcher(after); word.find(); ) {
            Set<Topic> so = Topic.in(after.substring(0, word.end()));
            if (so.stream().anyMatch(Topic::isThing)) {
                return so.stream().anyMatch(topic -> topic.isThing() && measure.is(topic));
            }
        }
        return true;
    }

    /** "All other expense accounts" is whose it is, and no other kind of expense. */
    private static String besidesSubject(Fact fact, String said) {
        int at = Names.isGeneral(fact.subject())
                ? said.toLowerCase(Locale.ROOT).indexOf(fact.subject().toLowerCase(Locale.ROOT))
                : -1;
        int end = at + fact.subject().length();
        return at < 0 ? said : said.substring(0, at) + " ".repeat(end - at) + said.substring(end);
    }

    private static boolean isNamedAccount(Fact fact, Measure measure, List<Part> parts) {
        if (Names.isGeneral(fact.subject())
                || measure.isKnown() && OF_ACCOUNTS.stream().noneMatch(measure::is)) {
            return false;
        }
        String subject = fact.subject().toLowerCase(Locale.ROOT);
        return parts.stream().anyMatch(part -> {
            Set<String> named = part.named(subject);
            return named != null && named.contains(subject);
        });
    }

    /** In a list of overdue documents each has figures that are not overdue amounts. */
    private static Set<Topic> labelled(Fact fact, Part label) {
        Set<Topic> found = qualifiers(label);
        if (Whose.isDocument(fact)) {
            found.remove(Topic.OVERDUE);
        }
        return found;
    }

    private static Set<Topic> qualifiers(Part part) {
        Set<Topic> found = EnumSet.copyOf(QUALIFIERS);
        String left = Twist.withoutNoneLate(part.words());
        found.retainAll(left.length() == part.words().length() ? part.topics() : Topic.in(left));
        return found;
    }
}
