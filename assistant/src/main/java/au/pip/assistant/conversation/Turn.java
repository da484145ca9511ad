package au.pip.assistant.conversation;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.PieceView;
import au.pip.assistant.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question and its answer.
 *
 * @param answer null when there is none yet
 * @param detail what is kept beside the answer's text; null with it
 * @param replaced what the question took the place of
 */
record Turn(
        Entry question, @Nullable Entry answer, @Nullable Answer detail, Replaced replaced) {
    private static final String NOTHING = "(no answer was given)";
    private static final String WAITED =
            "(A draft was put to the person for approval. Unless you are told below what became of it, it was not made.)";

    /**
     * Entries that are stored before a turn and are no part of the conversation any more.
     *
     * @param entries how many
     * @param highestFact the highest number of a fact's id in them
     */
    record Replaced(int entries, int highestFact) {
        static final Replaced NOTHING = new Replaced(0, 0);

        private static Replaced of(List<Turn> turns) {
            return new Replaced(
                    turns.stream().mapToInt(Turn::stored).sum(),
                    turns.stream().mapToInt(Turn::highestFact).max().orElse(0));
        }
    }

    Turn(Entry question, @Nullable Entry answer, @Nullable Answer detail) {
        this(question, answer, detail, Replaced.NOTHING);
    }

    /** The turns that stand. An answer whose question is not among the entries is left out. */
    static List<Turn> of(List<Entry> entries) {
        List<Turn> turns = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry.kind()) {
                case QUESTION -> turns.add(new Turn(entry, null, null, replacedBy(entry, turns)));
                case ANSWER -> {
                    if (!turns.isEmpty() && turns.getLast().answer() == null) {
                        Turn open = turns.removeLast();
                        turns.add(new Turn(open.question(), entry, Codec.readAnswer(entry.detail()), open.replaced()));
                    }
                }
            }
        }
        return turns;
    }

    /**
     * Takes the turns out that a question replaces: that of the latest question, and what the server told after it. One
     * that names an older question, or one that is not there, replaces nothing.
     */
    private static Replaced replacedBy(Entry question, List<Turn> turns) {
        int latest = latestAsked(turns);
        boolean replaces = latest >= 0
                && Replacement.of(question)
                        .map(Replacement::replaces)
                        .equals(Optional.of(turns.get(latest).question().id()));
        if (!replaces) {
            return Replaced.NOTHING;
        }
        List<Turn> taken = turns.subList(latest, turns.size());
        Replaced replaced = Replaced.of(taken);
        taken.clear();
        return replaced;
    }

    /** The place of the latest turn whose question a person typed; -1 when there is none. */
    static int latestAsked(List<Turn> turns) {
        int place = turns.size() - 1;
        while (place >= 0 && turns.get(place).isTold()) {
            place--;
        }
        return place;
    }

    /** How many of the turns, from the first on, no later question can replace. */
    static int settled(List<Turn> turns) {
        int latest = Math.max(0, latestAsked(turns));
        boolean stays = turns.subList(latest, turns.size()).stream()
                .flatMap(turn -> Outcome.of(turn.question()).stream())
                .anyMatch(Outcome::stays);
        return stays ? turns.size() : latest;
    }

    /** Whether the server told it, and no person typed it. */
    boolean isTold() {
        return Outcome.of(question).isPresent();
    }

    /** The question as a model reads it. */
    String asked() {
        return asked(question);
    }

    static String asked(Entry question) {
        return Outcome.of(question).map(Outcome::forModel).orElse(question.text());
    }

    /** The answer as a model reads it. */
    String answered() {
        String text = answer == null ? "" : answer.text().strip();
        if (detail != null && detail.approvalId() != null) {
            return (text + "\n" + WAITED).strip();
        }
        return text.isEmpty() ? NOTHING : text;
    }

    int entries() {
        return answer == null ? 1 : 2;
    }

    /** How many entries are stored for it, those that it replaced among them. */
    int stored() {
        return replaced.entries() + entries();
    }

    int characters() {
        return question.text().length() + (answer == null ? 0 : answer.text().length());
    }

    String lastEntryId() {
        return answer == null ? question.id() : answer.id();
    }

    /** The figures of the answer, in order. */
    Stream<FigureView> figures() {
        return detail == null
                ? Stream.empty()
                : detail.pieces().stream().map(PieceView::figure).filter(Objects::nonNull);
    }

    /** The highest number of a fact's id that a person may have seen: also of an answer whose facts were not stored. */
    int highestFact() {
        Stream<String> shown =
                figures().flatMap(figure -> figure.facts().stream()).map(FactView::id);
        Stream<String> found =
                detail == null ? Stream.empty() : detail.facts().stream().map(fact -> fact.id());
        int own = Stream.concat(shown, found).mapToInt(Turn::number).max().orElse(0);
        return Math.max(own, replaced.highestFact());
    }

    private static int number(String id) {
        return id.matches("F\\d{1,9}") ? Integer.parseInt(id.substring(1)) : 0;
    }
}
