package au.pip.xero.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A token endpoint on 127.0.0.1 that answers what a test tells it, byte for byte, and remembers what it was asked. */
final class FakeIdentity implements AutoCloseable {
    /** One request, its form as it was written. */
    record Seen(String path, String form, Map<String, List<String>> headers) {}

    @FunctionalInterface
    interface Reply {
        void send(HttpExchange exchange) throws IOException;

        static Reply of(int status, String type, String body) {
            return exchange -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                if (bytes.length > 0) {
                    exchange.getResponseBody().write(bytes);
                }
            };
        }

        static Reply json(int status, String body) {
            return of(status, "application/json; charset=utf-8", body);
        }

        /** As Xero's own answer to a renewal is written. */
        static Reply tokens(String access, String refresh) {
            return json(200, """
                    {"id_token":"x","access_token":"%s","expires_in":1800,"token_type":"Bearer",\
                    "refresh_token":"%s","scope":"openid accounting.settings.read offline_access"}""".formatted(access, refresh));
        }

        /** The head and the first bytes, then the connection is gone. */
        static Reply cut() {
            return exchange -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"access_token\":\"ne".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            };
        }
    }

    private final HttpServer server;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<Seen> seen = new CopyOnWriteArrayList<>();

    FakeIdentity() {
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

    XeroAddresses addresses() {
        return XeroAddresses.of(URI.create("https://login.example/"), base());
    }

    /** What it answers, one after the other; the last one stays. */
    FakeIdentity on(Reply... answers) {
        synchronized (replies) {
            replies.clear();
            replies.addAll(List.of(answers));
        }
        return this;
    }

    /** Sends the head and some bytes, and holds the rest until the server closes. */
    Reply stalling() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"access_token\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(closed);
        };
    }

    /** Holds the answer back until a test opens the gate. */
    Reply after(CountDownLatch gate, Reply then) {
        return exchange -> {
            await(gate);
            then.send(exchange);
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(new Seen(exchange.getRequestURI().toString(), form, Map.copyOf(exchange.getRequestHeaders())));
            Reply reply;
            synchronized (replies) {
                reply = replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
            }
            reply.send(exchange);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
