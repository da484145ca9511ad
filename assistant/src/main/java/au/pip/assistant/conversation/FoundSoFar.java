package au.pip.assistant.conversation;

import au.pip.assistant.books.FactTable;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import java.util.List;
import java.util.stream.Collectors;

/** What a run has looked up, in the server's own words: for one whose model may not be asked any more to say it. */
final class FoundSoFar {
    private static final int MOST = 8;

    private FoundSoFar() {}

    /** A model's text, in which facts stand by their ids; empty when nothing was found. */
    static String text(List<Fact> facts) {
        if (facts.isEmpty()) {
            return "";
        }
        String rest = facts.size() > MOST ? "\n- and more, not listed here" : "";
        return facts.stream()
                .limit(MOST)
                .map(FoundSoFar::line)
                .collect(Collectors.joining(
                        "", "\n\nThe model could not go on. What was looked up until then:", rest + "\n"));
    }

    private static String line(Fact fact) {
        Basis basis = fact.basis();
        return "\n- %s, %s, %s%s: {%s}"
                .formatted(
                        FactTable.cell(fact.measure()),
                        FactTable.cell(fact.subject()),
                        fact.period().label(),
                        basis == null ? "" : " (" + basis.word() + ")",
                        fact.id());
    }
}
