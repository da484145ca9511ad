package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.AgentEvent;
import au.pip.agent.AgentLimits;
import au.pip.agent.AgentLoop;
import au.pip.agent.RunOutcome;
import au.pip.agent.StopSignal;
import au.pip.agent.ToolPolicy;
import au.pip.agent.Toolbox;
import au.pip.assistant.AccountId;
import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.ProviderConfig;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import au.pip.llm.provider.StandardProviders;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stop and the time limit against models and a Xero that hang, over real connections. */
@Timeout(30)
class StopTest {
    private static final String MESSAGES = "/v1/messages";
    private static final String ORGANISATION = "/api.xro/2.0/Organisation";
    private static final AgentEvent DROP = new AgentEvent.Text("drop ");
    private static final Duration EVERY = Duration.ofMillis(150);
    private static final Answer SILENCE = new Answer(List.of(new Answer.Step.Hold()));

    @TempDir
    Path folder;

    private final ByteServer vendor = ByteServer.start();

    @AfterEach
    void close() {
        vendor.close();
    }

    private LlmProvider anthropic() {
        return new LlmProviders(new StandardProviders().entries())
                .create(ProviderConfig.of("anthropic", AuthConfig.apiKey("planted"))
                        .withEndpoint(vendor.address())
                        .withDefaultModel("claude-3-5-haiku-20241022"));
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    /** Stops the run, and requires that it ended at once and the next message is taken. */
    private static void stops(Talk talk, String run) {
        long start = System.nanoTime();
        talk.conversations.stop(AccountId.LOCAL, run);
        assertThat(Talk.state(talk.events(run))).isEqualTo("stopped");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(talk.view(run).error()).contains("You stopped");
    }

    @Test
    void stopsARunWhoseModelNeverSendsHeaders() throws Exception {
        vendor.on(MESSAGES, SILENCE);
        try (Talk talk = new Talk(folder, anthropic())) {
            String run = talk.send("hello");
            until(() -> !vendor.requests(MESSAGES).isEmpty());
            stops(talk, run);
            assertThat(vendor.clientLeft(2_000)).isTrue();
        }
    }

    @Test
    void stopsARunWhileXeroKeepsItWaiting() throws Exception {
        try (Talk talk = new Talk(folder, Talk.says("never said"))) {
            talk.xero.on(ORGANISATION, SILENCE);
            String run = talk.send("hello");
            until(() -> !talk.xero.requests(ORGANISATION).isEmpty());
            stops(talk, run);
            assertThat(talk.view(run).answer()).isEmpty();
        }
    }

    @Test
    void asksAXeroThatFailsOnceForSeveralRuns() {
        try (Talk talk = new Talk(folder, Talk.says("One.", "Then."))) {
            talk.xero.on(ORGANISATION, Answer.json(403, "{}"));
            for (String answer : List.of("One.", "Then.")) {
                String run = talk.send("hello");
                assertThat(Talk.text(talk.events(run))).isEqualTo(answer);
            }
            assertThat(talk.xero.requests(ORGANISATION)).hasSize(1);
        }
    }

    @Test
    void endsAtTheTimeLimitWhenNoHeadersCome() throws Exception {
        vendor.on(MESSAGES, SILENCE);
        long start = System.nanoTime();
        assertThat(limited(Duration.ofSeconds(1), new ArrayList<>())).isInstanceOf(RunOutcome.Limited.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(vendor.clientLeft(2_000)).isTrue();
    }

    /**
     * The reply never ends of itself, and lateness is told in drops: a busy machine brings fewer of them, never more. One
     * that brings none within the limit is given a longer one, as then nothing has trickled yet.
     */
    @Test
    void endsAReplyThatTricklesOnAtTheTimeLimit() throws Exception {
        vendor.on(MESSAGES, trickle());
        Duration limit = Duration.ofSeconds(1);
        List<AgentEvent> events = new ArrayList<>();
        assertThat(limited(limit, events)).isInstanceOf(RunOutcome.Limited.class);
        while (!events.contains(DROP) && limit.toSeconds() < 8) {
            limit = limit.multipliedBy(2);
            events.clear();
            assertThat(limited(limit, events)).isInstanceOf(RunOutcome.Limited.class);
        }

        assertThat(events).first().isEqualTo(DROP);
        assertThat(events).last().isInstanceOf(AgentEvent.ReplyFinished.class);
        assertThat(events).filteredOn(DROP::equals).hasSizeLessThanOrEqualTo((int)
                limit.plusSeconds(2).dividedBy(EVERY));
        assertThat(vendor.clientLeft(2_000)).isTrue();
    }

    private static Answer trickle() {
        Answer.Builder answer = Answer.stream("text/event-stream")
                .write(
                        event(
                                "message_start",
                                ",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-3-5-haiku-20241022\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":10,\"output_tokens\":1}}"))
                .write(event(
                        "content_block_start", ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
        for (int index = 0; index < 100; index++) {
            answer.write(event(
                            "content_block_delta",
                            ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"drop \"}"))
                    .pause(EVERY);
        }
        return answer.hold();
    }

    /** Runs with this limit, and requires that it does not end before. */
    private RunOutcome limited(Duration limit, List<AgentEvent> events) {
        AgentLoop loop = new AgentLoop(
                anthropic(),
                new Toolbox(List.of()),
                ToolPolicy.readOnly(),
                ChatOptions.defaults(),
                new AgentLimits(12, 16, limit),
                Clock.systemUTC());
        long start = System.nanoTime();
        RunOutcome outcome = loop.run(List.of(Message.user("hello")), new StopSignal(), events::add);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(limit.minusMillis(100));
        return outcome;
    }

    private static String event(String type, String rest) {
        return "event: %s\ndata: {\"type\":\"%s\"%s}\n\n".formatted(type, type, rest);
    }
}
