package au.pip.assistant.conversation;

import au.pip.ledger.Fact;
import au.pip.ledger.Formula;
import au.pip.ledger.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets of facts in which each derived one has what it was worked out of. */
final class Facts {
    /** Records that a fact of earlier turns still names; how many there were stays told. */
    private static final int RECORDS = 3;

    private Facts() {}

    static Map<String, Fact> byId(List<Fact> facts) {
        Map<String, Fact> byId = new LinkedHashMap<>();
        facts.forEach(fact -> byId.put(fact.id(), fact));
        return byId;
    }

    /** Those that can be shown whole: what they were worked out of is there too. An input always comes first. */
    static List<Fact> whole(List<Fact> facts) {
        Map<String, Fact> whole = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (inputs(fact).stream().allMatch(whole::containsKey)) {
                whole.put(fact.id(), fact);
            }
        }
        return List.copyOf(whole.values());
    }

    /** The fact and all it was worked out of; empty when something of it is not known, or it is more than {@code most}. */
    static Optional<List<Fact>> withInputs(String id, Map<String, Fact> known, int most) {
        Map<String, Fact> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            Fact fact = known.get(next);
            if (fact == null || found.size() == most && !found.containsKey(next)) {
                return Optional.empty();
            }
            if (found.put(next, fact) == null) {
                open.addAll(inputs(fact));
            }
        }
        return Optional.of(new ArrayList<>(found.values()));
    }

    static List<String> inputs(Fact fact) {
        Formula formula = fact.formula();
        return formula == null ? List.of() : formula.inputs();
    }

    /** The fact with the first few of its records named. */
    static Fact slim(Fact fact) {
        Source source = fact.source();
        if (source.recordIds().size() <= RECORDS) {
            return fact;
        }
        return new Fact(
                fact.id(),
                fact.measure(),
                fact.subject(),
                fact.period(),
                fact.basis(),
                fact.value(),
                new Source(
                        source.organisation(),
                        source.endpoint(),
                        source.recordIds().subList(0, RECORDS),
                        source.records(),
                        source.link(),
                        source.fetchedAt(),
                        source.digest()),
                fact.formula());
    }
}
