package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong, and by which exception it is told. */
public interface FailureContract extends ContractSetting {
    Map<Integer, Class<? extends LlmException>> LEAVES = Map.ofEntries(
            Map.entry(400, LlmException.InvalidRequest.class),
            Map.entry(401, LlmException.Authentication.class),
            Map.entry(402, LlmException.QuotaExceeded.class),
            Map.entry(403, LlmException.PermissionDenied.class),
            Map.entry(404, LlmException.ModelNotFound.class),
            Map.entry(408, LlmException.ServerError.class),
            Map.entry(409, LlmException.ServerError.class),
            Map.entry(413, LlmException.ContextTooLong.class),
            Map.entry(425, LlmException.ServerError.class),
            Map.entry(429, LlmException.RateLimited.class),
            Map.entry(500, LlmException.ServerError.class),
            Map.entry(529, LlmException.Overloaded.class));

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

    @Test
    default void saysThatTheConversationIsTooLong() {
        assertThat(tooLongErrors()).as("tooLongErrors() of " + provider()).isNotEmpty();

        assertAll(tooLongErrors(), LlmException.ContextTooLong.class);
    }

    @Test
    default void tellsAFilterFromABadRequest() {
        assumeFalse(contentRefusals().isEmpty(), "not on this wire: " + provider() + " refuses no content by an error");

        assertAll(contentRefusals(), LlmException.ContentRefused.class);
    }

    private void assertAll(Map<Integer, String> answers, Class<? extends LlmException> leaf) {
        answers.forEach((status, body) -> {
            server().on(chatPath(), Answer.json(status, body));
            int before = server().requests(chatPath()).size();

            LlmException failure = failureOf(llm());

            assertThat(failure).as(body).isInstanceOf(leaf);
            assertThat(failure.retryable()).as(body).isFalse();
            assertThat(server().requests(chatPath())).hasSize(before + 1);
        });
    }

    @Test
    default void namesTheFieldAtFault() {
        Map.Entry<String, String> error = fieldError();
        assumeTrue(error != null, "not on this wire: " + provider() + " does not name the field at fault");
        server().on(chatPath(), Answer.json(400, error.getKey()));

        assertThat(failureOf(llm())).isInstanceOfSatisfying(LlmException.InvalidRequest.class, failure -> {
            assertThat(failure.field()).isEqualTo(error.getValue());
            assertThat(failure).hasMessageContaining(error.getValue());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "upstream connect error", "[]", "null", "7", "{}", "{\"error\":null}", "{\"error\":[]}", "{"
            })
    default void takesAnyBodyOfAnError(String body) {
        server().on(chatPath(), Answer.of(500, "text/plain", body, "retry-after: 0"));

        assertThat(failureOf(llm())).isInstanceOf(LlmException.ServerError.class);
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

        LlmException failure = failureOf(llm());

        assertThat(failure)
                .isInstanceOf(LlmException.WrongAddress.class)
                .hasMessageContaining("(ProviderConfig.withEndpoint)");
        assertThat(failure.retryable()).isFalse();
        assertThat(server().requests(chatPath())).hasSize(1);
    }

    @Test
    default void saysThatTheAddressIsWrongWhenAStrangerAnswers() {
        server().on(chatPath(), Answer.of(404, "text/html", "<html>No such page</html>"));

        assertThat(failureOf(llm()))
                .isInstanceOf(LlmException.WrongAddress.class)
                .hasMessageContaining("(ProviderConfig.withEndpoint)");
    }

    @Test
    default void doesNotReadAnEndlessError() throws InterruptedException {
        server().on(chatPath(), Answer.stream(400, "text/plain").flood(new byte[1024 * 1024]));

        assertThat(failureOf(llm())).isInstanceOf(LlmException.InvalidRequest.class);
        assertThat(server().clientLeft(5000)).isTrue();
    }

    @Test
    default void throwsWhenTheProviderReportsAnErrorInTheMiddle() {
        List<String> frames = new ArrayList<>(framesOf(Piece.Text.of("some", "thing")));
        frames.set(frames.size() - 1, midStreamError());
        server().on(chatPath(), Answer.stream(contentType()).writeAll(frames).end());

        LlmException failure = failureOf(llm());

        assertThat(failure).isInstanceOf(midStreamFailure());
        assertThat(failure.origin().status()).isEqualTo(200);
        assertThat(server().requests(chatPath())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void neverTakesACutReplyForAWholeOne(boolean reset) {
        List<String> frames = framesOf(Piece.Text.of("some", "thing"));
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
            assertThatThrownBy(stream::response).isInstanceOf(LlmException.BrokenStream.class);
            assertThat(stream.usage().input()).isEqualTo(countsInputAtStart() ? ReplyContract.INPUT : 0);
            assertThat(llm().getUsage().byModel().get(model()).calls()).isEqualTo(1);
            assertThat(llm().getUsage().total()).isEqualTo(stream.usage());
        }
    }

    @Test
    default void noticesACutInsideAFrame() {
        String bytes = String.join("", framesOf(Piece.Text.of("some", "thing")));
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .write(bytes.substring(0, bytes.indexOf("thing") + 2))
                                .end());

        assertThat(failureOf(llm())).isInstanceOf(LlmException.BrokenStream.class);
        assertThat(server().requests(chatPath())).hasSize(1);
    }

    @Test
    default void throwsWhenAFrameIsNotJson() {
        List<String> frames = new ArrayList<>(framesOf(Piece.Text.of("some", "thing")));
        frames.replaceAll(frame -> frame.contains("thing") ? frame.replace('}', ']') : frame);
        server().on(chatPath(), Answer.stream(contentType()).writeAll(frames).end());

        assertThat(failureOf(llm())).isInstanceOf(LlmException.MalformedResponse.class);
    }

    @Test
    default void saysThatNobodyListens() throws IOException {
        try (Socket heldButDeaf = new Socket()) {
            heldButDeaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String place = "127.0.0.1:" + heldButDeaf.getLocalPort();

            assertThat(failureOf(create(configuration().withEndpoint(URI.create("http://" + place)))))
                    .isInstanceOf(LlmException.Unreachable.class)
                    .hasMessageContaining(place)
                    .hasCauseInstanceOf(IOException.class);
        }
    }
}
