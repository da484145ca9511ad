package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmException;
import au.pip.llm.RetryPolicy;
import au.pip.llm.StopReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, when, and that it is told of. */
public interface RetryContract extends ContractSetting {
    private Answer refusal(int status, String... headers) {
        return Answer.json(status, errorBody(status), headers);
    }

    private int asked() {
        return server().requests(chatPath()).size();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 529})
    default void triesAgainWhatMayPass(int status) {
        server().on(
                        chatPath(),
                        refusal(status, "retry-after: 0"),
                        refusal(status, "retry-after: 0"),
                        reply(Piece.Text.of("Hi")));

        assertThat(llm().chat(HELLO, options()).text()).isEqualTo("Hi");
        assertThat(asked()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 529})
    default void givesUpAfterThreeTries(int status) {
        server().on(chatPath(), refusal(status, "retry-after: 0"));

        LlmException failure = failureOf(llm());

        assertThat(failure).isInstanceOf(FailureContract.LEAVES.get(status));
        assertThat(failure.retryable()).isTrue();
        assertThat(asked()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 529})
    default void tellsOfARetryBeforeItWaits(int status) {
        server().on(chatPath(), refusal(status, "retry-after-ms: 150", "retry-after: 9"), reply(Piece.Text.of("Hi")));
        long start = System.nanoTime();

        try (ChatStream stream = llm().streamChat(HELLO, options())) {
            assertThat(stream.next()).isInstanceOfSatisfying(ChatEvent.Retrying.class, retrying -> {
                assertThat(retrying.retry()).isEqualTo(1);
                assertThat(retrying.delay()).isEqualTo(Duration.ofMillis(150));
                assertThat(retrying.cause()).isInstanceOf(FailureContract.LEAVES.get(status));
            });
            assertThat(asked()).isEqualTo(1);
            assertThat(stream.next()).isInstanceOf(ChatEvent.Started.class);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(150), Duration.ofSeconds(8));
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    default void doesNotSitOutALongWait() {
        server().on(chatPath(), refusal(429, "Retry-After: 3600"));

        LlmException failure = failureOf(llm());

        assertThat(failure).isInstanceOf(LlmException.RateLimited.class).hasMessageContaining("3600 seconds");
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    default void waitsNoLongerThanItsPolicyAllows() {
        server().on(chatPath(), refusal(429, "retry-after: 1"), reply(Piece.Text.of("Hi")));

        LlmException failure = failureOf(
                create(configuration().withRetry(new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(500)))));

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    default void triesOnlyOnceWhenToldTo() {
        server().on(chatPath(), refusal(500, "retry-after: 0"), reply(Piece.Text.of("Hi")));

        assertThat(failureOf(create(configuration().withRetry(RetryPolicy.NEVER))))
                .isInstanceOf(LlmException.ServerError.class);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    default void neverRetriesMoneyErrors() {
        moneyErrors().forEach((status, body) -> {
            int before = asked();
            server().on(chatPath(), Answer.json(status, body));

            LlmException failure = failureOf(llm());

            assertThat(failure).isInstanceOf(LlmException.QuotaExceeded.class);
            assertThat(failure.retryable()).isFalse();
            assertThat(asked()).isEqualTo(before + 1);
        });
    }

    @Test
    default void triesAgainWhenTheErrorComesBeforeTheFirstEvent() {
        server().on(
                        chatPath(),
                        Answer.stream(contentType()).write(midStreamError()).end(),
                        reply(Piece.Text.of("Hi")));

        assertThat(llm().chat(HELLO, options()).text()).isEqualTo("Hi");
    }

    @Test
    default void triesAgainWhenTheConnectionBreaksBeforeTheFirstEvent() {
        server().on(
                        chatPath(),
                        new Answer(List.of(new Answer.Step.Cut())),
                        Answer.stream(contentType()).end(),
                        reply(Piece.Text.of("Hi")));

        assertThat(llm().chat(HELLO, options()).text()).isEqualTo("Hi");
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    default void stopsWaitingWhenItIsClosed() throws Exception {
        server().on(chatPath(), refusal(429, "retry-after: 15"));
        ChatStream stream = llm().streamChat(HELLO, options());
        assertThat(stream.next()).isInstanceOf(ChatEvent.Retrying.class);
        FutureTask<Boolean> reader = new FutureTask<>(stream::hasNext);
        Thread.ofVirtual().start(reader);

        stream.close();

        assertThat(reader.get(5, TimeUnit.SECONDS)).isFalse();
        assertThat(stream.response().stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(asked()).isEqualTo(1);
    }
}
