package au.pip.agent;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatOptions;
import au.pip.llm.LlmException;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.ToolChoice;
import au.pip.llm.ToolSpec;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class AgentLoopTest {
    private final List<AgentEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final StopSignal stop = new StopSignal();

    @FunctionalInterface
    private interface Work {
        ToolResult run(JsonNode arguments) throws Exception;
    }

    private record TestTool(String name, boolean readOnly, Work work) implements Tool {
        @Override
        public ToolSpec spec() {
            return new ToolSpec(name, "", new JsonMapper().createObjectNode());
        }

        @Override
        public String label(JsonNode arguments) {
            return "doing " + name;
        }

        @Override
        public ToolResult run(JsonNode arguments) throws InterruptedException {
            try {
                return work.run(arguments);
            } catch (InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Tool reads(String name, Work work) {
        return new TestTool(name, true, work);
    }

    private static Step calls(String... names) {
        List<Map.Entry<String, Map<String, Object>>> tools = new ArrayList<>();
        for (String name : names) {
            tools.add(Map.entry(name, Map.of("of", name)));
        }
        return new Step.Call(tools);
    }

    private RunOutcome run(ScriptedModel model, AgentLimits limits, Tool... tools) {
        AgentLoop loop = new AgentLoop(
                model,
                new Toolbox(List.of(tools)),
                ToolPolicy.readOnly(),
                ChatOptions.defaults(),
                limits,
                Clock.systemUTC());
        return loop.run(List.of(Message.user("question")), stop, events::add);
    }

    private RunOutcome run(List<Step> plan, Tool... tools) {
        return run(new ScriptedModel(plan, Duration.ZERO), AgentLimits.DEFAULTS, tools);
    }

    private List<ToolResult> results() {
        return List.copyOf(events).stream()
                .filter(AgentEvent.CallFinished.class::isInstance)
                .map(event -> ((AgentEvent.CallFinished) event).result())
                .toList();
    }

    private String text() {
        return List.copyOf(events).stream()
                .filter(AgentEvent.Text.class::isInstance)
                .map(event -> ((AgentEvent.Text) event).text())
                .reduce("", String::concat);
    }

    @Test
    void answersWithoutToolsInOneRound() {
        assertThat(run(List.of(new Step.Say("Hello there")))).isEqualTo(new RunOutcome.Completed());
        assertThat(text()).isEqualTo("Hello there");
    }

    @Test
    void runsReadsOfOneTurnInParallelAndKeepsTheirOrder() {
        CyclicBarrier together = new CyclicBarrier(3);
        Work meets = arguments -> {
            together.await(10, TimeUnit.SECONDS);
            return ToolResult.of("met " + arguments.path("of").asString(), "");
        };
        ScriptedModel model = new ScriptedModel(List.of(calls("a", "b", "c"), new Step.Say("done")), Duration.ZERO);
        assertThat(run(model, AgentLimits.DEFAULTS, reads("a", meets), reads("b", meets), reads("c", meets)))
                .isEqualTo(new RunOutcome.Completed());
        Message given = model.asked().get(1).getLast();
        assertThat(given.parts())
                .extracting(part -> ((Part.ToolResult) part).content())
                .containsExactly("met a", "met b", "met c");
    }

    @Test
    void goesOnOverSeveralDependentRounds() {
        Tool tool = reads("look", _ -> ToolResult.of("found", "found"));
        assertThat(run(List.of(calls("look"), calls("look"), new Step.Say("so it is")), tool))
                .isEqualTo(new RunOutcome.Completed());
        assertThat(results()).hasSize(2);
    }

    @Test
    void tellsTheModelOfAToolThatDoesNotExist() {
        run(List.of(calls("nonsense"), new Step.Say("sorry")), reads("look", _ -> ToolResult.of("", "")));
        assertThat(results()).singleElement().satisfies(result -> {
            assertThat(result.failed()).isTrue();
            assertThat(result.content()).contains("no tool 'nonsense'").contains("look");
        });
    }

    @Test
    void turnsAToolThatBreaksIntoAFailedResult() {
        Tool broken = reads("look", _ -> {
            throw new IllegalStateException("secret inside");
        });
        assertThat(run(List.of(calls("look"), new Step.Say("sorry")), broken)).isEqualTo(new RunOutcome.Completed());
        assertThat(results()).singleElement().satisfies(result -> {
            assertThat(result.failed()).isTrue();
            assertThat(result.content()).doesNotContain("secret inside");
        });
    }

    @Test
    void refusesAToolThatWrites() {
        CountDownLatch ran = new CountDownLatch(1);
        Tool writes = new TestTool("write", false, _ -> {
            ran.countDown();
            return ToolResult.of("written", "");
        });
        run(List.of(calls("write"), new Step.Say("no")), writes);
        assertThat(ran.getCount()).isEqualTo(1);
        assertThat(results()).singleElement().extracting(ToolResult::failed).isEqualTo(true);
    }

    @Test
    void endsAtTheRoundLimitWithAReason() {
        Tool tool = reads("look", _ -> ToolResult.of("found", ""));
        ScriptedModel model = new ScriptedModel(Collections.nCopies(5, calls("look")), Duration.ZERO);
        RunOutcome outcome = run(model, new AgentLimits(3, 4, Duration.ofMinutes(1)), tool);
        assertThat(outcome).isInstanceOf(RunOutcome.Limited.class);
        assertThat(model.asked()).hasSize(3);
    }

    /** The last reply may call no tool any more, so that what was found is told. */
    @Test
    void answersWithWhatItHasInTheLastRound() {
        ScriptedModel plan =
                new ScriptedModel(List.of(calls("look"), calls("look"), new Step.Say("So far: one.")), Duration.ZERO);
        RunOutcome outcome = new AgentLoop(
                        plan,
                        new Toolbox(List.of(reads("look", _ -> ToolResult.of("found", "")))),
                        ToolPolicy.readOnly(),
                        ChatOptions.defaults(),
                        new AgentLimits(3, 4, Duration.ofMinutes(1)),
                        Clock.systemUTC())
                .run(List.of(Message.user("question")), stop, events::add);
        assertThat(plan.options())
                .extracting(ChatOptions::toolChoice)
                .containsExactly(ToolChoice.AUTO, ToolChoice.AUTO, ToolChoice.NONE);
        assertThat(text()).contains("So far: one.");
        assertThat(outcome).isEqualTo(new RunOutcome.Limited("It took more than 2 rounds of looking things up."));
    }

    @Test
    void answersWithWhatItHasBeforeTheMoneyRunsOut() {
        ScriptedModel plan = new ScriptedModel(List.of(calls("look"), new Step.Say("So far: one.")), Duration.ZERO);
        AgentLimits limits = AgentLimits.DEFAULTS.withMoney(new BigDecimal("0.50"));
        RunOutcome outcome = new AgentLoop(
                        new Priced(plan, new BigDecimal("0.40")),
                        new Toolbox(List.of(reads("look", _ -> ToolResult.of("found", "")))),
                        ToolPolicy.readOnly(),
                        ChatOptions.defaults(),
                        limits,
                        Clock.systemUTC())
                .run(List.of(Message.user("question")), stop, events::add);
        assertThat(plan.options())
                .extracting(ChatOptions::toolChoice)
                .containsExactly(ToolChoice.AUTO, ToolChoice.NONE);
        assertThat(outcome).isEqualTo(new RunOutcome.Limited("It was about to cost more than US$0.50."));
        assertThat(text()).contains("So far: one.");
    }

    @Test
    void answersWithWhatItHasWhenALimitBeyondItsOwnIsNear() {
        ScriptedModel plan = new ScriptedModel(List.of(calls("look"), new Step.Say("So far: one.")), Duration.ZERO);
        RunOutcome outcome = new AgentLoop(
                        plan,
                        new Toolbox(List.of(reads("look", _ -> ToolResult.of("found", "")))),
                        ToolPolicy.readOnly(),
                        ChatOptions.defaults(),
                        AgentLimits.DEFAULTS,
                        () -> Optional.of("The budget is nearly used up."),
                        Clock.systemUTC())
                .run(List.of(Message.user("question")), stop, events::add);
        assertThat(plan.options())
                .extracting(ChatOptions::toolChoice)
                .containsExactly(ToolChoice.AUTO, ToolChoice.NONE);
        assertThat(outcome).isEqualTo(new RunOutcome.Limited("The budget is nearly used up."));
    }

    @Test
    void answersOnlyAsManyCallsATurnAsAllowed() {
        Tool tool = reads("look", _ -> ToolResult.of("found", ""));
        ScriptedModel model =
                new ScriptedModel(List.of(calls("look", "look", "look"), new Step.Say("ok")), Duration.ZERO);
        run(model, new AgentLimits(3, 2, Duration.ofMinutes(1)), tool);
        assertThat(model.asked().get(1).getLast().parts())
                .extracting(part -> ((Part.ToolResult) part).failed())
                .containsExactly(false, false, true);
    }

    @Test
    void passesTheProvidersFailureOn() {
        LlmException cause = new LlmException.Unreachable("nobody there", "scripted");
        assertThat(run(List.of(new Step.Fail(cause)))).isEqualTo(new RunOutcome.Failed(cause));
    }

    @Test
    void stopsInTheMiddleOfAReply() throws InterruptedException {
        ScriptedModel slow = new ScriptedModel(
                List.of(new Step.Say("one two three four five six seven eight nine")), Duration.ofSeconds(5));
        Thread stopper = Thread.ofVirtual().start(() -> {
            while (text().isEmpty()) {
                Thread.onSpinWait();
            }
            stop.raise();
        });
        assertThat(run(slow, AgentLimits.DEFAULTS)).isEqualTo(new RunOutcome.Stopped());
        stopper.join();
        assertThat(text()).isEqualTo("one");
        assertThat(events).anyMatch(AgentEvent.ReplyFinished.class::isInstance);
    }

    @Test
    void stopsWhileToolsAreRunning() {
        CountDownLatch never = new CountDownLatch(1);
        Tool hangs = reads("look", _ -> {
            stop.raise();
            never.await();
            return ToolResult.of("", "");
        });
        assertThat(run(List.of(calls("look", "look"), new Step.Say("never said")), hangs))
                .isEqualTo(new RunOutcome.Stopped());
        assertThat(text()).isEmpty();
    }

    @Test
    void asksNothingWhenItIsStoppedBeforeItBegan() {
        ScriptedModel model = new ScriptedModel(List.of(new Step.Say("late")), Duration.ZERO);
        stop.raise();
        assertThat(run(model, AgentLimits.DEFAULTS)).isEqualTo(new RunOutcome.Stopped());
        assertThat(model.asked()).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endsAReplyThatTricklesOnAtTheTimeLimitAndKeepsItsWords() {
        ScriptedModel slow = new ScriptedModel(List.of(new Step.Say("word ".repeat(1_000))), Duration.ofMillis(20));
        RunOutcome outcome = run(slow, new AgentLimits(12, 16, Duration.ofSeconds(1)));
        assertThat(outcome).isEqualTo(new RunOutcome.Limited("It took longer than 1 seconds."));
        assertThat(text()).startsWith("word word");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endsAToolThatHangsAtTheTimeLimit() {
        Tool hangs = reads("look", _ -> {
            Thread.sleep(Duration.ofMinutes(1));
            return ToolResult.of("", "");
        });
        ScriptedModel model = new ScriptedModel(List.of(calls("look"), new Step.Say("done")), Duration.ZERO);
        assertThat(run(model, new AgentLimits(12, 16, Duration.ofSeconds(1)), hangs))
                .isInstanceOf(RunOutcome.Limited.class);
        assertThat(model.asked()).hasSize(1);
    }
}
