package au.pip.llm.compose;

import static au.pip.llm.compose.Replies.CLAUDE;
import static au.pip.llm.compose.Replies.HELLO;
import static au.pip.llm.compose.Replies.LLAMA;
import static au.pip.llm.compose.Replies.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Usage;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObservedProviderTest {
    private final ByteServer server = ByteServer.start();
    private final List<ChatListener.Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final LlmProvider claude = new ObservedProvider(Replies.claude(server), request -> outcomes::add);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsOfAWholeReply() {
        server.on(CLAUDE, Replies.claudeAnswers());

        claude.chat(HELLO, OPTIONS);

        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.model()).isEqualTo("claude-3-5-haiku-20241022");
            assertThat(outcome.responseId()).isEqualTo("msg_1");
            assertThat(outcome.finishReason()).isEqualTo("end");
            assertThat(outcome.usage()).isEqualTo(Usage.of(16, 10));
            assertThat(outcome.cost()).isNotNull();
            assertThat(outcome.firstToken()).isNotNull().isLessThanOrEqualTo(outcome.duration());
            assertThat(outcome.perChunk()).isNotNull();
            assertThat(outcome.failure()).isNull();
        });
    }

    @Test
    void tellsWhereWhatIsAsked() {
        server.on(CLAUDE, Replies.claudeAnswers());
        List<ChatListener.Request> requests = new CopyOnWriteArrayList<>();

        new ObservedProvider(Replies.claude(server), request -> {
                    requests.add(request);
                    return outcomes::add;
                })
                .chat(HELLO, OPTIONS);

        assertThat(requests)
                .containsExactly(
                        new ChatListener.Request("anthropic", server.address(), "claude-3-5-haiku-20241022", OPTIONS));
    }

    @Test
    void tellsOfACutARefusedAndACancelledOne() {
        server.on(
                CLAUDE,
                Replies.claudeBegins().end(),
                Answer.json(401, "{}"),
                Replies.claudeBegins().hold());

        assertThatThrownBy(() -> claude.chat(HELLO, OPTIONS)).isInstanceOf(LlmException.BrokenStream.class);
        assertThatThrownBy(() -> claude.chat(HELLO, OPTIONS)).isInstanceOf(LlmException.Authentication.class);
        try (ChatStream stream = claude.streamChat(HELLO, OPTIONS)) {
            while (!(stream.next() instanceof ChatEvent.TextDelta)) {}
        }

        assertThat(outcomes)
                .extracting(outcome -> outcome.failure() == null ? "" : GenAi.errorType(outcome.failure()))
                .containsExactly("BrokenStream", "Authentication", "");
        assertThat(outcomes).extracting(ChatListener.Outcome::finishReason).containsOnlyNulls();
        assertThat(outcomes.getFirst().usage()).isEqualTo(Usage.of(16, 2));
    }

    @Test
    void namesTheProviderThatAnswered() {
        server.on(CLAUDE, Answer.json(529, Replies.OVERLOADED), Replies.claudeAnswers())
                .on(LLAMA, Replies.llamaAnswers(), Answer.json(500, "{\"error\":\"x\"}"));
        LlmProvider both = new ObservedProvider(
                FallbackProvider.of(Replies.claude(server), Replies.llama(server)), request -> outcomes::add);

        both.chat(HELLO, OPTIONS);
        both.chat(HELLO, OPTIONS);
        server.on(CLAUDE, Answer.json(529, Replies.OVERLOADED));
        assertThatThrownBy(() -> both.chat(HELLO, OPTIONS)).isInstanceOf(LlmException.ServerError.class);

        assertThat(outcomes)
                .extracting(ChatListener.Outcome::provider)
                .containsExactly("ollama", "anthropic", "ollama");
    }

    @Test
    void tellsNothingOfTheReplyThatWasGivenUp() {
        server.on(CLAUDE, Replies.claudeBegins().end())
                .on(LLAMA, Answer.stream("application/x-ndjson").write("""
                                        {"model":"llama3.1","message":{"role":"assistant","content":""},"done":true,\
                                        "done_reason":"stop","prompt_eval_count":5,"eval_count":0}
                                        """).end());

        new ObservedProvider(
                        new FallbackProvider(
                                List.of(
                                        new FallbackProvider.Candidate(Replies.claude(server), null),
                                        new FallbackProvider.Candidate(Replies.llama(server), null)),
                                FallbackRule.evenInTheMiddle()),
                        request -> outcomes::add)
                .chat(HELLO, OPTIONS);

        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.model()).isEqualTo("llama3.1");
            assertThat(outcome.responseId()).as("Ollama gives none").isNull();
            assertThat(outcome.firstToken()).as("Ollama said nothing").isNull();
        });
    }

    @Test
    void tellsTheEndOfACallThatAnyExceptionStops() {
        LlmProvider guarded = new GuardedProvider(Replies.claude(server), estimate -> {
            throw new IllegalStateException("the budget's database is down");
        });
        LlmProvider watched = new ObservedProvider(guarded, request -> outcomes::add);

        assertThatThrownBy(() -> watched.chat(HELLO, OPTIONS)).isInstanceOf(IllegalStateException.class);

        assertThat(outcomes)
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.failure()).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void survivesAListenerThatFails() {
        server.on(CLAUDE, Replies.claudeAnswers());
        LlmProvider broken = new ObservedProvider(Replies.claude(server), request -> {
            throw new IllegalStateException("no room");
        });
        LlmProvider brokenLater = new ObservedProvider(Replies.claude(server), request -> outcome -> {
            throw new IllegalStateException("no room");
        });

        assertThat(broken.chat(HELLO, OPTIONS).text()).isEqualTo("Half an answer");
        assertThat(brokenLater.chat(HELLO, OPTIONS).text()).isEqualTo("Half an answer");
    }

    @Test
    void namesWhatTheConventionsName() {
        assertThat(GenAi.usage(new Usage(1, 2, 4, 8, 16, 5)))
                .containsEntry("gen_ai.usage.input_tokens", 15L)
                .containsEntry("gen_ai.usage.output_tokens", 16L)
                .containsEntry("gen_ai.usage.cache_read.input_tokens", 2L)
                .containsEntry("gen_ai.usage.cache_creation.input_tokens", 12L);
        assertThat(GenAi.providerName("google")).isEqualTo("gcp.gemini");
        assertThat(GenAi.providerName("grok")).isEqualTo("x_ai");
        assertThat(GenAi.providerName("mistral")).isEqualTo("mistral_ai");
        assertThat(GenAi.providerName("ollama")).isEqualTo("ollama");
    }
}
