package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.Usage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many streams, few connections. */
public interface ConnectionContract extends ContractSetting {
    @Test
    default void servesManyStreamsAtOnce() {
        CountDownLatch allAsked = new CountDownLatch(1);
        List<String> frames = framesOf(Piece.Text.of("Hi", " there"));
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .write(frames.getFirst())
                                .gate(allAsked)
                                .writeAll(frames.subList(1, frames.size()))
                                .end());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> texts = IntStream.range(0, 100)
                    .mapToObj(at ->
                            threads.submit(() -> llm().chat(HELLO, options()).text()))
                    .toList();
            waitForRequests(100);
            allAsked.countDown();
            assertThat(texts).allSatisfy(text -> assertThat(text.get()).isEqualTo("Hi there"));
        }

        assertThat(llm().getUsage().total()).isEqualTo(Usage.of(100 * ReplyContract.INPUT, 100 * ReplyContract.OUTPUT));
    }

    private void waitForRequests(int count) {
        for (int tries = 0; server().requests(chatPath()).size() < count && tries < 1000; tries++) {
            try {
                Thread.sleep(Duration.ofMillis(10));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        assertThat(server().requests(chatPath())).hasSize(count);
    }

    @Test
    default void usesAConnectionForMoreThanOneCall() {
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(framesOf(Piece.Text.of("Hi")))
                                .pause(Duration.ofMillis(10))
                                .end());
        int calls = 0;

        // HTTP's end comes after the reply's, so a call that follows at once finds the connection in use: one reuse of
        // many is enough.
        while (calls < 100 && server().connections() == calls) {
            llm().chat(HELLO, options());
            calls++;
        }

        assertThat(server().connections()).isLessThan(calls);
    }
}
