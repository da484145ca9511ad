package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A real HTTP server on 127.0.0.1 that gives recorded answers, in turn, and remembers what it was asked. */
final class PretendServer implements AutoCloseable {
    /** @param route such as {@code GET /api/status}, with the query when there was one */
    record Asked(String route, String body, String lastEventId) {}

    interface Reply {
        void give(HttpExchange exchange) throws IOException;
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    PretendServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** One that takes a message into conversation {@code c1} and answers with run {@code r1}. */
    static PretendServer ofOneRun() {
        return new PretendServer()
                .on(
                        "GET /api/status",
                        json(
                                200,
                                "{'version':'1','provider':'offline','model':'offline','organisation':'Café Müller','missing':[]}"))
                .on(
                        "POST /api/conversations",
                        json(
                                201,
                                "{'id':'c1','title':'','createdAt':'2026-11-23T00:00:00Z','updatedAt':'2026-11-23T00:00:00Z'}"))
                .on(
                        "POST /api/conversations/c1/messages",
                        json(202, "{'runId':'r1','conversationId':'c1','messageId':'m1'}"));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI uri() {
        return URI.create(url());
    }

    /** Replies are given in turn; the last one again and again. */
    PretendServer on(String route, Reply... inTurn) {
        replies.put(route, new ConcurrentLinkedQueue<>(List.of(inTurn)));
        return this;
    }

    List<String> routes() {
        return asked.stream().map(Asked::route).toList();
    }

    /** @param body with ' for " */
    static Reply json(int status, String body) {
        return whole(status, "application/json", body.replace('\'', '"'));
    }

    static Reply whole(int status, String type, String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body.getBytes(UTF_8));
            }
        };
    }

    static Reply events(String body) {
        return whole(200, "text/event-stream", body);
    }

    /** Gives the first bytes and then cuts the connection. */
    static Reply cutEvents(String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** Gives the first bytes, and the rest when the latch is down. */
    static Reply eventsAfter(String first, CountDownLatch latch, String rest) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(first.getBytes(UTF_8));
                out.flush();
                if (latch.await(20, TimeUnit.SECONDS)) {
                    out.write(rest.getBytes(UTF_8));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String route = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(new Asked(route, body, exchange.getRequestHeaders().getFirst("Last-Event-ID")));
        Queue<Reply> inTurn = replies.get(route);
        if (inTurn == null) {
            json(404, "{'code':'not_found','message':'There is nothing here.'}").give(exchange);
            return;
        }
        Reply reply = inTurn.size() > 1 ? inTurn.poll() : inTurn.peek();
        reply.give(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
