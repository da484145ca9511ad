package au.pip.assistant.conversation;

import static au.pip.assistant.conversation.Turns.owed;
import static au.pip.assistant.conversation.Turns.text;
import static au.pip.assistant.conversation.Turns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static List<Turn> turns(int many) {
        List<Turn> turns = new ArrayList<>();
        for (int number = 1; number <= many; number++) {
            turns.add(owed(number, number));
        }
        return turns;
    }

    private static Turn wordy(int characters) {
        return turn("x".repeat(characters), List.of(), text("Yes."));
    }

    @Test
    void holdsTenTurnsAndIsEmptiedByHalf() {
        assertThat(Window.fits(turns(10))).isTrue();
        assertThat(Window.fits(turns(11))).isFalse();
        List<Turn> eleven = turns(11);
        assertThat(Window.leaving(eleven)).isEqualTo(eleven.subList(0, 6));
    }

    @Test
    void isEmptiedByHalfOfItsCharactersToo() {
        List<Turn> turns = List.of(wordy(8_000), wordy(8_000), wordy(8_000), wordy(2_000));
        assertThat(Window.fits(turns)).isFalse();
        assertThat(Window.leaving(turns)).isEqualTo(turns.subList(0, 2));
    }

    @Test
    void keepsTheLastTurnAsLongAsItFits() {
        List<Turn> turns = List.of(wordy(20_000), wordy(20_000));
        assertThat(Window.leaving(turns)).isEqualTo(turns.subList(0, 1));
        assertThat(Window.leaving(List.of(wordy(25_000)))).hasSize(1);
    }
}
