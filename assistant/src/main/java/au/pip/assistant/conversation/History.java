package au.pip.assistant.conversation;

import au.pip.api.FigureView;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Fact;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A conversation as the model sees it: a recap of its beginning, the latest turns word for word, the facts these cited,
 * the new question.
 *
 * @param turns without the new question
 */
record History(Recap recap, List<Turn> turns) {
    private static final int CITED = 40;
    private static final int LATEST = 3;

    History {
        turns = List.copyOf(turns);
    }

    /** What earlier answers found, as far as it is still known, each with what it was worked out of. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(recap.facts());
        for (Turn turn : turns) {
            Answer detail = turn.detail();
            if (detail != null) {
                facts.addAll(detail.facts());
            }
        }
        return Facts.whole(facts);
    }

    /** The highest number of a fact's id that was ever given out: no later fact has it. */
    int taken() {
        return Math.max(
                recap.highest(),
                turns.stream().mapToInt(Turn::highestFact).max().orElse(0));
    }

    List<String> questions() {
        return Stream.concat(
                        recap.asked().stream(),
                        turns.stream()
                                .filter(turn -> !turn.isTold())
                                .map(turn -> turn.question().text()))
                .toList();
    }

    /** The recap is said by the person, never by the system: it holds text from the books. */
    List<Message> messages(String system, String question) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.system(system));
        List<Part> before = new ArrayList<>();
        if (!recap.isEmpty()) {
            before.add(Part.Text.of(recap.text()));
        }
        for (Turn turn : turns) {
            messages.add(said(before, turn.asked()));
            before.clear();
            messages.add(Message.assistant(turn.answered()));
        }
        String cited = citedFacts();
        if (!cited.isEmpty()) {
            before.add(Part.Text.of(cited));
        }
        messages.add(said(before, question));
        return messages;
    }

    /** Whether the latest answer asked the person something, so that what they say now goes on from before. */
    boolean asksBack() {
        return !turns.isEmpty() && turns.getLast().answered().endsWith("?");
    }

    /** What the person asked lately, the latest last. */
    List<String> latestQuestions() {
        List<String> all = questions();
        return all.subList(Math.max(0, all.size() - LATEST), all.size());
    }

    /** What the latest answer found out about the draft that it proposed. */
    List<Fact> proposed() {
        Answer detail = turns.isEmpty() ? null : turns.getLast().detail();
        return detail == null || detail.approvalId() == null
                ? List.of()
                : detail.facts().stream()
                        .filter(fact -> fact.measure().startsWith("draft "))
                        .toList();
    }

    private static Message said(List<Part> before, String question) {
        List<Part> parts = new ArrayList<>(before);
        parts.add(Part.Text.of(question));
        return new Message(Role.USER, parts);
    }

    private String citedFacts() {
        Map<String, Fact> known = Facts.byId(facts());
        List<Fact> cited =
                cited().stream().filter(known::containsKey).map(known::get).toList();
        if (cited.isEmpty()) {
            return "";
        }
        List<Fact> latest = cited.subList(Math.max(0, cited.size() - CITED), cited.size());
        return FactTable.usable("Facts quoted earlier in this conversation", latest);
    }

    /** The facts that the window's figures stand for, the one cited last at the end. */
    private Set<String> cited() {
        Set<String> cited = new LinkedHashSet<>();
        for (Turn turn : turns) {
            for (FigureView figure : turn.figures().toList()) {
                if (!figure.facts().isEmpty()) {
                    String id = figure.facts().getFirst().id();
                    cited.remove(id);
                    cited.add(id);
                }
            }
        }
        return cited;
    }
}
