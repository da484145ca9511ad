package au.pip.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server on 127.0.0.1 that passes requests on to another, and remembers what went through. */
final class Relay implements AutoCloseable {
    private static final List<String> PASSED_HEADERS = List.of("Accept", "Content-Type", "xero-tenant-id");
    private static final List<String> RETURNED_HEADERS = List.of("Content-Type", "Location");

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Passed> passed = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Gate gate;

    /** One request and its answer. */
    record Passed(String path, Map<String, String> form, int status, String answer) {}

    /** What is done with a request. */
    sealed interface Verdict {
        /** @param authorization empty for the one that the request has, if any */
        record PassOn(URI to, String authorization) implements Verdict {}

        record Answer(int status, String json) implements Verdict {}
    }

    interface Gate {
        Verdict judge(URI asked, String authorization) throws Exception;
    }

    Relay(Gate gate) throws IOException {
        this.gate = gate;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** One that lets everything through to the server there. */
    static Relay to(String other) throws IOException {
        return new Relay((asked, authorization) -> new Verdict.PassOn(URI.create(other + asked), authorization));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What went through to a path, in the order in which it was answered. */
    List<Passed> passed(String path) {
        return passed.stream().filter(each -> each.path().equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            switch (gate.judge(exchange.getRequestURI(), authorization == null ? "" : authorization)) {
                case Verdict.Answer(int status, String json) -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    send(exchange, status, json.getBytes(StandardCharsets.UTF_8));
                }
                case Verdict.PassOn(URI to, String shown) -> passOn(exchange, to, shown);
            }
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }

    private void passOn(HttpExchange exchange, URI to, String authorization) throws IOException, InterruptedException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(sent));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        for (String name : PASSED_HEADERS) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        passed.add(new Passed(
                exchange.getRequestURI().getPath(),
                form(new String(sent, StandardCharsets.UTF_8)),
                response.statusCode(),
                new String(response.body(), StandardCharsets.UTF_8)));
        for (String name : RETURNED_HEADERS) {
            response.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
        }
        send(exchange, response.statusCode(), response.body());
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** @param text of a body or a query; null for none */
    static Map<String, String> form(@Nullable String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
