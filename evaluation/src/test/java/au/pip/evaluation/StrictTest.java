package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.conversation.Outcome;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A figure that cannot be verified, where it is to be withheld and where not. */
@Timeout(60)
class StrictTest {
    private static final AccountId ME = AccountId.LOCAL;
    private static final String CLAIM = "It comes to $888.25.";
    private static final String WITHHELD = "It comes to [not verified].";

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
                ME, talk.conversation, UUID.randomUUID().toString(), "Can I afford $777?", strict);
    }

    private static Step draft(String name) {
        return new Step.Call(List.of(Map.entry("draft_contact", Map.of("name", name))));
    }

    /** What goes on from the draft of a run that waits. */
    private static String goOn(DraftingPip pip, String conversation, String run) throws InterruptedException {
        String approval = String.valueOf(pip.conversations.view(ME, run).approvalId());
        Outcome outcome = new Outcome(approval, "declined", "You said no to it.", List.of(), null);
        return pip.rest(pip.conversations.goOn(ME, conversation, outcome).runId());
    }

    @Test
    void staysStrictAcrossDraftsHoweverMuchIsSaidBeforeThem(@TempDir Path folder) throws InterruptedException {
        List<Step> plan = new ArrayList<>(List.of(draft("Hill Stone")));
        plan.addAll(Collections.nCopies(51, new Step.Say("Fine.")));
        plan.addAll(List.of(draft("Bay Stone"), new Step.Say(CLAIM), new Step.Say("Fine.")));
        ScriptedModel model = new ScriptedModel(plan, Duration.ZERO);
        try (DraftingPip pip = new DraftingPip(folder, model)) {
            String conversation = pip.conversation();
            String asked = pip.rest(pip.conversations.send(
                    ME, conversation, UUID.randomUUID().toString(), "Add a contact Hill Stone", true));
            for (int turn = 0; turn < 51; turn++) {
                pip.ask(conversation, "Well?");
            }
            String first = goOn(pip, conversation, asked);
            String second = goOn(pip, conversation, first);

            assertThat(pip.conversations.view(ME, second).answer()).isEqualTo(WITHHELD);
            assertThat(pip.stores.events().after(ME, second, 0, 1000).toString())
                    .doesNotContain("888.25");
            assertThat(pip.stores.entries().latest(ME, conversation, 100).toString())
                    .contains(WITHHELD)
                    .doesNotContain("888.25");
        }
    }

    @Test
    void keepsTheWishOfAQuestionThatIsReplaced(@TempDir Path folder) {
        try (Talk talk = new Talk(folder, Talk.says(CLAIM, CLAIM, CLAIM))) {
            String question = UUID.randomUUID().toString();
            talk.events(talk.conversations.send(ME, talk.conversation, question, "How much?", true));
            String again = replace(talk, question, null, WITHHELD);
            String usual = replace(talk, again, false, CLAIM);
            assertThat(usual).isNotEqualTo(again);
        }
    }

    /** The question that is there now. */
    private static String replace(Talk talk, String question, Boolean strict, String answer) {
        String id = UUID.randomUUID().toString();
        var accepted = talk.conversations.replace(ME, talk.conversation, id, "How much then?", question, strict);
        talk.events(accepted.runId());
        assertThat(talk.view(accepted.runId()).answer()).isEqualTo(answer);
        assertThat(talk.conversations.replace(ME, talk.conversation, id, "How much then?", question, strict))
                .as("the same message again")
                .isEqualTo(accepted);
        return accepted.messageId();
    }

    @Test
    void givesNoModelAndNoSearchWhatWasWithheld(@TempDir Path folder) {
        List<String> plan = new ArrayList<>(List.of(CLAIM));
        plan.addAll(Collections.nCopies(24, "And so it goes on."));
        ScriptedModel model = Talk.says(plan.toArray(String[]::new));
        try (Talk talk = new Talk(folder, model)) {
            talk.events(send(talk, true));
            for (int turn = 0; turn < 24; turn++) {
                talk.events(talk.send("And then?"));
            }

            assertThat(model.asked().get(1).toString()).contains(WITHHELD);
            assertThat(model.asked().getLast().get(1).text())
                    .as("the recap")
                    .contains("answered: It comes to (a figure without a source).");
            assertThat(model.asked().toString()).doesNotContain("888.25");
            assertThat(talk.conversations.search(ME, "888", null, 10).items()).isEmpty();
            assertThat(talk.conversations.search(ME, "verified", null, 10).items())
                    .singleElement()
                    .satisfies(found -> assertThat(found.toString()).doesNotContain("888.25"));
        }
    }
}
