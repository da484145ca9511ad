package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a fact is of, as {@link Topic}s, and whether the words around a figure agree with it. */
final class Measure {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final int STEM = 5;
    private static final Map<Topic, Topic> RIVAL = Map.of(
            Topic.RECEIVABLE, Topic.PAYABLE,
            Topic.PAYABLE, Topic.RECEIVABLE,
            Topic.CUSTOMERS, Topic.SUPPLIERS,
            Topic.SUPPLIERS, Topic.CUSTOMERS,
            Topic.INVOICES, Topic.BILLS,
            Topic.BILLS, Topic.INVOICES);

    private static final Set<Topic> DOCUMENTS = EnumSet.of(Topic.INVOICES, Topic.BILLS, Topic.QUOTES, Topic.ORDERS);

    private final Set<Topic> topics;
    private final Set<Topic> allowed = EnumSet.noneOf(Topic.class);
    private final Set<Topic> evidence = EnumSet.noneOf(Topic.class);
    private final Set<Topic> required = EnumSet.noneOf(Topic.class);
    /** The first letters of the measure's own words, where no topic knows it. */
    private final List<String> stems;

    private Measure(String measure, String subject) {
        this.topics = Topic.in(measure);
        for (Topic topic : topics) {
            allowed.add(topic);
            allowed.addAll(topic.companions());
            if (!topic.neutral()) {
                evidence.addAll(topic.evidence());
            }
            if (topic.marked()) {
                required.add(topic);
            }
        }
        if (topics.containsAll(EnumSet.of(Topic.COST_OF_SALES, Topic.EXPENSES))) {
            required.add(Topic.COST_OF_SALES);
        }
        if (topics.contains(Topic.GST)) {
            sides();
        }
        if (subject.startsWith("all ") || subject.startsWith("the ")) {
            Topic.in(subject).forEach(topic -> {
                Topic rival = RIVAL.get(topic);
                if (rival != null && !topics.contains(rival)) {
                    allowed.add(topic);
                    allowed.remove(rival);
                    allowed.remove(topic == Topic.CUSTOMERS ? Topic.PAYABLE : Topic.RECEIVABLE);
                    allowed.remove(topic == Topic.CUSTOMERS ? Topic.BILLS : Topic.INVOICES);
                }
            });
            allowed.addAll(topics);
        }
        if (!Collections.disjoint(topics, EnumSet.of(Topic.PAYG, Topic.SUPER, Topic.WAGES))) {
            // Whether it is paid yet says nothing of what it is.
            evidence.removeAll(EnumSet.of(Topic.OPEN, Topic.PAID));
        }
        if (DOCUMENTS.stream().filter(topics::contains).count() == 1) {
            DOCUMENTS.stream().filter(topic -> !topics.contains(topic)).forEach(allowed::remove);
        }
        if (topics.contains(Topic.CREDIT_NOTES)) {
            allowed.addAll(EnumSet.of(Topic.INVOICES, Topic.BILLS));
        }
        if (topics.contains(Topic.CHANGE)) {
            evidence.add(Topic.CHANGE);
        }
        if (topics.contains(Topic.DUE_DATE)) {
            evidence.addAll(Topic.DUE_DATE.evidence());
        }
        if (topics.contains(Topic.STATEMENT)) {
            evidence.add(Topic.STATEMENT);
        }
        if (topics.contains(Topic.SHARE)) {
            evidence.add(Topic.SHARE);
        }
        this.stems = evidence.isEmpty() ? stems(measure) : List.of();
    }

    static Measure of(String measure, String subject) {
        return new Measure(measure, subject);
    }

    /** GST has two sides, and what is left of them. */
    private void sides() {
        if (topics.contains(Topic.SALES)) {
            required.add(Topic.SALES);
            allowed.add(Topic.COLLECTED);
            allowed.add(Topic.CUSTOMERS);
        } else if (topics.contains(Topic.PURCHASES)) {
            required.add(Topic.PURCHASES);
            allowed.add(Topic.PAID);
            allowed.add(Topic.SUPPLIERS);
        } else {
            allowed.add(Topic.PAYABLE);
            allowed.add(Topic.OWED);
            allowed.add(Topic.TO_PAY);
        }
    }

    /** Whether the words say nothing that this is not. */
    boolean allows(Set<Topic> said) {
        return said.stream()
                .allMatch(topic -> topic.neutral() && !topic.marked()
                        || topic == Topic.CHANGE
                        || allowed.contains(topic)
                        || stems.stream().anyMatch(stem -> !stem.isEmpty() && topicHas(topic, stem)));
    }

    private static boolean topicHas(Topic topic, String stem) {
        return Topic.in(stem).contains(topic);
    }

    /**
     * Whether the words say each thing that must be said of it.
     *
     * @param document it is one document's, whose state need not be told with each of its figures
     */
    boolean isSaidBy(Set<Topic> said, boolean document) {
        return required.stream()
                .allMatch(topic -> said.contains(topic)
                        || document && topic.isState()
                        || topic == Topic.SALES && said.contains(Topic.COLLECTED));
    }

    /** Whether the words name it at all. */
    boolean isNamedBy(Set<Topic> said, String text) {
        // "Eleven open invoices worth…"
        boolean open = topics.contains(Topic.RECEIVABLE) && said.containsAll(EnumSet.of(Topic.OPEN, Topic.INVOICES));
        return open || evidence.stream().anyMatch(said::contains) || !stems.isEmpty() && ownWords(text);
    }

    /** Whether where the words name it, what stands before makes something else of it. */
    boolean isLedAway(String text, String measure) {
        List<Integer> starts = evidence.stream()
                .filter(topics::contains)
                .flatMap(topic -> topic.starts(text).stream())
                .toList();
        return !starts.isEmpty()
                && starts.stream().allMatch(start -> Twist.leadsAway(text.substring(0, start), measure));
    }

    boolean isKnown() {
        return !evidence.isEmpty();
    }

    boolean is(Topic topic) {
        return topics.contains(topic);
    }

    /** Whether no topic knows it and the text has all of its words but for ordinary ones. */
    boolean isInOwnWords(String text) {
        return evidence.isEmpty() && !stems.isEmpty() && stems(text).containsAll(stems);
    }

    private boolean ownWords(String text) {
        List<String> theirs = stems(text);
        long found = stems.stream().filter(theirs::contains).count();
        return found * 2 >= stems.size();
    }

    private static List<String> stems(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(word -> !PlainWords.has(word))
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .distinct()
                .toList();
    }

    /** The measures of a book, each read once. */
    static final class Known {
        private final Map<String, Measure> read;

        /** @param read those that were read before */
        Known(Map<String, Measure> read) {
            this.read = read;
        }

        Measure of(Fact fact) {
            boolean general = Names.isGeneral(fact.subject());
            String key = fact.measure() + "\n" + (general ? fact.subject() : "");
            return read.computeIfAbsent(key, _ -> Measure.of(fact.measure(), general ? fact.subject() : ""));
        }
    }
}
