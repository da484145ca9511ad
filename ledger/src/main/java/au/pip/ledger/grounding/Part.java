package au.pip.ledger.grounding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Some words of an answer, and what they name. The figure they stand around, if any, is the mark ¤ in them. */
final class Part {
    static final char FIGURE = '¤';

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** Two names with no more between them are one: a document's number and its customer. */
    private static final int BESIDE = 24;

    private final String text;
    private final String masked;
    private final List<Names.Mention> mentions;
    private final @Nullable LocalDate today;
    private final boolean figured;
    private final Map<String, Set<Topic>> beside = new HashMap<>();
    private @Nullable Set<Topic> topics;
    private @Nullable List<NamedPeriod> periods;

    /** @param figured another figure stands in it, which its words are of */
    Part(String text, List<Names.Mention> mentions, @Nullable LocalDate today, boolean figured) {
        this.text = text;
        this.mentions = mentions;
        this.masked = Names.without(text, mentions);
        this.today = today;
        this.figured = figured;
    }

    static Part of(String text, Names names, @Nullable LocalDate today) {
        return new Part(text, names.in(text), today, false);
    }

    boolean figured() {
        return figured;
    }

    String text() {
        return text;
    }

    /** Without names. */
    String words() {
        return masked;
    }

    List<Names.Mention> mentions() {
        return mentions;
    }

    Set<Topic> topics() {
        Set<Topic> found = topics;
        if (found == null) {
            found = Topic.in(masked);
            topics = found;
        }
        return found;
    }

    /** Its topics but for those of a name in it: an account may be called "Superannuation". */
    Set<Topic> topicsBeside(String subject) {
        boolean named = mentions.stream().anyMatch(each -> each.subjects().contains(subject));
        return named ? beside.computeIfAbsent(subject, this::topicsWithout) : topics();
    }

    private Set<Topic> topicsWithout(String subject) {
        StringBuilder left = new StringBuilder(masked);
        for (Names.Mention each : mentions) {
            if (each.subjects().contains(subject)) {
                for (int at = each.start(); at < each.end(); at++) {
                    left.setCharAt(at, ' ');
                }
            }
        }
        return Topic.in(left.toString());
    }

    /** Whether its words are about a measure at all. */
    boolean isAbout() {
        return topics().stream().anyMatch(topic -> !topic.neutral() || topic == Topic.DUE_DATE);
    }

    /** The period named nearest to the figure, before it rather than after it; without a figure the last one. */
    @Nullable
    NamedPeriod period() {
        List<NamedPeriod> found = periods();
        int figure = text.indexOf(FIGURE);
        if (figure < 0) {
            return found.isEmpty() ? null : found.getLast();
        }
        NamedPeriod before = null;
        for (NamedPeriod each : found) {
            if (each.end() <= figure) {
                before = each;
            } else {
                return before == null ? each : before;
            }
        }
        return before;
    }

    List<NamedPeriod> periods() {
        List<NamedPeriod> found = periods;
        if (found == null) {
            found = NamedPeriod.in(masked, today);
            periods = found;
        }
        return found;
    }

    /**
     * The subjects that the name nearest to the figure may be, before it rather than after it; null when there is none.
     *
     * @param wanted a name of ordinary words counts only when this is among what it may be
     */
    @Nullable
    Set<String> named(String wanted) {
        int figure = text.indexOf(FIGURE);
        List<Names.Mention> before = new ArrayList<>();
        List<Names.Mention> after = new ArrayList<>();
        for (Names.Mention each : mentions) {
            if (each.neutral() || each.weak() && !each.subjects().contains(wanted)) {
                continue;
            }
            (figure < 0 || each.end() <= figure ? before : after).add(each);
        }
        if (before.isEmpty() && after.isEmpty()) {
            return null;
        }
        List<Names.Mention> nearest = before.isEmpty() ? after : before.reversed();
        Set<String> subjects = new HashSet<>(nearest.getFirst().subjects());
        for (int i = 1; i < nearest.size(); i++) {
            Set<String> both = new HashSet<>(subjects);
            both.retainAll(nearest.get(i).subjects());
            boolean beside = gap(nearest.get(i - 1), nearest.get(i)) <= BESIDE;
            if (beside && !both.isEmpty()) {
                subjects = both;
            }
        }
        for (Names.Mention each : mentions) {
            if (each.number() && nearest.contains(each) && disjoint(subjects, each.subjects())) {
                return Set.of();
            }
        }
        return subjects;
    }

    /** Whether nobody else is named in it. */
    boolean namesOnly(String subject) {
        return mentions.stream()
                .filter(each -> !each.neutral() && !each.weak())
                .allMatch(each -> each.subjects().contains(subject));
    }

    /** Whether all of its words are plain ones, so that nothing is said of a measure. */
    boolean isPlain() {
        return WORD.matcher(masked)
                .results()
                .allMatch(word -> PlainWords.has(word.group()) || word.group().length() == 1);
    }

    private static boolean disjoint(Set<String> some, Set<String> others) {
        return some.stream().noneMatch(others::contains);
    }

    private static int gap(Names.Mention one, Names.Mention other) {
        return Math.max(one.start(), other.start()) - Math.min(one.end(), other.end());
    }
}
