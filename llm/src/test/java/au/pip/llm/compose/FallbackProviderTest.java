package au.pip.llm.compose;

import static au.pip.llm.compose.Replies.CLAUDE;
import static au.pip.llm.compose.Replies.HELLO;
import static au.pip.llm.compose.Replies.LLAMA;
import static au.pip.llm.compose.Replies.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import au.pip.llm.Warning;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import au.pip.llm.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackProviderTest {
    private final ByteServer server = ByteServer.start();
    private final FallbackProvider both = FallbackProvider.of(Replies.claude(server), Replies.llama(server));

    @AfterEach
    void stop() {
        server.close();
    }

    private static List<ChatEvent> eventsOf(ChatStream stream) {
        List<ChatEvent> events = new ArrayList<>();
        stream.forEachRemaining(events::add);
        return events;
    }

    @Test
    void asksOnlyTheFirstWhileItAnswers() {
        server.on(CLAUDE, Replies.claudeAnswers());

        ChatResponse response = both.chat(HELLO, OPTIONS);

        assertThat(response.provider()).isEqualTo("anthropic");
        assertThat(response.text()).isEqualTo("Half an answer");
        assertThat(server.requests(LLAMA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 404, 408, 409, 413, 425, 429, 500, 529})
    void asksTheNextWhenTheFirstCannot(int status) {
        server.on(CLAUDE, Answer.json(status, "{}")).on(LLAMA, Replies.llamaAnswers());

        try (ChatStream stream = both.streamChat(HELLO, OPTIONS)) {
            List<ChatEvent> events = eventsOf(stream);

            assertThat(events.getFirst()).isInstanceOfSatisfying(ChatEvent.FellBack.class, change -> {
                assertThat(change.from()).isEqualTo("anthropic");
                assertThat(change.to()).isEqualTo("ollama");
                assertThat(change.discarded()).isFalse();
                assertThat(change.cause().origin().status()).isEqualTo(status);
            });
            assertThat(stream.response().provider()).isEqualTo("ollama");
            assertThat(stream.response().text()).isEqualTo("G'day");
        }
    }

    @Test
    void doesNotAskAnotherWhatIsWrongInItself() {
        server.on(
                        CLAUDE,
                        Answer.json(
                                400,
                                "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"x\"}}"))
                .on(LLAMA, Replies.llamaAnswers());

        assertThatThrownBy(() -> both.chat(HELLO, OPTIONS)).isInstanceOf(LlmException.InvalidRequest.class);
        assertThat(server.requests(LLAMA)).isEmpty();
    }

    @Test
    void asksEachForItsOwnModel() {
        server.on(CLAUDE, Answer.json(529, Replies.OVERLOADED)).on(LLAMA, Replies.llamaAnswers());

        both.chat(HELLO, OPTIONS.withModel("claude-sonnet-5-5"));

        assertThat(modelIn(CLAUDE)).isEqualTo("claude-sonnet-5-5");
        assertThat(modelIn(LLAMA)).isEqualTo("llama3.1");
    }

    private String modelIn(String path) {
        return Json.MAPPER
                .readTree(server.requests(path).getFirst().body())
                .get("model")
                .asString();
    }

    @Test
    void neverRepeatsAHalfAnswerUnasked() {
        server.on(CLAUDE, Replies.claudeBegins().end()).on(LLAMA, Replies.llamaAnswers());

        try (ChatStream stream = both.streamChat(HELLO, OPTIONS)) {
            assertThatThrownBy(() -> eventsOf(stream)).isInstanceOf(LlmException.BrokenStream.class);
            assertThatThrownBy(stream::hasNext).isInstanceOf(LlmException.BrokenStream.class);
        }
        assertThat(server.requests(LLAMA)).isEmpty();
    }

    @Test
    void repeatsAHalfAnswerThatNobodyHasSeen() {
        server.on(CLAUDE, Replies.claudeBegins().end()).on(LLAMA, Replies.llamaAnswers());
        List<ChatListener.Outcome> outcomes = new ArrayList<>();

        ChatResponse response = both.chat(HELLO, OPTIONS);
        ChatResponse observed = new ObservedProvider(both, request -> outcomes::add).chat(HELLO, OPTIONS);

        assertThat(List.of(response, observed)).allSatisfy(each -> {
            assertThat(each.text()).isEqualTo("G'day");
            assertThat(each.usage()).isEqualTo(Usage.of(16 + 5, 2 + 3));
            assertThat(each.cost()).isNotNull();
            assertThat(each.cost().atLeast()).isTrue();
        });
        assertThat(outcomes).extracting(ChatListener.Outcome::provider).containsExactly("ollama");
    }

    @Test
    void asksTheNextWhenNothingButTheStartHasCome() {
        server.on(
                        CLAUDE,
                        Replies.claudeStarts()
                                .write("event: error\ndata: " + Replies.OVERLOADED + "\n\n")
                                .end())
                .on(LLAMA, Replies.llamaAnswers());

        try (ChatStream stream = both.streamChat(HELLO, OPTIONS)) {
            List<ChatEvent> events = eventsOf(stream);

            assertThat(events)
                    .filteredOn(event -> event instanceof ChatEvent.FellBack)
                    .singleElement()
                    .satisfies(change -> assertThat(((ChatEvent.FellBack) change).discarded())
                            .isTrue());
            assertThat(stream.response().text()).isEqualTo("G'day");
            assertThat(stream.provider()).isEqualTo("ollama");
            assertThat(stream.usage()).isEqualTo(Usage.of(16 + 5, 2 + 3));
        }
    }

    @Test
    void saysThatAHalfAnswerIsDiscardedWhereARuleGoesOn() {
        FallbackProvider eager = new FallbackProvider(
                List.of(
                        new FallbackProvider.Candidate(Replies.claude(server), null),
                        new FallbackProvider.Candidate(Replies.llama(server), "llama3.1")),
                FallbackRule.evenInTheMiddle());
        server.on(CLAUDE, Replies.claudeBegins().end()).on(LLAMA, Replies.llamaAnswers());

        try (ChatStream stream = eager.streamChat(HELLO, OPTIONS)) {
            List<ChatEvent> events = eventsOf(stream);

            assertThat(events)
                    .filteredOn(event -> event instanceof ChatEvent.FellBack || event instanceof ChatEvent.TextDelta)
                    .satisfiesExactly(
                            half -> assertThat(half).isEqualTo(new ChatEvent.TextDelta(0, "Half an")),
                            change -> assertThat(((ChatEvent.FellBack) change).discarded())
                                    .isTrue(),
                            whole -> assertThat(whole).isEqualTo(new ChatEvent.TextDelta(0, "G'day")));
            assertThat(stream.response().text()).isEqualTo("G'day");
            assertThat(stream.usage()).isEqualTo(Usage.of(16 + 5, 2 + 3));
            assertThat(stream.cost()).isNotNull();
            assertThat(stream.cost().usd()).isEqualByComparingTo("0.0000208");
        }
        assertThat(eager.getUsage().total()).isEqualTo(Usage.of(16 + 5, 2 + 3));
    }

    @Test
    void knowsTheCostThoughTheFirstTriedSeveralTimes() {
        LlmProvider patient = FallbackProvider.of(Replies.patientClaude(server), Replies.llama(server));
        server.on(CLAUDE, Answer.json(529, Replies.OVERLOADED, "retry-after: 0"))
                .on(LLAMA, Replies.llamaAnswers());

        ChatResponse response = patient.chat(HELLO, OPTIONS);

        assertThat(server.requests(CLAUDE)).hasSize(3);
        assertThat(response.usage()).isEqualTo(Usage.of(5, 3));
        assertThat(response.cost()).isNotNull();
        assertThat(response.cost().usd()).isZero();
        assertThat(response.warnings())
                .extracting(Warning::message)
                .containsExactly("anthropic failed (Overloaded), so ollama was asked.");
    }

    @Test
    void tellsTwoOfOneNameApartByModelThenByAddress() {
        try (ByteServer other = ByteServer.start()) {
            server.on(CLAUDE, Answer.json(529, Replies.OVERLOADED));
            other.on(CLAUDE, Replies.claudeAnswers());
            LlmProvider first = Replies.claude(server);
            LlmProvider second = Replies.claude(other);
            FallbackProvider byModel = new FallbackProvider(
                    List.of(
                            new FallbackProvider.Candidate(first, "claude-sonnet-5-5"),
                            new FallbackProvider.Candidate(second, "claude-haiku-5-5")),
                    FallbackRule.beforeTheReply());

            assertThat(warnings(byModel))
                    .containsExactly(
                            "anthropic (claude-sonnet-5-5) failed (Overloaded), so anthropic (claude-haiku-5-5) was asked.");
            assertThat(warnings(FallbackProvider.of(first, second)))
                    .containsExactly("anthropic at %s failed (Overloaded), so anthropic at %s was asked."
                            .formatted(first.address(), second.address()));
        }
    }

    private static List<String> warnings(LlmProvider provider) {
        return provider.chat(HELLO, OPTIONS).warnings().stream()
                .map(Warning::message)
                .toList();
    }

    @Test
    void doesNotKnowTheCostOfWhatWasSentAndNeverAnswered() {
        LlmProvider hasty = FallbackProvider.of(Replies.hastyClaude(server), Replies.llama(server));
        server.on(CLAUDE, new Answer(List.of(new Answer.Step.Hold()))).on(LLAMA, Replies.llamaAnswers());

        ChatResponse response = hasty.chat(HELLO, OPTIONS);

        assertThat(response.text()).isEqualTo("G'day");
        assertThat(response.cost()).isNull();
    }

    @Test
    void saysThatATryOfTheFirstMayBeBilledThoughItsLastWasRefused() {
        try (ByteServer other = ByteServer.start()) {
            server.on(
                    CLAUDE,
                    Answer.stream("text/event-stream").end(),
                    Answer.json(529, Replies.OVERLOADED, "retry-after: 0"));
            other.on(CLAUDE, Replies.claudeAnswers());

            ChatResponse response = FallbackProvider.of(Replies.patientClaude(server), Replies.claude(other))
                    .chat(HELLO, OPTIONS);

            assertThat(server.requests(CLAUDE)).hasSize(3);
            assertThat(response.cost()).isNotNull();
            assertThat(response.cost().usd()).isEqualByComparingTo("0.0000528");
            assertThat(response.cost().atLeast()).isTrue();
        }
    }

    @Test
    void keepsTheLastFailureForTheReaderWhereAnEarlierOneMayBeBilled() {
        server.on(CLAUDE, new Answer(List.of(new Answer.Step.Hold()))).on(LLAMA, Answer.json(401, "{}"));
        LlmProvider hasty = FallbackProvider.of(Replies.hastyClaude(server), Replies.llama(server));

        try (ChatStream stream = hasty.streamChat(HELLO, OPTIONS)) {
            assertThat(stream.next()).isInstanceOf(ChatEvent.FellBack.class);
            assertThatThrownBy(stream::hasNext).isInstanceOf(LlmException.Authentication.class);
            assertThatThrownBy(stream::response).isInstanceOf(LlmException.Authentication.class);
            assertThat(stream.cost()).isNull();
        }
    }

    @Test
    void countsADiscardedHalfInTheResponseToo() {
        FallbackProvider eager = new FallbackProvider(
                List.of(
                        new FallbackProvider.Candidate(Replies.claude(server), null),
                        new FallbackProvider.Candidate(Replies.llama(server), null)),
                FallbackRule.evenInTheMiddle());
        server.on(CLAUDE, Replies.claudeBegins().end()).on(LLAMA, Replies.llamaAnswers());

        ChatResponse response = eager.chat(HELLO, OPTIONS);

        assertThat(response.provider()).isEqualTo("ollama");
        assertThat(response.usage()).isEqualTo(Usage.of(16 + 5, 2 + 3));
        assertThat(response.cost()).isNotNull();
        assertThat(response.cost().usd()).isEqualByComparingTo("0.0000208");
        assertThat(response.cost().atLeast()).isTrue();
    }

    @Test
    void stopsAskingTheNextWhenItIsClosedMeanwhile() throws Exception {
        server.on(CLAUDE, Replies.claudeBegins().pause(Duration.ofMillis(50)).end())
                .on(LLAMA, new Answer(List.of(new Answer.Step.Hold())));
        FallbackProvider eager = new FallbackProvider(
                List.of(
                        new FallbackProvider.Candidate(Replies.claude(server), null),
                        new FallbackProvider.Candidate(Replies.llama(server), null)),
                FallbackRule.evenInTheMiddle());
        ChatStream stream = eager.streamChat(HELLO, OPTIONS);
        FutureTask<ChatResponse> reader = new FutureTask<>(() -> {
            ChatResponse response = stream.response();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            return response;
        });
        Thread.ofVirtual().start(reader);
        for (int tries = 0; server.requests(LLAMA).isEmpty() && tries < 500; tries++) {
            Thread.sleep(10);
        }

        stream.close();

        assertThat(reader.get(5, TimeUnit.SECONDS).stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(server.clientLeft(5000)).isTrue();
        assertThat(stream.usage()).isEqualTo(Usage.of(16, 2));
    }

    @Test
    void throwsWhatTheLastOneSaysWhenAllFail() {
        server.on(CLAUDE, Answer.json(529, Replies.OVERLOADED)).on(LLAMA, Answer.json(500, "{\"error\":\"x\"}"));

        assertThatThrownBy(() -> both.chat(HELLO, OPTIONS))
                .isInstanceOf(LlmException.ServerError.class)
                .hasMessageContaining("Ollama");
    }

    @Test
    void closesTheOneThatAnswers() throws InterruptedException {
        server.on(CLAUDE, Replies.claudeBegins().hold());

        ChatStream stream = both.streamChat(HELLO, OPTIONS);
        while (!(stream.next() instanceof ChatEvent.TextDelta)) {}
        stream.close();

        assertThat(server.clientLeft(5000)).isTrue();
        assertThat(stream.response().stopReason()).isEqualTo(StopReason.CANCELLED);
    }

    @Test
    void leavesKeysToTheProvidersThemselves() {
        assertThatThrownBy(() -> both.authenticate(AuthConfig.apiKey("k")))
                .isInstanceOf(LlmException.Configuration.class);
        assertThat(both.name()).isEqualTo("anthropic, then ollama");
        assertThat(both.defaultModel()).isEqualTo("claude-3-5-haiku-20241022");
    }
}
