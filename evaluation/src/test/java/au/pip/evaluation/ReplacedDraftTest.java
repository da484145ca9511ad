package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.AccountId;
import au.pip.assistant.conversation.ConversationException.NotReplaceable;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.Outcome;
import au.pip.assistant.xero.DraftOutcome;
import au.pip.assistant.xero.ProposedDraft;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A question that led to a draft, asked again. */
@Timeout(60)
class ReplacedDraftTest {
    private static final AccountId ME = AccountId.LOCAL;

    @TempDir
    Path folder;

    private static Step draft(String name) {
        return new Step.Call(List.of(Map.entry("draft_contact", Map.of("name", name))));
    }

    private static DraftingPip pip(Path folder, ScriptedModel model) {
        return new DraftingPip(folder, model);
    }

    private static ScriptedModel model(Step... steps) {
        return new ScriptedModel(List.of(steps), Duration.ZERO);
    }

    private static String replace(DraftingPip pip, Conversations conversations, String conversation, String text)
            throws InterruptedException {
        String question = pip.stores.entries().latest(ME, conversation, 10).stream()
                .filter(entry -> entry.text().startsWith("Add"))
                .toList()
                .getLast()
                .id();
        String run = conversations
                .replace(ME, conversation, UUID.randomUUID().toString(), text, question)
                .runId();
        assertThat(conversations.drain(Duration.ofSeconds(30))).isTrue();
        return run;
    }

    private static String approval(DraftingPip pip, String run) {
        return String.valueOf(pip.conversations.view(ME, run).approvalId());
    }

    private static void tell(DraftingPip pip, String conversation, String approval, String result, String message)
            throws InterruptedException {
        pip.rest(pip.conversations
                .goOn(ME, conversation, new Outcome(approval, result, message, List.of(), null))
                .runId());
    }

    private static DraftOutcome make(DraftingPip pip, String approval) {
        ProposedDraft proposed = pip.drafts.proposed(ME, approval).orElseThrow();
        return pip.drafts.make(ME, approval, proposed.connectionId(), proposed.draft());
    }

    @Test
    void waitsForThePersonsWordAndForgetsWhatTheyDeclined() throws InterruptedException {
        ScriptedModel model = model(
                draft("Hill Stone"), new Step.Say("As you like."), draft("Bay Stone"), new Step.Say("There it is."));
        try (DraftingPip pip = pip(folder, model)) {
            String conversation = pip.conversation();
            String first = approval(pip, pip.ask(conversation, "Add a contact Hill Stone"));
            assertThatExceptionOfType(NotReplaceable.class)
                    .isThrownBy(() -> replace(pip, pip.conversations, conversation, "Add a contact Bay Stone"))
                    .withMessageContaining("Approve or decline it first");

            assertThat(pip.drafts.decline(ME, first)).isTrue();
            tell(pip, conversation, first, "declined", "You said no to it.");
            String second = approval(pip, replace(pip, pip.conversations, conversation, "Add a contact Bay Stone"));
            assertThat(model.asked().get(2).toString())
                    .contains("Add a contact Bay Stone")
                    .doesNotContain("Hill Stone", "said no", "As you like");

            assertThat(make(pip, second)).isInstanceOf(DraftOutcome.Made.class);
            tell(pip, conversation, second, "made", "Bay Stone is in Xero.");
            assertThat(model.asked().get(3).toString())
                    .contains("Bay Stone is in Xero.")
                    .doesNotContain("Hill Stone");
            assertThat(pip.pretend.server.writes()).isEqualTo(1);
        }
    }

    @Test
    void doesNothingTwiceOnceADraftWasApproved() throws InterruptedException {
        ScriptedModel model = model(draft("Hill Stone"), new Step.Say("There it is."), new Step.Say("It is there."));
        try (DraftingPip pip = pip(folder, model)) {
            String conversation = pip.conversation();
            String approval = approval(pip, pip.ask(conversation, "Add a contact Hill Stone"));
            assertThat(make(pip, approval)).isInstanceOf(DraftOutcome.Made.class);
            // What became of it is not told yet.
            assertRefused(pip, conversation);
            tell(pip, conversation, approval, "made", "Hill Stone is in Xero.");
            assertRefused(pip, conversation);

            pip.ask(conversation, "Is it?");
            assertThat(model.asked()).hasSize(3);
            assertThat(model.asked().getLast().toString()).contains("Hill Stone is in Xero.");
            assertThat(pip.pretend.server.writes()).isEqualTo(1);
        }
    }

    @Test
    void keepsAQuestionAfterWhichADraftWasMade() throws InterruptedException {
        ScriptedModel model = model(draft("Hill Stone"), new Step.Say("Fine."), new Step.Say("There it is."));
        try (DraftingPip pip = pip(folder, model)) {
            String conversation = pip.conversation();
            String approval = approval(pip, pip.ask(conversation, "Add a contact Hill Stone"));
            pip.ask(conversation, "Add nothing else");
            assertThat(make(pip, approval)).isInstanceOf(DraftOutcome.Made.class);
            tell(pip, conversation, approval, "made", "Hill Stone is in Xero.");
            assertRefused(pip, conversation);
        }
    }

    private static void assertRefused(DraftingPip pip, String conversation) {
        assertThatExceptionOfType(NotReplaceable.class)
                .isThrownBy(() -> replace(pip, pip.conversations, conversation, "Add a contact Hill Stone"))
                .withMessageContaining("stays there")
                .withMessageContaining("Say in a new message");
    }

    @Test
    void asksAgainOnceADraftHasExpired() throws InterruptedException {
        ScriptedModel model = model(draft("Hill Stone"), draft("Hill Stone"));
        try (DraftingPip pip = pip(folder, model)) {
            String conversation = pip.conversation();
            String first = approval(pip, pip.ask(conversation, "Add a contact Hill Stone"));
            Conversations later = pip.at(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6)));
            String run = replace(pip, later, conversation, "Add a contact Hill Stone");
            assertThat(later.view(ME, run).state()).isEqualTo("waiting");
            assertThat(approval(pip, run)).isNotEqualTo(first);
            assertThat(model.asked().getLast().toString()).doesNotContain("put to the person");
        }
    }
}
