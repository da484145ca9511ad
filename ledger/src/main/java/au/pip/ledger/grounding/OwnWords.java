package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a book by their own words: whether a text has one, and which of those that topics cannot tell apart.
 */
final class OwnWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}'’]+");
    private static final Pattern WORD_OR_FIGURE = Pattern.compile(WORD + "|[,;:()]|" + Part.FIGURE);
    /** What may stand between a measure and its figure. */
    private static final Pattern LINK = Pattern.compile(
            "(?i)(?:\\b(?:is|are|was|were|of|comes to|came to|about|around|roughly|approximately|nearly|almost|just|over|under)\\W*)+$");

    private static final Pattern CURRENCY = Pattern.compile("^\\s?" + FigureScanner.CURRENCY + "\\b");
    /** What a form calls a figure, such as G1, 1A or W2. */
    private static final Pattern LABEL =
            Pattern.compile("(?<![\\p{L}\\p{Nd}-])(?:[GTW]\\d{1,2}|\\d[A-H])(?![\\p{L}\\p{Nd}])");

    private static final Pattern AT_LABEL =
            Pattern.compile(Part.FIGURE + " (?:at|in|for) (?:label )?(?<label>" + LABEL + ")");

    private static final Pattern NEGATIVE = Pattern.compile("(?i)\\b(?:no|not|never)\\b|n['’]t\\b");

    private static final int STEM = 5;
    /** Stems that say what another does. */
    private static final Map<String, String> SAME =
            Map.of("leave", "left", "leavi", "left", "aside", "away", "set", "put", "setti", "put");

    private static final int MANY = 3;
    /** May be said beside any measure. */
    private static final String PAY = "pay";

    private static final Set<String> LAW = Set.of("law", "annou", "enact");

    /** Say nothing of what is measured, wherever they stand. */
    private static final Set<String> LINKS =
            Set.of(("the of to in on at by for from with is are was were be been that this these those it its your you"
                            + " yours yourself our what how much many and or not yet per as has have had will would may than then"
                            + " there so if do does did them who next one")
                    .split(" "));

    /**
     * @param phrase its words in order, with a space around each
     * @param stems how its words begin
     * @param apart those of them that no topic knows, but for {@link #PAY}
     * @param label what a form calls it; null for most
     */
    record Known(
            String phrase,
            Set<String> stems,
            Set<String> apart,
            Set<Topic> topics,
            @Nullable String label,
            Class<? extends Value> of) {}

    private final List<Known> measures = new ArrayList<>();
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Known> cache;
    private final Set<String> labels = new HashSet<>();
    private String text = "";
    private Set<String> textStems = Set.of();

    /** @param cache the measures that were read before */
    OwnWords(Map<String, Known> cache) {
        this.cache = cache;
    }

    void add(Fact fact) {
        if (known.containsKey(key(fact))) {
            return;
        }
        Known read = cache.computeIfAbsent(key(fact), _ -> read(fact));
        known.put(key(fact), read);
        measures.add(read);
        if (read.label != null) {
            labels.add(read.label);
        }
    }

    private Known known(Fact fact) {
        return Objects.requireNonNull(known.get(key(fact)));
    }

    private static String key(Fact fact) {
        return fact.measure() + "\n" + fact.value().getClass().getName();
    }

    private static Known read(Fact fact) {
        Matcher label = LABEL.matcher(fact.measure());
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        Set<String> apart = stems(Topic.take(fact.measure(), topics));
        apart.remove(PAY);
        return new Known(
                phrase(fact.measure()),
                stems(fact.measure()),
                apart,
                topics,
                label.lookingAt() ? label.group() : null,
                fact.value().getClass());
    }

    /** Whether a text has the fact's measure in its own words, and not as a part of a longer measure's. */
    boolean isNamedBy(Fact fact, String text) {
        return isLongest(fact, phrase(text)::contains);
    }

    /** Whether it stands right before the figure in the text or right after it. */
    boolean isNamedBeside(Fact fact, String text) {
        int figure = text.indexOf(Part.FIGURE);
        if (figure < 0) {
            return false; // a name that was taken out reached over it
        }
        String before = phrase(LINK.matcher(text.substring(0, figure)).replaceFirst(""));
        String after = phrase(CURRENCY.matcher(text.substring(figure + 1)).replaceFirst(""));
        return isLongest(fact, phrase -> before.endsWith(phrase) || after.startsWith(phrase));
    }

    /** A text without the measure's words, or the last or first of them, where they stand right beside the figure. */
    String besides(Fact fact, String text) {
        int figure = text.indexOf(Part.FIGURE);
        if (figure < 0) {
            return text;
        }
        List<String> measure = List.of(known(fact).phrase.strip().split(" "));
        String before = LINK.matcher(text.substring(0, figure)).replaceFirst("");
        List<MatchResult> words =
                WORD.matcher(before.toLowerCase(Locale.ROOT)).results().toList();
        int same = 0;
        while (same < Math.min(measure.size(), words.size())
                && measure.get(measure.size() - 1 - same)
                        .equals(words.get(words.size() - 1 - same).group())) {
            same++;
        }
        if (same == measure.size() || same == words.size() && same > 0) {
            return before.substring(0, words.get(words.size() - same).start()) + text.substring(figure);
        }
        return text;
    }

    /** Whether a text has another fact's measure in its own words, and this one's, if at all, only as a part of it. */
    boolean namesAnother(Fact fact, String text) {
        String words = phrase(text);
        String own = known(fact).phrase;
        return measures.stream()
                .map(Known::phrase)
                .filter(words::contains)
                .anyMatch(other -> !own.contains(other) || !other.contains(own) && !words.contains(own));
    }

    /** Whether a text has, in its own words, another measure that no topic knows. */
    boolean namesUnknown(Fact fact, String text) {
        String words = phrase(text);
        String own = known(fact).phrase;
        return measures.stream()
                .filter(other -> other.topics.isEmpty() && !own.contains(other.phrase))
                .anyMatch(other -> words.contains(other.phrase));
    }

    private boolean isLongest(Fact fact, Predicate<String> said) {
        String phrase = known(fact).phrase;
        return said.test(phrase)
                && measures.stream()
                        .map(Known::phrase)
                        .noneMatch(longer ->
                                longer.length() > phrase.length() && longer.contains(phrase) && said.test(longer));
    }

    /** Whether where a text has the measure in its own words, what stands before makes something else of it. */
    boolean isLedAway(Fact fact, String text) {
        String words = phrase(text, WORD_OR_FIGURE);
        String own = known(fact).phrase;
        int at = words.indexOf(own);
        boolean away = at >= 0;
        for (; at >= 0; at = words.indexOf(own, at + 1)) {
            away &= Twist.leadsAway(words.substring(0, at + 1), fact.measure());
        }
        return away;
    }

    /** Whether a text has all words of the measure, in any order. */
    boolean isWhollySaid(Fact fact, String text) {
        Set<String> own = known(fact).stems;
        return !own.isEmpty() && stemsOf(text).containsAll(own);
    }

    /**
     * Whether a text speaks of another measure: of one that is about the same it has a word which sets that apart from the
     * fact's, and none which sets the fact's apart from it; of any other it has all of its words, at least
     * {@value #MANY}, and not all of the fact's, but for a document's.
     */
    boolean isAnothers(Fact fact, String text) {
        Known own = known(fact);
        Set<String> words = new HashSet<>(stemsOf(text));
        if (fact.source().isTaxData()) {
            // Whether it is law yet is said of it, and is no other measure.
            words.removeAll(LAW);
        }
        List<Known> others = measures.stream()
                .filter(other -> other.of == own.of && !other.phrase.equals(own.phrase))
                .toList();
        return !Whose.isDocument(fact)
                        && !words.containsAll(own.stems)
                        && others.stream()
                                .anyMatch(other -> other.stems.size() >= MANY
                                        && goesBeyond(own, other)
                                        && words.containsAll(other.stems))
                || others.stream()
                        .filter(other -> isAlike(own, other))
                        .anyMatch(other -> other.apart.stream()
                                        .anyMatch(stem -> !own.apart.contains(stem) && words.contains(stem))
                                && own.apart.stream()
                                        .noneMatch(stem -> !other.apart.contains(stem) && words.contains(stem)));
    }

    private static boolean goesBeyond(Known own, Known other) {
        return other.stems.stream().anyMatch(stem -> !stem.equals(PAY) && !own.stems.contains(stem));
    }

    private static boolean isAlike(Known one, Known other) {
        return one.topics.equals(other.topics)
                && (!one.topics.isEmpty() || one.stems.stream().anyMatch(other.stems::contains));
    }

    /**
     * Whether a form's label before the figure, or else after it, is the fact's; null where the text has none that the
     * book knows, or has them as words of the measure, such as "difference in 1A and 1B".
     */
    @Nullable
    Boolean isAtLabel(Fact fact, String text) {
        Known own = known(fact);
        if (own.label == null && LABEL.matcher(fact.measure()).find() && isNamedBy(fact, text)) {
            return null;
        }
        Matcher at = AT_LABEL.matcher(text);
        if (at.find() && labels.contains(at.group("label"))) {
            return at.group("label").equals(Objects.requireNonNullElse(own.label, ""));
        }
        int figure = text.indexOf(Part.FIGURE);
        String before = null;
        String after = null;
        for (Matcher label = LABEL.matcher(text); label.find(); ) {
            if (!labels.contains(label.group())) {
                continue;
            }
            if (label.start() < figure || figure < 0) {
                before = label.group();
            } else if (after == null) {
                after = label.group();
            }
        }
        String said = before == null ? after : before;
        return said == null ? null : said.equals(Objects.requireNonNullElse(own.label, ""));
    }

    /** Whether a text has at least half of the measure's words. */
    boolean isHalfSaid(Fact fact, String text) {
        Set<String> own = known(fact).stems;
        Set<String> said = stemsOf(text);
        return own.stream().filter(said::contains).count() * 2 >= own.size();
    }

    /** Whether it is of things of a kind, or of some people's, and the text does not say of which kind. */
    boolean leavesOutWhich(Fact fact, String text) {
        Known own = known(fact);
        boolean count = fact.value() instanceof Value.Count && own.apart.size() >= 2;
        boolean things = fact.value() instanceof Value.Amount
                && !own.topics.isEmpty()
                && own.topics.stream().allMatch(Topic::isThing)
                && !own.apart.isEmpty();
        Set<String> said = stemsOf(text);
        return (count || things)
                && own.apart.stream().noneMatch(stem -> said.contains(stem) || isDenied(stem, said, text));
    }

    /** "No invoice has used" says "unused". */
    private static boolean isDenied(String stem, Set<String> said, String text) {
        return stem.startsWith("un")
                && NEGATIVE.matcher(text).find()
                && said.stream().anyMatch(each -> each.startsWith(stem.substring(2)));
    }

    private Set<String> stemsOf(String said) {
        if (!said.equals(text)) {
            text = said;
            textStems = stems(said);
        }
        return textStems;
    }

    private static Set<String> stems(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(word -> word.length() > 2 && !LINKS.contains(word) || word.matches("[gtw]\\d{1,2}|\\d[a-h]"))
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .map(stem -> SAME.getOrDefault(stem, stem))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String phrase(String text) {
        return phrase(text, WORD);
    }

    private static String phrase(String text, Pattern word) {
        return word.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(" ", " ", " "));
    }
}
