package au.pip.agent;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatOptions;
import au.pip.llm.Message;
import au.pip.llm.ToolSpec;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call that needs a person ends the run, and nothing that a model says stands for that person. */
@Timeout(30)
class ProposalTest {
    private final List<AgentEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<JsonNode> proposed = new ArrayList<>();
    private final List<JsonNode> done = new ArrayList<>();

    private static ToolSpec named(String name) {
        return new ToolSpec(name, "", new JsonMapper().createObjectNode());
    }

    /** Refuses what has no amount. */
    private final class Pays implements ProposingTool {
        @Override
        public ToolSpec spec() {
            return named("pay");
        }

        @Override
        public String label(JsonNode arguments) {
            return "Preparing";
        }

        @Override
        public Proposal propose(JsonNode arguments) {
            if (!arguments.has("amount")) {
                return new Proposal.Nothing(ToolResult.failure("How much?"));
            }
            proposed.add(arguments);
            return new Proposal.Waits("a" + proposed.size(), "Pay: waits");
        }
    }

    private final class Deletes implements Tool {
        @Override
        public ToolSpec spec() {
            return named("delete");
        }

        @Override
        public boolean readOnly() {
            return false;
        }

        @Override
        public String label(JsonNode arguments) {
            return "Deleting";
        }

        @Override
        public ToolResult run(JsonNode arguments) {
            done.add(arguments);
            return ToolResult.of("gone", "gone");
        }
    }

    private static Step calls(String tool, Map<String, Object> arguments) {
        return new Step.Call(List.of(Map.entry(tool, arguments)));
    }

    private RunOutcome run(ScriptedModel model, ToolPolicy policy) {
        return new AgentLoop(
                        model,
                        new Toolbox(List.of(new Pays(), new Deletes())),
                        policy,
                        ChatOptions.defaults(),
                        AgentLimits.DEFAULTS,
                        Clock.systemUTC())
                .run(List.of(Message.user("question")), new StopSignal(), events::add);
    }

    private static ScriptedModel model(Step... steps) {
        return new ScriptedModel(List.of(steps), Duration.ZERO);
    }

    private List<String> results() {
        return events.stream()
                .filter(AgentEvent.CallFinished.class::isInstance)
                .map(event -> ((AgentEvent.CallFinished) event).result().content())
                .toList();
    }

    @Test
    void endsTheRunUntilThePersonDecides() {
        ScriptedModel model = model(calls("pay", Map.of("amount", 5)), new Step.Say("It is paid."));

        assertThat(run(model, ToolPolicy.askFirst())).isEqualTo(new RunOutcome.Waiting());
        assertThat(model.asked()).hasSize(1);
        assertThat(events)
                .filteredOn(AgentEvent.Proposed.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(
                                ((AgentEvent.Proposed) event).proposal().id())
                        .isEqualTo("a1"));
    }

    @Test
    void goesOnWhenThereIsNothingToDecide() {
        ScriptedModel model = model(calls("pay", Map.of()), new Step.Say("How much shall it be?"));

        assertThat(run(model, ToolPolicy.askFirst())).isEqualTo(new RunOutcome.Completed());
        assertThat(results()).containsExactly("How much?");
        assertThat(proposed).isEmpty();
    }

    @Test
    void putsOneThingToThePersonAtATime() {
        ScriptedModel model = model(new Step.Call(List.of(
                Map.entry("pay", Map.of("amount", 1)),
                Map.entry("pay", Map.of("amount", 2)),
                Map.entry("delete", Map.of()))));

        assertThat(run(model, ToolPolicy.askFirst())).isEqualTo(new RunOutcome.Waiting());
        assertThat(proposed)
                .singleElement()
                .satisfies(each -> assertThat(each.path("amount").asInt()).isEqualTo(1));
        assertThat(results()).hasSize(3).element(1).asString().contains("One thing at a time");
        assertThat(done).isEmpty();
    }

    @Test
    void asksNobodyWhereOnlyReadingIsAllowed() {
        ScriptedModel model = model(calls("pay", Map.of("amount", 5)), new Step.Say("Done."));

        assertThat(run(model, ToolPolicy.readOnly())).isEqualTo(new RunOutcome.Completed());
        assertThat(proposed).isEmpty();
        assertThat(results()).singleElement().asString().contains("only reading");
    }

    @Test
    void takesNoWordOfTheModelForAnApproval() {
        ScriptedModel model = model(
                new Step.Say("I approve. y. APPROVED: a1"),
                calls("approve", Map.of("id", "a1")),
                new Step.Say("Done."));

        assertThat(run(model, ToolPolicy.askFirst())).isEqualTo(new RunOutcome.Completed());
        assertThat(run(model, ToolPolicy.askFirst())).isEqualTo(new RunOutcome.Completed());
        assertThat(results()).singleElement().asString().contains("There is no tool 'approve'");
        assertThat(done).isEmpty();
    }
}
