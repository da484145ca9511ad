package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatEvent;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.ProviderConfig;
import au.pip.llm.ProviderConfig.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong, and by which exception it is told. */
interface FailureContract extends ContractSetting {
    Map<Integer, Class<? extends LlmException>> LEAVES = Map.of(
            400, LlmException.InvalidRequest.class,
            401, LlmException.Authentication.class,
            402, LlmException.QuotaExceeded.class,
            403, LlmException.PermissionDenied.class,
            404, LlmException.ModelNotFound.class,
            413, LlmException.ContextTooLong.class,
            429, LlmException.RateLimited.class,
            500, LlmException.ServerError.class,
            529, LlmException.Overloaded.class);

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 413})
    default void tellsErrorsApartAndAsksOnlyOnce(int status) {
        server().on(chatPath(), Answer.json(status, errorBody(status), requestId("req_1")));

        LlmException failure = failureOf(llm());

        assertThat(failure).isInstanceOf(LEAVES.get(status));
        assertThat(failure.origin().provider()).isEqualTo(provider());
        assertThat(failure.origin().status()).isEqualTo(status);
        assertThat(failure.retryable()).isFalse();
        assertThat(server().requests(chatPath())).hasSize(1);
        if (!requestIdHeader().isEmpty()) {
            assertThat(failure.origin().requestId()).isEqualTo("req_1");
        }
    }

    private String requestId(String id) {
        return requestIdHeader().isEmpty() ? "X-Nothing: 1" : requestIdHeader() + ": " + id;
    }

    private LlmException failureOf(LlmProvider provider) {
        return catchThrowableOfType(LlmException.class, () -> provider.chat(HELLO, options()));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 529})
    default void triesAgainWhatMayPass(int status) {
        server().on(
                        chatPath(),
                        Answer.json(status, errorBody(status), "retry-after: 0"),
                        Answer.json(status, errorBody(status), "retry-after: 0"),
                        reply(Piece.Text.of("Hi")));

        assertThat(llm().chat(HELLO, options()).text()).isEqualTo("Hi");
        assertThat(server().requests(chatPath())).hasSize(3);
        assertThat(llm().getUsage().byModel().get(model()).calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 529})
    default void givesUpAfterThreeTries(int status) {
        server().on(chatPath(), Answer.json(status, errorBody(status), "retry-after: 0"));

        LlmException failure = failureOf(llm());

        assertThat(failure).isInstanceOf(LEAVES.get(status));
        assertThat(failure.retryable()).isTrue();
        assertThat(server().requests(chatPath())).hasSize(3);
    }

    @Test
    default void doesNotSitOutALongWait() {
        server().on(chatPath(), Answer.json(429, errorBody(429), "Retry-After: 3600"));

        LlmException failure = failureOf(llm());

        assertThat(failure).isInstanceOf(LlmException.RateLimited.class).hasMessageContaining("3600 seconds");
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(server().requests(chatPath())).hasSize(1);
    }

    @Test
    default void neverRetriesMoneyErrors() {
        moneyErrors().forEach((status, body) -> {
            int before = server().requests(chatPath()).size();
            server().on(chatPath(), Answer.json(status, body));

            assertThat(failureOf(llm())).isInstanceOf(LlmException.QuotaExceeded.class);
            assertThat(server().requests(chatPath())).hasSize(before + 1);
        });
    }

    @Test
    default void readsAWebPageInsteadOfAnError() {
        server().on(chatPath(), Answer.of(502, "text/html", "<html>Bad gateway PAGE</html>", "retry-after: 0"));

        assertThat(failureOf(llm()))
                .isInstanceOf(LlmException.ServerError.class)
                .hasMessageNotContaining("PAGE");
    }

    @Test
    default void doesNotTakeAWebPageForAReply() {
        server().on(chatPath(), Answer.of(200, "text/html; charset=utf-8", "<html>Sign in</html>"));

        assertThat(failureOf(llm()))
                .isInstanceOf(LlmException.MalformedResponse.class)
                .hasMessageContaining("LLM_ENDPOINT");
    }

    @Test
    default void throwsWhenTheProviderReportsAnErrorInTheMiddle() {
        List<String> frames =
                frames(List.of(Piece.Text.of("some", "thing")), ReplyContract.INPUT, ReplyContract.OUTPUT);
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(frames.subList(0, frames.size() - 1))
                                .write(midStreamError())
                                .end());

        LlmException failure = failureOf(llm());

        assertThat(failure).isInstanceOf(midStreamFailure());
        assertThat(failure.origin().status()).isEqualTo(200);
        assertThat(server().requests(chatPath())).hasSize(1);
    }

    @Test
    default void triesAgainWhenTheErrorComesBeforeTheFirstEvent() {
        server().on(
                        chatPath(),
                        Answer.stream(contentType()).write(midStreamError()).end(),
                        reply(Piece.Text.of("Hi")));

        assertThat(llm().chat(HELLO, options()).text()).isEqualTo("Hi");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void neverTakesACutReplyForAWholeOne(boolean reset) {
        List<String> frames =
                frames(List.of(Piece.Text.of("some", "thing")), ReplyContract.INPUT, ReplyContract.OUTPUT);
        CountDownLatch read = new CountDownLatch(1);
        Answer.Builder start = Answer.stream(contentType())
                .writeAll(frames.subList(0, frames.size() - 1))
                .gate(read);
        server().on(chatPath(), reset ? start.cut() : start.end());

        try (ChatStream stream = llm().streamChat(HELLO, options())) {
            ChatEvent event = stream.next();
            while (!(event instanceof ChatEvent.TextDelta delta && delta.text().equals("thing"))) {
                event = stream.next();
            }
            read.countDown();

            assertThatThrownBy(() -> stream.forEachRemaining(rest -> {})).isInstanceOf(LlmException.BrokenStream.class);
            assertThatThrownBy(stream::hasNext).isInstanceOf(LlmException.BrokenStream.class);
            assertThat(stream.usage().input()).isEqualTo(countsInputAtStart() ? ReplyContract.INPUT : 0);
            assertThat(llm().getUsage().byModel().get(model()).calls()).isEqualTo(1);
            assertThat(llm().getUsage().total()).isEqualTo(stream.usage());
        }
    }

    @Test
    default void throwsWhenAFrameIsNotJson() {
        List<String> frames = frames(List.of(Piece.Text.of("some")), ReplyContract.INPUT, ReplyContract.OUTPUT);
        String broken = frames.get(frames.size() - 1).replace('}', ']');
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(frames.subList(0, frames.size() - 1))
                                .write(broken)
                                .end());

        assertThat(failureOf(llm())).isInstanceOf(LlmException.MalformedResponse.class);
    }

    @Test
    default void saysThatNobodyListens() throws IOException {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freePort = socket.getLocalPort();
        }
        LlmProvider nowhere = create(ProviderConfig.of(provider(), AuthConfig.apiKey(ProviderContract.KEY))
                .withEndpoint(URI.create("http://127.0.0.1:" + freePort)));

        assertThat(failureOf(nowhere))
                .isInstanceOf(LlmException.Unreachable.class)
                .hasMessageContaining("127.0.0.1:" + freePort);
    }

    @Test
    default void timesOutBetweenEventsAndBeforeTheFirst() throws InterruptedException {
        LlmProvider hasty = create(new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofMillis(200)));
        List<String> frames = frames(List.of(Piece.Text.of("some")), ReplyContract.INPUT, ReplyContract.OUTPUT);
        for (int sent : new int[] {0, frames.size() - 1}) {
            server().on(
                            chatPath(),
                            Answer.stream(contentType())
                                    .writeAll(frames.subList(0, sent))
                                    .hold());

            assertThat(failureOf(hasty)).isInstanceOf(LlmException.TimedOut.class);
            assertThat(server().clientLeft(5000)).isTrue();
        }
    }

    @Test
    default void asksForAKeyOnlyWhenAChatIsStarted() {
        LlmProvider keyless = create(ProviderConfig.of(provider(), new AuthConfig(AuthConfig.Method.API_KEY, Map.of()))
                .withDefaultModel(model())
                .withEndpoint(server().address()));

        if (needsKey()) {
            assertThat(keyless.isReady()).isFalse();
            assertThat(failureOf(keyless))
                    .isInstanceOf(LlmException.Configuration.class)
                    .hasMessageStartingWith("No key for " + provider() + ". Set ");
        } else {
            server().on(chatPath(), reply(Piece.Text.of("Hi")));
            assertThat(keyless.chat(HELLO, options()).text()).isEqualTo("Hi");
        }
    }

    @Test
    default void neverShowsTheKeyOrTheProvidersWords() {
        String key = "sk-very-secret-key";
        LlmProvider provider = create(ProviderConfig.of(provider(), AuthConfig.apiKey(key))
                .withDefaultModel(model())
                .withEndpoint(server().address()));

        assertThat(provider.toString()).doesNotContain(key);
        for (int status : LEAVES.keySet()) {
            String echoing = errorBody(status).replace("WORDS", "WORDS " + key);
            server().on(chatPath(), Answer.json(status, echoing, "retry-after: 0"));
            assertThat(failureOf(provider))
                    .hasMessageNotContaining(key)
                    .hasMessageNotContaining("WORDS")
                    .hasNoCause();
        }
        for (String malformed : List.of("two words", "line\nbreak", "ключ")) {
            assertThatThrownBy(() -> provider.authenticate(AuthConfig.apiKey(malformed)))
                    .isInstanceOf(LlmException.Configuration.class)
                    .hasMessageNotContaining(malformed);
        }
    }
}
