package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import au.pip.api.EntryView;
import au.pip.api.FoundView;
import au.pip.api.RunAccepted;
import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.conversation.ConversationException.IdTaken;
import au.pip.assistant.conversation.ConversationException.Invalid;
import au.pip.assistant.conversation.ConversationException.NotFound;
import au.pip.assistant.conversation.ConversationException.NotReplaceable;
import au.pip.assistant.conversation.ConversationException.RunInProgress;
import au.pip.assistant.conversation.EntryViews;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The latest question asked again, or in other words. */
@Timeout(60)
class ReplacingTest {
    private static final AccountId ME = AccountId.LOCAL;
    private static final Step LOOKS = new Step.Call(List.of(Map.entry("receivables", Map.of())));

    @TempDir
    Path folder;

    private final PretendBooks pretend = new PretendBooks();

    @AfterEach
    void close() {
        pretend.close();
    }

    private Talk talk(ScriptedModel model) {
        return new Talk(
                folder,
                model,
                pretend.server.url(),
                pretend.books.organisation().tenantId().toString());
    }

    /** The question's id, once it is answered. */
    private static String say(Talk talk, String text) {
        assertThat(Talk.state(talk.events(talk.send(text)))).isEqualTo("completed");
        return entries(talk).reversed().get(1).id();
    }

    /** The id of the question that took the place, once it is answered. */
    private static String replace(Talk talk, String question, String text) {
        RunAccepted accepted = begin(talk, UUID.randomUUID().toString(), question, text);
        assertThat(Talk.state(talk.events(accepted.runId()))).isEqualTo("completed");
        return accepted.messageId();
    }

    private static RunAccepted begin(Talk talk, String message, String question, String text) {
        return talk.conversations.replace(ME, talk.conversation, message, text, question);
    }

    private static List<Entry> entries(Talk talk) {
        return talk.stores.entries().latest(ME, talk.conversation, 500);
    }

    private static String request(ScriptedModel model, int number) {
        return model.asked().get(number).toString();
    }

    @Test
    void sendsTheModelNothingOfWhatWasReplaced() {
        ScriptedModel model = Talk.says("First.", "Zebra.", "Better.", "Best.", "Next.");
        try (Talk talk = talk(model)) {
            say(talk, "Before?");
            String question = say(talk, "Quokka?");
            String again = replace(talk, question, "Quokka?");
            String edited = replace(talk, again, "Wombat?");
            say(talk, "And then?");

            assertThat(request(model, 2))
                    .contains("Before?", "First.", "Quokka?")
                    .doesNotContain("Zebra");
            assertThat(model.asked().get(2)).hasSize(4);
            assertThat(request(model, 3))
                    .contains("Before?", "First.", "Wombat?")
                    .doesNotContain("Quokka", "Zebra", "Better");
            assertThat(request(model, 4))
                    .contains("First.", "Wombat?", "Best.", "And then?")
                    .doesNotContain("Quokka", "Zebra", "Better");
            assertThat(entries(talk))
                    .extracting(Entry::text)
                    .containsExactly(
                            "Before?",
                            "First.",
                            "Quokka?",
                            "Zebra.",
                            "Quokka?",
                            "Better.",
                            "Wombat?",
                            "Best.",
                            "And then?",
                            "Next.");
            assertThat(entries(talk).stream().map(EntryViews::entry))
                    .filteredOn(entry -> entry.replaces() != null)
                    .extracting(EntryView::id, EntryView::replaces)
                    .containsExactly(tuple(again, question), tuple(edited, again));
        }
    }

    @Test
    void forgetsTheFactsOfWhatWasReplacedAndGivesNoIdAgain() {
        ScriptedModel model = new ScriptedModel(
                List.of(
                        LOOKS,
                        new Step.Say("You're owed {F1}."),
                        LOOKS,
                        new Step.Say("So much."),
                        new Step.Say("{F1}.")),
                Duration.ZERO);
        try (Talk talk = talk(model)) {
            String question = say(talk, "Who owes me money?");
            replace(talk, question, "Who owes me money?");
            assertThat(request(model, 2)).doesNotContain("owed to you", "quoted earlier");
            assertThat(facts(entries(talk).get(3)).getFirst())
                    .isGreaterThan(facts(entries(talk).get(1)).getLast());

            String run = talk.send("What was it at first?");
            talk.events(run);
            assertThat(talk.view(run).figures())
                    .extracting(figure -> figure.status())
                    .containsExactly("unverified");
        }
    }

    /** The numbers of the facts that an answer found, the lowest first. */
    private static List<Integer> facts(Entry answer) {
        return Pattern.compile("\"id\":\"F(\\d+)\",\"measure\"")
                .matcher(answer.detail())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .sorted()
                .toList();
    }

    /** The answers that are replaced would each fill a window, and all of them several pages of entries. */
    @Test
    void keepsARecapFreeOfWhatWasReplacedHoweverOften() {
        List<String> plan = new ArrayList<>();
        IntStream.range(0, 12).forEach(turn -> plan.add("That is how it is, number " + turn + "."));
        IntStream.range(0, 60).forEach(version -> plan.add("Zebra".repeat(5_000) + version + "."));
        plan.add("The answer that was kept.");
        IntStream.range(0, 12).forEach(turn -> plan.add("And so it goes on, number " + turn + "."));
        ScriptedModel model = Talk.says(plan.toArray(String[]::new));
        try (Talk talk = talk(model)) {
            IntStream.range(0, 12).forEach(turn -> say(talk, "Question number " + turn + "?"));
            String latest = say(talk, "Quokka?");
            for (int version = 1; version < 60; version++) {
                latest = replace(talk, latest, "Quokka?");
            }
            replace(talk, latest, "Kept question?");
            IntStream.range(0, 12).forEach(turn -> say(talk, "Later question " + turn + "?"));

            assertThat(model.asked().subList(73, model.asked().size()))
                    .allSatisfy(messages -> assertThat(messages.toString()).doesNotContain("Quokka", "Zebra"));
            assertThat(model.asked())
                    .allSatisfy(messages -> assertThat(messages).hasSizeLessThanOrEqualTo(22));
            assertThat(model.asked().getLast().get(1).text())
                    .contains("asked: Kept question? – answered: The answer that was kept.");
            assertThat(request(model, model.asked().size() - 1))
                    .containsOnlyOnce("The answer that was kept.")
                    .containsOnlyOnce("Later question 3?")
                    .containsOnlyOnce("Later question 4?")
                    .contains("And so it goes on, number 10.");
        }
    }

