package au.pip.benchmarks.tokens;

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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between Pip and the pretend Xero, hands on what both say, and keeps the replies. */
final class Tap implements AutoCloseable {
    private static final List<String> HANDED_ON =
            List.of("Authorization", "Accept", "xero-tenant-id", "If-Modified-Since");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final URI xero;
    private final List<Reply> replies = new CopyOnWriteArrayList<>();

    private Tap(URI xero, HttpServer server) {
        this.xero = xero;
        this.server = server;
    }

    /** @param at {@link System#nanoTime} when it was whole */
    record Reply(URI asked, String body, long at) {}

    static Tap before(URI xero) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Tap tap = new Tap(xero, server);
        server.createContext("/", tap::handOn);
        server.setExecutor(tap.workers);
        server.start();
        return tap;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Reply> replies() {
        return List.copyOf(replies);
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(xero.resolve(exchange.getRequestURI()));
            for (String name : HANDED_ON) {
                String value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                }
            }
            HttpResponse<byte[]> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (reply.statusCode() == 200) {
                replies.add(new Reply(
                        exchange.getRequestURI(), new String(reply.body(), StandardCharsets.UTF_8), System.nanoTime()));
            }
            reply.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
            exchange.sendResponseHeaders(reply.statusCode(), reply.body().length == 0 ? -1 : reply.body().length);
            if (reply.body().length > 0) {
                exchange.getResponseBody().write(reply.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
        client.close();
    }
}
