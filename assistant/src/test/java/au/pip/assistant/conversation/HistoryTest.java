package au.pip.assistant.conversation;

import static au.pip.assistant.conversation.Turns.fact;
import static au.pip.assistant.conversation.Turns.figure;
import static au.pip.assistant.conversation.Turns.owed;
import static au.pip.assistant.conversation.Turns.text;
import static au.pip.assistant.conversation.Turns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.grounding.Grounding;
import au.pip.ledger.grounding.Piece;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Recap RECAP = Folding.fold(Recap.NONE, List.of(owed(1, 1_234)), List.of());

    private static List<Piece> ground(History history, String answer) {
        FactBook book = new FactBook(history.facts(), history.taken());
        Grounding grounding = new Grounding(book, history.questions());
        List<Piece> pieces = new ArrayList<>(grounding.accept(answer));
        pieces.addAll(grounding.finish());
        return pieces;
    }

    private static Piece.Figure figureOf(List<Piece> pieces) {
        return pieces.stream()
                .filter(Piece.Figure.class::isInstance)
                .map(Piece.Figure.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void groundsWhatIsQuotedFromTheRecap() {
        History history = new History(RECAP, List.of(owed(2, 9)));
        assertThat(figureOf(ground(history, "At the start it was {F1}.")).status())
                .isEqualTo(Piece.Status.VERIFIED);
        assertThat(figureOf(ground(history, "At the start it was $1,234.00.")).status())
                .isEqualTo(Piece.Status.VERIFIED);
        assertThat(figureOf(ground(history, "At the start it was $4,321.00.")).status())
                .isEqualTo(Piece.Status.UNVERIFIED);
    }

    @Test
    void putsTheRecapBeforeTheFirstQuestionInThePersonsName() {
        List<Message> messages = new History(RECAP, List.of(owed(2, 9))).messages("system", "And now?");
        assertThat(messages)
                .extracting(Message::role)
                .containsExactly(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.USER);
        assertThat(messages.getFirst().text()).isEqualTo("system");
        assertThat(texts(messages.get(1))).containsExactly(RECAP.text(), "Who owes me money?");
        assertThat(texts(messages.get(3)))
                .containsExactly(
                        "Facts quoted earlier in this conversation, usable by id (empty: as above):\n"
                                + "F2 | owed to you | all customers | 23 Nov 2026 | $9.00\n",
                        "And now?");
    }

    @Test
    void beginsTheSameWhileTurnsAreAdded() {
        List<Message> fewer = new History(RECAP, List.of(owed(2, 9))).messages("system", "And now?");
        List<Message> more = new History(RECAP, List.of(owed(2, 9), owed(3, 8))).messages("system", "And then?");
        assertThat(more.subList(0, 3)).isEqualTo(fewer.subList(0, 3));
    }

    @Test
    void putsTheRecapBeforeTheNewQuestionWhenNoTurnFits() {
        List<Message> messages = new History(RECAP, List.of()).messages("system", "And now?");
        assertThat(texts(messages.getLast())).containsExactly(RECAP.text(), "And now?");
    }

    @Test
    void givesNoIdAgain() {
        Fact lost = fact(30, "owed to you", "all customers", 77);
        History history = new History(RECAP, List.of(turn("Who?", List.of(), text("You're owed "), figure(lost))));
        assertThat(history.taken()).isEqualTo(30);
        assertThat(new History(Folding.fold(RECAP, history.turns(), List.of()), List.of()).taken())
                .isEqualTo(30);
    }

    @Test
    void leavesOutAFactWhoseInputsAreGone() {
        Fact half = fact(5, "half", "the business", 1, new Formula.Difference("F3", "F4"));
        History history = new History(RECAP, List.of(turn("Half?", List.of(half), text("It's "), figure(half))));
        assertThat(history.facts()).extracting(Fact::id).containsExactly("F1");
        assertThat(history.messages("system", "And?").getLast().text()).doesNotContain("F5");
        assertThat(figureOf(ground(history, "It's {F5}.")).status()).isEqualTo(Piece.Status.UNVERIFIED);
    }

    private static List<String> texts(Message message) {
        return message.parts().stream().map(part -> ((Part.Text) part).text()).toList();
    }
}