    @Test
    void takesTheSameMessageOnce() {
        ScriptedModel model = Talk.says("One.", "Two.", "Three.");
        try (Talk talk = talk(model)) {
            String question = say(talk, "Who?");
            String message = UUID.randomUUID().toString();
            RunAccepted first = begin(talk, message, question, "Who?");
            assertThat(begin(talk, message, question, "Who?")).isEqualTo(first);
            talk.events(first.runId());
            assertThat(begin(talk, message, question, "Who?")).isEqualTo(first);
            assertThatThrownBy(() -> begin(talk, message, question, "Which?")).isInstanceOf(IdTaken.class);

            replace(talk, first.messageId(), "Who?");
            assertThat(begin(talk, message, question, "Who?")).isEqualTo(first);
            assertThat(entries(talk)).hasSize(6);
        }
    }

    @Test
    void takesOneMessageForAQuestion() {
        ScriptedModel model = Talk.says("One.", "Two.", "Three.");
        try (Talk talk = talk(model)) {
            String question = say(talk, "Who?");
            talk.stores.meanwhile("RunStore.begin", () -> replace(talk, question, "Who else?"));
            assertThatExceptionOfType(NotReplaceable.class)
                    .isThrownBy(() -> replace(talk, question, "Who?"))
                    .withMessageContaining("no longer is");
            assertThat(entries(talk)).extracting(Entry::text).containsExactly("Who?", "One.", "Who else?", "Two.");
            assertThat(Talk.state(talk.events(talk.send("Go on?")))).isEqualTo("completed");
        }
    }

    @Test
    void refusesWhatIsNotTheLatestQuestionOfTheConversation() {
        ScriptedModel model = Talk.says("One.", "Two.", "Three.", "Four.");
        try (Talk talk = talk(model)) {
            String first = say(talk, "First?");
            String second = say(talk, "Second?");
            String answer = entries(talk).getLast().id();
            String edited = replace(talk, second, "Second, please?");
            for (String older : List.of(first, second, answer)) {
                assertThatExceptionOfType(NotReplaceable.class)
                        .isThrownBy(() -> replace(talk, older, "Again?"))
                        .withMessageContaining("ask in a new message");
            }
            String other = talk.conversations.create(ME).id();
            String message = UUID.randomUUID().toString();
            assertThatThrownBy(() -> talk.conversations.replace(ME, other, message, "Again?", edited))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() ->
                            talk.conversations.replace(new AccountId("bob"), talk.conversation, message, "x", edited))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> replace(talk, message, "Again?")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> replace(talk, "x", "Again?")).isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> replace(talk, edited, " ")).isInstanceOf(Invalid.class);
            assertThat(entries(talk)).hasSize(6);
            replace(talk, edited, "Second, at last?");
        }
    }

    @Test
    void waitsUntilTheAnswerIsThereOrStopped() throws InterruptedException {
        ScriptedModel model = new ScriptedModel(
                List.of(new Step.Say("word ".repeat(2_000)), new Step.Say("Soon.")), Duration.ofMillis(5));
        try (Talk talk = talk(model)) {
            String run = talk.send("Who?");
            String question = entries(talk).getFirst().id();
            assertThatThrownBy(() -> replace(talk, question, "Who?")).isInstanceOf(RunInProgress.class);
            while (model.asked().isEmpty()) {
                Thread.sleep(10);
            }
            talk.conversations.stop(ME, run);
            assertThat(Talk.state(talk.events(run))).isEqualTo("stopped");
            replace(talk, question, "Who?");
            assertThat(request(model, 1)).doesNotContain("word", "no answer was given");
        }
    }

    @Test
    void takesTheTitleFromTheFirstQuestionThatStands() {
        ScriptedModel model = Talk.says("One.", "Two.", "Three.", "Four.");
        try (Talk talk = talk(model)) {
            String first = say(talk, "Who ows me money?");
            assertThat(title(talk)).isEqualTo("Who ows me money?");
            String edited = replace(talk, first, "Who owes me money?");
            assertThat(title(talk)).isEqualTo("Who owes me money?");
            assertThat(edited).isNotEqualTo(first);
            String same = say(talk, "Who owes me money?");
            replace(talk, same, "And whom do I owe?");
            assertThat(title(talk)).isEqualTo("Who owes me money?");
        }
    }

    private static String title(Talk talk) {
        return talk.conversations.find(ME, talk.conversation).title();
    }

    @Test
    void isStillFoundInASearch() {
        try (Talk talk = talk(Talk.says("Zebra.", "Better."))) {
            replace(talk, say(talk, "Quokka?"), "Wombat?");
            for (String word : List.of("quokka", "zebra", "wombat", "better")) {
                assertThat(talk.conversations.search(ME, word, null, 10).items())
                        .extracting(FoundView::conversationId)
                        .containsExactly(talk.conversation);
            }
        }
    }
}
