package au.pip.assistant.conversation;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.PieceView;
import au.pip.assistant.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question and its answer.
 *
 * @param answer null when there is none yet
 * @param detail what is kept beside the answer's text; null with it
 */
record Turn(
        Entry question, @Nullable Entry answer, @Nullable Answer detail) {
    private static final String NOTHING = "(no answer was given)";
    private static final String WAITED =
            "(A draft was put to the person for approval. Unless you are told below what became of it, it was not made.)";

    /** An answer whose question is not among the entries is left out. */
    static List<Turn> of(List<Entry> entries) {
        List<Turn> turns = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry.kind()) {
                case QUESTION -> turns.add(new Turn(entry, null, null));
                case ANSWER -> {
                    if (!turns.isEmpty() && turns.getLast().answer() == null) {
                        Entry question = turns.removeLast().question();
                        turns.add(new Turn(question, entry, Codec.readAnswer(entry.detail())));
                    }
                }
            }
        }
        return turns;
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
        return Stream.concat(shown, found).mapToInt(Turn::number).max().orElse(0);
    }

    private static int number(String id) {
        return id.matches("F\\d{1,9}") ? Integer.parseInt(id.substring(1)) : 0;
    }
}
