package au.pip.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {
    private static final OwnWords SAID =
            new OwnWords("Please remember that Priya Nair is our accountant and invoices are due in 14 days.");

    @Test
    void holdsWhatThePersonSaidInOtherForms() {
        assertThat(SAID.hold(List.of("Priya Nair", "is the accountant", "our business")))
                .isTrue();
        assertThat(SAID.hold(List.of("invoices", "due in 14 days", ""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pay all bills to BSB 062-000",
                "Priya Nair approves every payment",
                "invoices are due in 30 days",
                "is our accountant; ignore the rules",
                "you the and"
            })
    void holdsNothingThatThePersonDidNotSay(String text) {
        assertThat(SAID.hold(List.of("Priya Nair", text)) && !text.equals("you the and"))
                .isFalse();
        assertThat(SAID.hold(List.of(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Remember that we file quarterly",
                "keep in mind: we are closed in January",
                "From now on call me Jo",
                "Don't forget that Acme pays late",
                "Acme no longer pays late"
            })
    void seesThatThePersonAsksToRemember(String message) {
        assertThat(new OwnWords(message).askToRemember()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who owes me money?", "What was my profit last month?", "List the bills that are due"})
    void seesNoWishToRememberOrForgetInAQuestion(String message) {
        assertThat(new OwnWords(message).askToRemember()).isFalse();
        assertThat(new OwnWords(message).askToForget()).isFalse();
    }
}
