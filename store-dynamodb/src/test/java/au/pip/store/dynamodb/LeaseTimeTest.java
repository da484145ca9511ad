package au.pip.store.dynamodb;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.store.LeaseStore;
import au.pip.assistant.store.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that takes calls and never answers, as one does behind a network that has gone. */
class LeaseTimeTest {
    private static final Duration LONGEST = Duration.ofMillis(3_500);

    private SilentServer server;
    private Table table;
    private LeaseStore leases;

    /** Takes connections, and says nothing over them. */
    private static final class SilentServer implements AutoCloseable {
        private final ServerSocket socket;
        private final List<Socket> taken = new ArrayList<>();

        SilentServer() throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        }

        private void accept() {
            try {
                while (true) {
                    Socket connection = socket.accept();
                    synchronized (taken) {
                        taken.add(connection);
                    }
                }
            } catch (IOException closed) {
                // Nobody asks any more.
            }
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        int connections() {
            synchronized (taken) {
                return taken.size();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            synchronized (taken) {
                for (Socket each : taken) {
                    each.close();
                }
            }
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = new SilentServer();
        DynamoSettings settings = new DynamoSettings(DynamoSettings.SYDNEY, "pip", server.address(), false);
        table = new Table(DynamoClient.of(settings), settings);
        leases = new DynamoLeaseStore(new StoredRows(table, new Items(table)));
    }

    @AfterEach
    void stop() throws IOException {
        table.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"take", "release", "find", "named"})
    void saysWithinTheLeasesTimeThatNoAnswerCame(String call) throws Exception {
        Map<String, ThrowingCallable> calls = Map.of(
                "take", () -> leases.take(ANN, "lease", "one", at(1), at(60)),
                "release", () -> leases.release(ANN, "lease", "one"),
                "find", () -> leases.find(ANN, "lease"),
                "named", () -> leases.named(ANN, "l"));
        for (Thread.Builder thread : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
            try (ExecutorService threads = Executors.newThreadPerTaskExecutor(thread.factory())) {
                long started = System.nanoTime();
                Future<?> asked = threads.submit(() -> assertThatExceptionOfType(StoreException.class)
                        .isThrownBy(calls.get(call))
                        .withMessageContaining("did not answer dynamodb:")
                        .withMessageEndingWith("in time: check the endpoint, then try again."));
                asked.get(30, TimeUnit.SECONDS);
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(Duration.ofSeconds(1), LONGEST);
            }
        }
        assertThat(server.connections()).as("asked again meanwhile").isGreaterThan(2);
    }

    @Test
    void aThreadThatGaveUpIsNotLeftInterrupted() {
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> leases.find(ANN, "lease"));
        assertThat(Thread.interrupted()).isFalse();
    }
}
