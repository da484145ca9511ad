package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmException;
import au.pip.llm.LlmException.TimedOut.Phase;
import au.pip.llm.LlmProvider;
import au.pip.llm.ProviderConfig.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How long is waited for what, and how long it took. */
public interface TimeoutContract extends ContractSetting {
    Timeouts HASTY = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofMillis(250));
    Timeouts PATIENT = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private void assertTimedOut(LlmProvider provider, Phase phase) {
        LlmException failure = failureOf(provider);

        assertThat(failure)
                .isInstanceOfSatisfying(
                        LlmException.TimedOut.class,
                        late -> assertThat(late.phase()).isEqualTo(phase));
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    default void timesOutWhenTheServerIsSilent() throws InterruptedException {
        server().on(chatPath(), new Answer(List.of(new Answer.Step.Hold())));

        assertTimedOut(create(HASTY), Phase.FIRST_TOKEN);
        assertThat(server().clientLeft(5000)).isTrue();
        assertThat(server().requests(chatPath()))
                .as("what took too long is not waited for again")
                .hasSize(1);
    }

    @Test
    default void timesOutBeforeTheFirstEvent() throws InterruptedException {
        server().on(chatPath(), Answer.stream(contentType()).hold());

        assertTimedOut(create(HASTY), Phase.FIRST_TOKEN);
        assertThat(server().clientLeft(5000)).isTrue();
    }

    @Test
    default void timesOutBetweenEvents() throws InterruptedException {
        List<String> frames = framesOf(Piece.Text.of("some"));
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(frames.subList(0, frames.size() - 1))
                                .hold());

        assertTimedOut(create(HASTY), Phase.IDLE);
        assertThat(server().clientLeft(5000)).isTrue();
        assertThat(server().requests(chatPath())).hasSize(1);
    }

    private List<String> framesBefore(String text, List<String> frames) {
        return frames.stream().takeWhile(frame -> !frame.contains(text)).toList();
    }

    @Test
    default void thinksInSilenceForLongerThanIdle() {
        List<String> frames = framesOf(Piece.Text.of("fortytwo"));
        List<String> before = framesBefore("fortytwo", frames);
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(before)
                                .pause(Duration.ofMillis(800))
                                .writeAll(frames.subList(before.size(), frames.size()))
                                .end());
        Timeouts thoughtful = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMillis(300));

        assertThat(create(thoughtful).chat(HELLO, options()).text()).isEqualTo("fortytwo");
    }

    @Test
    default void timesOutWhenAReplyThatHasBegunSaysNothing() throws InterruptedException {
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(framesBefore("fortytwo", framesOf(Piece.Text.of("fortytwo"))))
                                .hold());

        assertTimedOut(
                create(new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofSeconds(10))),
                Phase.FIRST_TOKEN);
        assertThat(server().clientLeft(5000)).isTrue();
    }

    @Test
    default void doesNotCountTheTimeInWhichNobodyReads() throws InterruptedException {
        List<String> frames = framesOf(Piece.Text.of("some", "thing"));
        int first = framesBefore("some", frames).size() + 1;
        String rest = String.join("", frames.subList(first, frames.size()));
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .write(frames.getFirst().substring(0, 1))
                                .pause(Duration.ofMillis(50))
                                .write(String.join("", frames.subList(0, first)).substring(1))
                                .pause(Duration.ofMillis(50))
                                .write(rest.substring(0, 1))
                                .pause(Duration.ofMillis(50))
                                .write(rest.substring(1))
                                .end());

        try (ChatStream stream = create(HASTY).streamChat(HELLO, options())) {
            Thread.sleep(Duration.ofMillis(600));
            while (!(stream.next() instanceof ChatEvent.TextDelta)) {}
            Thread.sleep(Duration.ofMillis(600));

            assertThat(stream.response().text()).isEqualTo("something");
        }
    }

    @Test
    default void timesOutWhileItConnects() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = new ArrayList<>();
            try {
                assumeTrue(fills(deaf, waiting), "this system takes more connections than the backlog holds");

                assertTimedOut(
                        create(configuration()
                                .withEndpoint(URI.create("http://127.0.0.1:" + deaf.getLocalPort()))
                                .withTimeouts(new Timeouts(
                                        Duration.ofMillis(150), Duration.ofSeconds(10), Duration.ofSeconds(10)))),
                        Phase.CONNECT);
            } finally {
                for (Socket socket : waiting) {
                    socket.close();
                }
            }
        }
    }

    /** Connects until nobody answers any more: nothing accepts, and the backlog is full. */
    private static boolean fills(ServerSocket deaf, List<Socket> waiting) throws IOException {
        for (int tries = 0; tries < 20; tries++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()), 100);
            } catch (SocketTimeoutException full) {
                return true;
            }
        }
        return false;
    }

    @Test
    default void waitsForAModelAsLongAsIsSaidForIt() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")).after(Duration.ofMillis(600)));
        LlmProvider provider = create(configuration().withTimeouts(HASTY).withModelTimeouts(Map.of(model(), PATIENT)));

        assertThat(provider.chat(HELLO, options()).text()).isEqualTo("Hi");
    }

    /** Twice as long as silence may last, in pieces that each come in a fifth of that. */
    @Test
    default void doesNotTimeOutWhileTheReplyComesSlowly() {
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1));
        Answer.Builder answer = Answer.stream(contentType());
        for (String frame : framesOf(Piece.Text.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"))) {
            answer.write(frame).pause(Duration.ofMillis(200));
        }
        server().on(chatPath(), answer.end());

        assertThat(create(timeouts).chat(HELLO, options()).text()).isEqualTo("abcdefghij");
    }

    @Test
    default void measuresTheFirstTokenFromTheCall() throws InterruptedException {
        List<String> frames = framesOf(Piece.Text.of("some", "thing"));
        CountDownLatch firstRead = new CountDownLatch(1);
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(frames.subList(0, frames.size() - 1))
                                .gate(firstRead)
                                .pause(Duration.ofMillis(80))
                                .write(frames.getLast())
                                .end()
                                .after(Duration.ofMillis(100)));
        ChatStream stream = llm().streamChat(HELLO, options());
        while (!(stream.next() instanceof ChatEvent.TextDelta)) {}
        firstRead.countDown();

        ChatResponse response = stream.response();

        Duration first = response.timing().firstToken();
        assertThat(first).isNotNull().isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(response.timing().total().minus(first)).isGreaterThanOrEqualTo(Duration.ofMillis(70));
        assertThat(response.tokensPerSecond()).isPositive().isLessThan(ReplyContract.OUTPUT * 15.0);
    }

    @Test
    default void measuresNoFirstTokenOfAReplyThatSaysNothing() {
        ChatResponse response = askedWith(framesOf());

        assertThat(response.timing().firstToken()).isNull();
        assertThat(response.timing().total()).isPositive();
        assertThat(response.tokensPerSecond()).isZero();
    }
}
