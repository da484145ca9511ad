package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.RunEvent;
import au.pip.api.RunView;
import au.pip.api.SourceView;
import au.pip.api.UsageView;
import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.UsageStore;
import au.pip.llm.LlmProvider;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** However a run ends, and whatever the store does meanwhile, it does end. */
@Timeout(60)
class RunEndTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void answersAlsoWhenTheConversationCannotBeNamed() {
        try (Talk talk = new Talk(folder, Talk.says("Hello there."))) {
            talk.stores.fail("ConversationStore.rename", 1);
            String run = talk.send("hello");
            assertThat(Talk.state(talk.events(run))).isEqualTo("completed");
            assertThat(talk.view(run).answer()).isEqualTo("Hello there.");
        }
    }

    @Test
    void storesTheEndOnceTheStoreTakesItAgain() {
        try (Talk talk = new Talk(folder, Talk.says("Hello there."))) {
            talk.stores.fail("RunStore.finish", 2);
            String run = talk.send("hello");
            assertThat(Talk.state(talk.events(run))).isEqualTo("completed");
            assertThat(talk.view(run).state()).isEqualTo("completed");
        }
    }

    @Test
    void endsARunWhoseEndCouldNotBeStoredAndTakesTheNextMessage() {
        try (Talk talk = new Talk(folder, Talk.says("Hello there.", "Again."))) {
            talk.stores.fail("RunStore.finish", FaultyStores.EVER);
            String run = talk.send("hello");
            List<LoggedEvent> events = talk.events(run);
            assertThat(Talk.text(events)).isEqualTo("Hello there.");
            assertThat(Talk.state(events)).isEqualTo("interrupted");
            talk.stores.heal();
            String next = talk.send("hello?");
            assertThat(Talk.state(talk.events(next))).isEqualTo("completed");
            assertThat(talk.view(run).state()).isEqualTo("interrupted");
            assertThat(talk.view(run).answer()).isEqualTo("Hello there.");
        }
    }

    @Test
    void keepsAllEventsWhenTheStoreFailsForAMoment() {
        try (Talk talk = new Talk(folder, Talk.says("One word more here."))) {
            talk.stores.fail("EventLog.append", 2);
            List<LoggedEvent> events = talk.events(talk.send("count"));
            assertThat(Talk.text(events)).isEqualTo("One word more here.");
            assertThat(Talk.state(events)).isEqualTo("completed");
            assertThat(events)
                    .extracting(LoggedEvent::sequence)
                    .startsWith(1L, 2L)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void saysFinishedLastAlsoWhenEventsAreLostForGood() {
        try (Talk talk = new Talk(folder, Talk.says("One word more here."))) {
            talk.stores.fail("EventLog.append", FaultyStores.EVER);
            String run = talk.send("count");
            assertThat(Talk.state(talk.events(run))).isEqualTo("completed");
            assertThat(talk.view(run).answer()).isEqualTo("One word more here.");
        }
    }

    @Test
    void failsARunThatBreaksWithAnError() {
        ScriptedModel model = Talk.says();
        LlmProvider broken = (LlmProvider) Proxy.newProxyInstance(
                LlmProvider.class.getClassLoader(), new Class<?>[] {LlmProvider.class}, (_, method, arguments) -> {
                    if (method.getName().equals("streamChat")) {
                        throw new NoClassDefFoundError("planted");
                    }
                    return method.invoke(model, arguments);
                });
        try (Talk talk = new Talk(folder, broken)) {
            String run = talk.send("hello");
            assertThat(Talk.state(talk.events(run))).isEqualTo("failed");
            assertThat(talk.view(run).error()).contains("Send it again").doesNotContain("planted");
        }
    }

    @Test
    void booksWhatAnInterruptedRunUsedAndGivesItsFactsIdsToNoOther() {
        Step looks = new Step.Call(List.of(Map.entry("receivables", Map.of())));
        ScriptedModel model = new ScriptedModel(List.of(looks, new Step.Say("You're owed {F8}.")), Duration.ZERO);
        try (PretendBooks pretend = new PretendBooks();
                Talk talk = new Talk(
                        folder,
                        model,
                        pretend.server.url(),
                        pretend.books.organisation().tenantId().toString())) {
            String left = killedInTheMiddle(talk);
            assertThat(talk.conversations.recover()).isEqualTo(1);
            assertThat(talk.view(left).state()).isEqualTo("interrupted");
            UsageStore.Sum used = talk.stores
                    .usage()
                    .ofConversation(AccountId.LOCAL, talk.conversation)
                    .getFirst();
            assertThat(used.model()).isEqualTo("claude");
            assertThat(used.replies()).isEqualTo(2);
            assertThat(used.usage().input()).isEqualTo(2_250);
            assertThat(used.usage().output()).isEqualTo(150);
            assertThat(used.knownCostUsd()).isEqualByComparingTo("0.0031");

            RunView next = after(talk, talk.send("Who owes me money?"));
            assertThat(next.figures()).singleElement().satisfies(figure -> {
                assertThat(figure.status()).isEqualTo("verified");
                assertThat(figure.facts().getFirst().id()).isEqualTo("F8");
            });
        }
    }

    private static RunView after(Talk talk, String run) {
        assertThat(Talk.state(talk.events(run))).isEqualTo("completed");
        return talk.view(run);
    }

    /** Leaves a run as a killed process does, which had shown the fact F7. */
    private static String killedInTheMiddle(Talk talk) {
        String id = UUID.randomUUID().toString();
        Run run = Run.begin(id, talk.conversation, Instant.now(), "a node that is gone");
        talk.stores
                .runs()
                .begin(
                        AccountId.LOCAL,
                        run,
                        new Entry(
                                UUID.randomUUID().toString(),
                                Entry.Kind.QUESTION,
                                id,
                                "Who owes me?",
                                "{}",
                                run.startedAt()));
        SourceView source = new SourceView("Org", "Invoices", List.of(), 1, null, Instant.now(), "0");
        FactView fact = new FactView("F7", "owed", "all", "2026-11-23", null, "$12.00", null, source);
        List<RunEvent> events = List.of(
                new RunEvent.Started(id, talk.conversation, "anthropic", "claude"),
                new RunEvent.Used(new UsageView(1_000, 0, 50, 50), "0.0011", null),
                new RunEvent.Text("You're owed "),
                new RunEvent.Figure(new FigureView("$12.00", "12.00", "AUD", "verified", null, List.of(fact))),
                new RunEvent.Used(new UsageView(2_100, 100, 50, 150), "0.0031", null));
        for (int index = 0; index < events.size(); index++) {
            RunEvent event = events.get(index);
            talk.stores
                    .events()
                    .append(
                            AccountId.LOCAL,
                            id,
                            List.of(new LoggedEvent(index + 1, event.type(), JSON.writeValueAsString(event))));
        }
        return id;
    }
}
