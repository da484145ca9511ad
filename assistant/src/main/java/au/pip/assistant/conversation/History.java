package au.pip.assistant.conversation;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.PieceView;
import au.pip.assistant.Entry;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Fact;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A conversation as the model sees it: earlier turns cut to what fits, the facts they cited, the new question. */
final class History {
    /** Earlier entries that are looked at. */
    static final int ENTRIES = 40;
    /** About 6,000 tokens: room for the rest even in a window of 16,000. */
    private static final int CHARACTERS = 24_000;

    private static final int FACTS = 40;

    private final List<Entry> entries;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Set<String> cited = new LinkedHashSet<>();
    private int shown;

    /** @param entries the latest entries, oldest first, without the new question */
    History(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry entry : entries) {
            if (entry.kind() == Entry.Kind.ANSWER) {
                Answer answer = Codec.readAnswer(entry.detail());
                answer.facts().forEach(fact -> facts.put(fact.id(), fact));
                answer.pieces().forEach(this::cite);
            }
        }
    }

    List<Fact> facts() {
        return List.copyOf(facts.values());
    }

    /** The highest number of a fact's id that a person may have seen: also of an answer whose facts were never stored. */
    int taken() {
        return shown;
    }

    List<String> questions() {
        return entries.stream()
                .filter(entry -> entry.kind() == Entry.Kind.QUESTION)
                .map(Entry::text)
                .toList();
    }

    List<Message> messages(String system, String question) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.system(system));
        entries.subList(firstThatFits(), entries.size()).forEach(entry -> messages.add(message(entry)));
        List<Part> parts = new ArrayList<>();
        if (!cited.isEmpty()) {
            parts.add(Part.Text.of(citedFacts()));
        }
        parts.add(Part.Text.of(question));
        messages.add(new Message(Role.USER, parts));
        return messages;
    }

    private static Message message(Entry entry) {
        return switch (entry.kind()) {
            case QUESTION -> Message.user(entry.text());
            case ANSWER -> Message.assistant(entry.text().isBlank() ? "(no answer was given)" : entry.text());
        };
    }

    /** The first question from which on all turns fit. */
    private int firstThatFits() {
        int characters = 0;
        int first = entries.size();
        for (int index = entries.size() - 1; index >= 0; index--) {
            characters += entries.get(index).text().length();
            if (characters > CHARACTERS) {
                break;
            }
            if (entries.get(index).kind() == Entry.Kind.QUESTION) {
                first = index;
            }
        }
        return first;
    }

    private String citedFacts() {
        StringBuilder text = new StringBuilder("Facts quoted earlier in this conversation, usable by id:\n");
        cited.stream().skip(Math.max(0, cited.size() - FACTS)).forEach(id -> {
            Fact fact = facts.get(id);
            if (fact != null) {
                text.append(FactTable.row(fact)).append("\n");
            }
        });
        return text.toString();
    }

    private static int number(String id) {
        return id.matches("F\\d{1,9}") ? Integer.parseInt(id.substring(1)) : 0;
    }

    private void cite(PieceView piece) {
        FigureView figure = piece.figure();
        if (figure != null) {
            figure.facts().forEach(fact -> shown = Math.max(shown, number(fact.id())));
            figure.facts().stream().map(FactView::id).limit(1).forEach(id -> {
                cited.remove(id);
                cited.add(id);
            });
        }
    }
}
