package au.pip.assistant.conversation;

import au.pip.ledger.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes turns out of the window and into the recap. Pure: the same turns give the same recap. */
final class Folding {
    /** Lines: the first turn's, which people come back to, and the latest. */
    static final int LINES = 10;

    static final int FACTS = 24;
    private static final int TOPICS = 6;

    private Folding() {}

    /**
     * @param leaving the window's oldest turns
     * @param staying its other turns, whose facts may have been worked out of older ones
     */
    static Recap fold(Recap recap, List<Turn> leaving, List<Turn> staying) {
        List<RecapLine> lines = new ArrayList<>(recap.lines());
        leaving.forEach(turn -> lines.add(RecapLine.of(turn)));
        int passing = Math.max(0, lines.size() - LINES);
        List<RecapLine> passed = lines.subList(1, 1 + passing);
        List<String> about = topics(recap.about(), passed);
        passed.clear();
        return new Recap(
                recap.next(),
                Math.max(
                        recap.highest(),
                        leaving.stream().mapToInt(Turn::highestFact).max().orElse(0)),
                recap.passed() + passing,
                about,
                lines,
                kept(lines, known(recap, leaving), staying));
    }

    private static List<String> topics(List<String> known, List<RecapLine> passed) {
        Set<String> topics = new LinkedHashSet<>(known);
        for (RecapLine line : passed) {
            String about = line.about();
            if (about != null) {
                topics.remove(about);
                topics.add(about);
            }
        }
        return topics.stream().skip(Math.max(0, topics.size() - TOPICS)).toList();
    }

    private static Map<String, Fact> known(Recap recap, List<Turn> leaving) {
        Map<String, Fact> known = Facts.byId(recap.facts());
        for (Turn turn : leaving) {
            Answer detail = turn.detail();
            if (detail != null) {
                known.putAll(Facts.byId(detail.facts()));
            }
        }
        return known;
    }

    /** As many as may be: first what the staying turns rest on, then what the first line quotes, then the latest. */
    private static List<Fact> kept(List<RecapLine> lines, Map<String, Fact> known, List<Turn> staying) {
        List<String> wanted = new ArrayList<>(restedOn(staying));
        wanted.addAll(lines.getFirst().quoted());
        lines.subList(1, lines.size()).reversed().forEach(line -> wanted.addAll(line.quoted()));
        Map<String, Fact> kept = new LinkedHashMap<>();
        for (String id : wanted) {
            Facts.withInputs(id, known, FACTS).ifPresent(facts -> {
                Map<String, Fact> more = Facts.byId(facts);
                more.keySet().removeAll(kept.keySet());
                if (kept.size() + more.size() <= FACTS) {
                    kept.putAll(more);
                }
            });
        }
        return known.keySet().stream()
                .filter(kept::containsKey)
                .map(known::get)
                .map(Facts::slim)
                .toList();
    }

    /** The facts of older turns that these turns quote or have worked out further. */
    private static List<String> restedOn(List<Turn> staying) {
        Set<String> own = new LinkedHashSet<>();
        Set<String> used = new LinkedHashSet<>();
        for (Turn turn : staying) {
            Answer detail = turn.detail();
            if (detail != null) {
                detail.facts().forEach(fact -> {
                    own.add(fact.id());
                    used.addAll(Facts.inputs(fact));
                });
            }
            turn.figures()
                    .filter(figure -> !figure.facts().isEmpty())
                    .forEach(figure -> used.add(figure.facts().getFirst().id()));
        }
        used.removeAll(own);
        return List.copyOf(used);
    }
}
