package au.pip.xero;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server on 127.0.0.1 that answers what a test tells it, byte for byte, and remembers what it was asked. */
final class FakeXero implements AutoCloseable {
    static final String TENANT = "11111111-2222-3333-4444-555555555555";
    static final String TOKEN = "the-secret-token";

    /** One request, its query decoded. */
    record Seen(
            String method,
            String path,
            Map<String, String> query,
            String rawQuery,
            Map<String, List<String>> headers,
            String body) {}

    @FunctionalInterface
    interface Reply {
        void send(HttpExchange exchange) throws IOException;

        static Reply json(String body) {
            return of(200, "application/json; charset=utf-8", body);
        }

        static Reply of(int status, String type, String body, String... headers) {
            return bytes(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
        }

        static Reply bytes(int status, String type, byte[] bytes, String... headers) {
            return exchange -> {
                exchange.getResponseHeaders().set("Content-Type", type);
                for (int i = 0; i < headers.length; i += 2) {
                    exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
                }
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                if (bytes.length > 0) {
                    exchange.getResponseBody().write(bytes);
                }
            };
        }

        /** The head and the first bytes of a reply, then the connection is gone. */
        static Reply cut() {
            return exchange -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"Invoices\":[".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            };
        }
    }

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<Seen> seen = new CopyOnWriteArrayList<>();
    final AtomicInteger inFlight = new AtomicInteger();
    final AtomicInteger mostInFlight = new AtomicInteger();

    FakeXero() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What a path answers, one after the other; the last one stays. */
    FakeXero on(String endpoint, Reply... answers) {
        String path = endpoint.startsWith("/") ? endpoint : "/api.xro/2.0/" + endpoint;
        replies.put(path, new ArrayDeque<>(List.of(answers)));
        return this;
    }

    FakeXero on(String endpoint, String... jsons) {
        return on(endpoint, java.util.Arrays.stream(jsons).map(Reply::json).toArray(Reply[]::new));
    }

    /** Holds a request until the server closes: a reply that never comes. */
    Reply hanging() {
        return exchange -> awaitClose();
    }

    /** Sends the head and some bytes, and then holds the rest until the server closes. */
    Reply stalling() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"Invoices\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            awaitClose();
        };
    }

    XeroSettings settings() {
        return XeroSettings.defaults()
                .withBase(base())
                .withRetries(new XeroSettings.Retries(2, java.time.Duration.ofMillis(5)));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try (exchange) {
            String raw = exchange.getRequestURI().getRawQuery();
            String path = exchange.getRequestURI().getRawPath();
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    path,
                    decoded(raw),
                    raw == null ? "" : raw,
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            next(path).send(exchange);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private Reply next(String path) {
        Deque<Reply> queue = replies.get(path);
        if (queue == null) {
            return Reply.of(404, "text/plain", "The resource you're looking for cannot be found");
        }
        synchronized (queue) {
            return queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
        }
    }

    private static Map<String, String> decoded(@org.jspecify.annotations.Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }
}
