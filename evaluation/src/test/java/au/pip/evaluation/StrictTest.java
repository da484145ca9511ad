package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure that cannot be verified, where it is to be withheld and where not. */
class StrictTest {
    @Test
    void showsAndStoresNoUnverifiedFigureOfAStrictAnswer(@TempDir Path folder) {
        String answer = "It comes to $888.25, and you have eleven thousand dollars of your own $777.";
        try (Talk talk = new Talk(folder, Talk.says(answer, answer))) {
            String strict = send(talk, true);
            var events = talk.events(strict);
            assertThat(talk.view(strict).answer())
                    .isEqualTo("It comes to [not verified], and you have [not verified] of your own $777.");
            assertThat(events.toString()).contains("[not verified]").doesNotContain("888", "eleven thousand");
            String usual = send(talk, null);
            talk.events(usual);
            assertThat(talk.view(usual).answer()).isEqualTo(answer);
        }
    }

    private static String send(Talk talk, Boolean strict) {
        return talk.conversations.send(
                AccountId.LOCAL, talk.conversation, UUID.randomUUID().toString(), "Can I afford $777?", strict);
    }
}
