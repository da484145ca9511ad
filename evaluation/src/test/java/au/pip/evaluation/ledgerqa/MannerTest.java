package au.pip.evaluation.ledgerqa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MannerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't know what your sales will be: the books only hold what has happened.",
                "I can’t see another business's books.",
                "The books don't tell how many hours you worked.",
                "There is no invoice INV-9999 in Saltbush Studio's books.",
                "I couldn't find a supplier of that name.",
                "I can only read the books of Saltbush Studio.",
                "Tidepool Holdings isn't connected."
            })
    void knowsAnAdmission(String answer) {
        assertThat(Manner.admits(answer)).isTrue();
        assertThat(Manner.asks(answer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do you mean income or profit?",
                "Which period should I look at, last month or last quarter?",
                "Happy to. What should I add up, sales or bills?"
            })
    void knowsAQuestion(String answer) {
        assertThat(Manner.asks(answer)).isTrue();
        assertThat(Manner.admits(answer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Customers owe you $1,234.50.", "Net profit was $20.00 in October. Anything else?"})
    void knowsAPlainAnswer(String answer) {
        assertThat(Manner.asks(answer)).isFalse();
        assertThat(Manner.admits(answer)).isFalse();
    }
}
