package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.StopReason;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A caller that has enough: the provider's side is closed at once, and what was used is booked. */
public interface CancelContract extends ContractSetting {
    /** Milliseconds; in truth it takes one or two, but the machine may be busy. */
    long SOON = 5000;

    private void holdAfterText() {
        List<String> frames = framesOf(Piece.Text.of("some", "thing"));
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(frames.subList(0, frames.size() - 1))
                                .hold());
    }

    private ChatStream readText() {
        ChatStream stream = llm().streamChat(HELLO, options());
        StringBuilder text = new StringBuilder();
        while (text.length() < "something".length()) {
            if (stream.next() instanceof ChatEvent.TextDelta delta) {
                text.append(delta.text());
            }
        }
        return stream;
    }

    @Test
    default void closesTheProvidersSideInTheMiddle() throws InterruptedException {
        holdAfterText();
        ChatStream stream = readText();

        stream.close();

        assertThat(server().clientLeft(SOON)).isTrue();
        assertThat(stream.hasNext()).isFalse();
        assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    default void keepsAndBooksWhatCameBeforeACancellation() {
        holdAfterText();
        ChatStream stream = readText();
        stream.close();

        ChatResponse response = stream.response();

        assertThat(response.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(response.text()).isEqualTo("something");
        assertThat(response.timing().total()).isPositive();
        assertThat(stream.response()).isEqualTo(response);
        assertThat(stream.usage().input()).isEqualTo(countsInputAtStart() ? ReplyContract.INPUT : 0);
        assertThat(llm().getUsage().byModel().get(model()).calls()).isEqualTo(1);
        assertThat(llm().getUsage().total()).isEqualTo(stream.usage());
    }

    @Test
    default void wakesTheReaderWhenAnotherThreadCloses() throws Exception {
        holdAfterText();
        ChatStream stream = llm().streamChat(HELLO, options());
        CountDownLatch reading = new CountDownLatch(1);
        FutureTask<ChatResponse> reader = new FutureTask<>(() -> {
            stream.next();
            reading.countDown();
            return stream.response();
        });
        Thread.ofVirtual().start(reader);
        assertThat(reading.await(5, TimeUnit.SECONDS)).isTrue();

        stream.close();

        assertThat(reader.get(SOON, TimeUnit.MILLISECONDS).stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(server().clientLeft(SOON)).isTrue();
    }

    @Test
    default void takesAnInterruptForAClose() throws Exception {
        server().on(chatPath(), new Answer(List.of(new Answer.Step.Hold())));
        FutureTask<Boolean> caller = new FutureTask<>(() -> {
            ChatStream stream = llm().streamChat(HELLO, options());
            return Thread.currentThread().isInterrupted() && stream.response().stopReason() == StopReason.CANCELLED;
        });
        Thread thread = Thread.ofVirtual().start(caller);
        waitForRequest();

        thread.interrupt();

        assertThat(caller.get(SOON, TimeUnit.MILLISECONDS)).isTrue();
        assertThat(server().clientLeft(SOON)).isTrue();
    }

    private void waitForRequest() throws InterruptedException {
        for (int tries = 0; server().requests(chatPath()).isEmpty() && tries < 200; tries++) {
            Thread.sleep(Duration.ofMillis(10));
        }
    }

    @Test
    default void takesAnInterruptOfTheReaderForAClose() throws Exception {
        holdAfterText();
        CountDownLatch reading = new CountDownLatch(1);
        FutureTask<ChatResponse> reader = new FutureTask<>(() -> {
            ChatStream stream = readText();
            reading.countDown();
            ChatResponse response = stream.response();
            assertThat(Thread.interrupted()).isTrue();
            return response;
        });
        Thread thread = Thread.ofVirtual().start(reader);
        assertThat(reading.await(5, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThat(reader.get(SOON, TimeUnit.MILLISECONDS).text()).isEqualTo("something");
        assertThat(server().clientLeft(SOON)).isTrue();
    }

    @Test
    default void leavesAWholeReplyAloneWhenItIsClosed() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));

        ChatStream stream = llm().streamChat(HELLO, options());
        ChatResponse first = stream.response();
        stream.close();
        stream.close();

        assertThat(stream.response()).isEqualTo(first);
        assertThat(first.stopReason()).isEqualTo(StopReason.END);
    }

    @Test
    default void mayBeClosedMoreThanOnce() {
        holdAfterText();
        ChatStream stream = readText();

        stream.close();
        ChatResponse first = stream.response();
        stream.close();

        assertThat(stream.response()).isEqualTo(first);
        assertThat(llm().getUsage().byModel().get(model()).calls()).isEqualTo(1);
    }

    @Test
    default void neverRunsHalfAToolCall() throws InterruptedException {
        List<String> half = framesOf(
                        Piece.Text.of("Let me look."),
                        Piece.Call.of("c1", "get_balance", "{\"account\":\"", "Cheque\"}"))
                .stream()
                .takeWhile(frame -> !frame.contains("Cheque"))
                .toList();
        assumeTrue(
                half.stream().anyMatch(frame -> frame.contains("get_balance")),
                "not on this wire: a call of " + provider() + " comes whole or not at all");
        server().on(chatPath(), Answer.stream(contentType()).writeAll(half).hold());
        ChatStream stream = llm().streamChat(HELLO, options());
        while (!(stream.next() instanceof ChatEvent.ToolCallDelta)) {}

        stream.close();

        assertThat(stream.response().toolCalls()).isEmpty();
        assertThat(server().clientLeft(SOON)).isTrue();
    }
}
