package au.pip.store.dynamodb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before the server, counts what passes, and loses or refuses what it is told to. */
final class FaultyProxy implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "http2-settings");

    /** What becomes of a call. */
    sealed interface Fault {
        /** The server does it, and its answer is lost. */
        record LosesTheAnswer() implements Fault {}

        /** The server does not get it, and nobody answers while the proxy is there. */
        record StaysSilent() implements Fault {}

        /** The server does not get it. */
        record Answers(int status, String body) implements Fault {}

        /** Throttles as DynamoDB does. */
        static Fault throttles() {
            return failure("com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException", "slow down");
        }

        static Fault failure(String type, String message) {
            return new Answers(400, "{\"__type\":\"" + type + "\",\"message\":\"" + message + "\"}");
        }
    }

    private final URI target;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);

    FaultyProxy(URI target) throws IOException {
        this.target = target;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param operation such as {@code TransactWriteItems} */
    void next(String operation, Fault fault) {
        faults.computeIfAbsent(operation, _ -> new ConcurrentLinkedQueue<>()).add(fault);
    }

    int calls(String operation) {
        return calls.getOrDefault(operation, new AtomicInteger()).get();
    }

    int calls() {
        return calls.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** Of what was asked and answered. */
    long bytes() {
        return bytes.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String operation =
                    exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceAll(".*\\.", "");
            calls.computeIfAbsent(operation, _ -> new AtomicInteger()).incrementAndGet();
            Queue<Fault> waiting = faults.get(operation);
            Fault fault = waiting == null ? null : waiting.poll();
            switch (fault) {
                case Fault.Answers answer ->
                    answer(exchange, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
                case Fault.LosesTheAnswer _ -> asked(exchange, body);
                case Fault.StaysSilent _ -> closed.await();
                case null -> {
                    HttpResponse<byte[]> answer = asked(exchange, body);
                    bytes.addAndGet(body.length + answer.body().length);
                    answer(exchange, answer.statusCode(), answer.body());
                }
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private HttpResponse<byte[]> asked(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        client.close();
        threads.close();
    }
}
