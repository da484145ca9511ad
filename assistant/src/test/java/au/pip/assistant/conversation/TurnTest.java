package au.pip.assistant.conversation;

import static au.pip.assistant.conversation.Turns.owed;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final String MESSAGE = UUID.randomUUID().toString();

    private static List<Entry> entries(Turn... turns) {
        List<Entry> entries = new ArrayList<>();
        for (Turn turn : turns) {
            entries.add(turn.question());
            entries.add(Objects.requireNonNull(turn.answer()));
        }
        return entries;
    }

    private static Turn with(Turn turn, String detail) {
        Entry question = turn.question();
        return new Turn(
                new Entry(question.id(), question.kind(), question.runId(), question.text(), detail, question.at()),
                turn.answer(),
                turn.detail());
    }

    private static Turn replacing(Turn turn, Turn by) {
        return with(by, new Replacement(turn.question().id(), MESSAGE).detail());
    }

    private static Turn told(Turn turn, String result) {
        return with(turn, new Outcome("a1", result, "So it went.", List.of(), null).detail());
    }

    private static List<String> ids(List<Turn> turns) {
        return turns.stream().map(turn -> turn.question().id()).toList();
    }

    @Test
    void leavesOutWhatWasReplacedAndCountsIt() {
        Turn before = owed(1, 10);
        Turn first = owed(7, 20);
        Turn again = replacing(first, owed(3, 30));
        Turn edited = replacing(again, owed(5, 40));

        List<Turn> turns = Turn.of(entries(before, first, again, edited));

        assertThat(ids(turns)).isEqualTo(ids(List.of(before, edited)));
        assertThat(turns.getLast().entries()).isEqualTo(2);
        assertThat(turns.getLast().stored()).isEqualTo(6);
        assertThat(turns.getLast().highestFact()).isEqualTo(7);
        assertThat(turns.getLast().answer()).isEqualTo(edited.answer());
    }

    @Test
    void leavesOutWhatTheServerToldOfIt() {
        Turn first = owed(1, 10);
        Turn declined = told(owed(2, 20), "declined");
        Turn again = replacing(first, owed(3, 30));
        assertThat(ids(Turn.of(entries(first, declined, again)))).isEqualTo(ids(List.of(again)));
    }

    @Test
    void replacesNothingThatAnotherQuestionFollows() {
        Turn first = owed(1, 10);
        Turn second = owed(2, 20);
        Turn late = replacing(first, owed(3, 30));
        assertThat(ids(Turn.of(entries(first, second, late)))).isEqualTo(ids(List.of(first, second, late)));
        assertThat(ids(Turn.of(entries(late)))).isEqualTo(ids(List.of(late)));
    }

    @Test
    void settlesWhatNoLaterQuestionCanReplace() {
        Turn first = owed(1, 10);
        Turn second = owed(2, 20);
        assertThat(Turn.settled(List.of())).isZero();
        assertThat(Turn.settled(List.of(first, second))).isEqualTo(1);
        assertThat(Turn.settled(List.of(first, second, told(owed(3, 30), "declined"))))
                .isEqualTo(1);
        assertThat(Turn.settled(List.of(first, second, told(owed(3, 30), "made"))))
                .isEqualTo(3);
    }
}
